package id.siks.casework;

import static id.siks.ChildApplication.count;
import static id.siks.ChildApplication.template;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.ChildApplication;
import id.siks.ChildApplicationTest;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/**
 * Requirement 27: five hundred due dates follow the calendar while the application is killed. One task is held by the test, so that
 * it dies in the middle of a chunk.
 */
class KilledCalendarTests extends ChildApplicationTest {

    private static final int CASES = 500;

    private static final String HOLD =
            """
            select id_ from act_ru_task
            where id_ = (select task_id from worklist.work_item order by item_id offset 250 limit 1) for update""";
    private static final String MOVED = "select coalesce(sum(moved), 0) from casework.calendar_follow";
    private static final String FOLLOWED =
            "select count(*) from casework.calendar_follow where followed_at is not null";

    @Test
    void each_due_date_follows_once_though_the_application_is_killed_meanwhile() throws Exception {
        Process first = application.prepared(LongCalendar.class, CASES);
        try (Connection holder = application.connect()) {
            holder.setAutoCommit(false);
            template(holder).queryForObject(HOLD, String.class);
            ChildApplication.goOn(first);
            application.await(first, () -> ChildApplication.blockedBy(holder) > 0);
            ChildApplication.kill(first);
            assertThat(count(holder, MOVED)).isEqualTo(2L * CalendarFollower.CHUNK);
            assertThat(count(holder, "select count(distinct due_at) from worklist.work_item"))
                    .as("the chunk it died in left nothing behind")
                    .isEqualTo(2);
        }

        Process second = application.start("second");
        try (Connection reader = application.awaitItsServer(second)) {
            application.await(second, () -> count(reader, FOLLOWED) == 1);
            assertThat(count(reader, MOVED)).isEqualTo(CASES);
            assertThat(count(reader, "select count(distinct due_at) from worklist.work_item"))
                    .isEqualTo(1);
            assertThat(count(reader, "select count(*) from worklist.work_item where version = 1"))
                    .as("each once")
                    .isEqualTo(CASES);
            assertThat(
                            count(
                                    reader,
                                    "select count(*) from worklist.work_item join act_ru_task on id_ = task_id where due_date_ = due_at"))
                    .isEqualTo(CASES);
            // The ladders have followed: they begin the day before.
            assertThat(count(reader, "select count(distinct duedate_) from act_ru_job"))
                    .isEqualTo(1);
        }
        ChildApplication.stop(second);
    }
}
