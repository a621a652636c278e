package id.siks.casework;

import static id.siks.ChildApplication.count;
import static id.siks.ChildApplication.eachCounts;
import static id.siks.ChildApplication.template;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.ChildWork;
import id.siks.KilledWork;
import java.sql.Connection;
import java.sql.SQLException;

/** Five hundred due dates follow the calendar, once each; one task is held, so that they stop in the middle of a chunk. */
public final class KilledCalendar implements KilledWork {

    private static final int CASES = LongCalendar.CASES;

    private static final String ITEMS =
            "from worklist.work_item where area_code = '%s' ".formatted(LongCalendar.VILLAGE.value());
    private static final String HOLD = "select id_ from act_ru_task where id_ = (select task_id " + ITEMS
            + "order by item_id offset 250 limit 1) for update";
    private static final String MOVED = "select coalesce(sum(moved), 0) from casework.calendar_follow";
    private static final String FOLLOWED =
            "select count(*) from casework.calendar_follow where followed_at is not null";

    @Override
    public Class<? extends ChildWork> child() {
        return LongCalendar.class;
    }

    @Override
    public void hold(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        template(holder).queryForObject(HOLD, String.class);
    }

    @Override
    public void diedInTheMiddle(Connection db) {
        assertThat(count(db, MOVED)).isEqualTo(2L * CalendarFollower.CHUNK);
        assertThat(count(db, "select count(distinct due_at) " + ITEMS))
                .as("the chunk it died in left nothing behind")
                .isEqualTo(2);
    }

    @Override
    public boolean isDone(Connection db) {
        return count(db, FOLLOWED) == 1;
    }

    @Override
    public void happenedOnce(Connection db) {
        eachCounts(
                CASES,
                db,
                MOVED,
                "select count(*) " + ITEMS + "and version = 1",
                "select count(*) " + ITEMS + "and due_at = (select due_date_ from act_ru_task where id_ = task_id)");
        eachCounts(
                1,
                db,
                "select count(distinct due_at) " + ITEMS,
                // The ladders have followed: they begin the day before.
                "select count(distinct duedate_) from act_ru_job where process_def_key_ = '%s'"
                        .formatted(LongCalendar.KEY));
    }
}
