package id.siks.casework;

import static id.siks.ChildApplication.count;
import static id.siks.ChildApplication.eachCounts;
import static id.siks.ChildApplication.template;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.ChildWork;
import id.siks.KilledWork;
import java.sql.Connection;
import java.util.List;

/** A thousand timers fire, once each; the turns of some cases are held, so that every lane of the jobs comes to wait for one. */
public final class KilledLadder implements KilledWork {

    private static final int CASES = LongLadder.CASES;
    private static final List<Integer> PLACES = List.of(150, 350, 550, 750);

    private static final String TOLD = "select count(*) from casework.task_rung";
    private static final String SOME =
            "select case_ref from casework.case_summary where area_code = '%s' order by case_ref offset ? limit 1"
                    .formatted(LongLadder.VILLAGE.value());
    private static final String HOLD = "select pg_advisory_lock(hashtextextended(?, 0))";

    @Override
    public Class<? extends ChildWork> child() {
        return LongLadder.class;
    }

    @Override
    public void hold(Connection holder) {
        for (int place : PLACES) {
            String ref = template(holder).queryForObject(SOME, String.class, place);
            template(holder).query(HOLD, row -> {}, ref);
        }
    }

    @Override
    public boolean isInTheMiddle(Connection holder) {
        return KilledWork.super.isInTheMiddle(holder) && count(holder, TOLD) > 0;
    }

    @Override
    public void diedInTheMiddle(Connection db) {
        assertThat(count(db, TOLD)).isBetween(1L, CASES - 1L);
    }

    @Override
    public boolean isDone(Connection db) {
        return count(db, TOLD) >= CASES;
    }

    @Override
    public void happenedOnce(Connection db) {
        eachCounts(
                CASES,
                db,
                TOLD,
                "select count(distinct task_id) from casework.task_rung where rung = 'REMINDER'",
                "select count(*) from worklist.notice where what = 'TASK_OVERDUE'",
                "select count(distinct rung_id) from worklist.notice",
                "select count(*) from casework.case_event where what like 'rung-%'",
                "select count(distinct case_ref) from casework.case_event where what = 'rung-reminder'",
                // Each waits for its next rung, and nothing has happened to the task itself.
                jobs("count(*)") + " and duedate_ > now() and retries_ > 0",
                jobs("count(distinct execution_id_)"),
                """
                select count(*) from act_ru_task join worklist.work_item on task_id = id_
                where area_code = '%s' and state = 'OPEN' and assignee is null and assignee_ is null"""
                        .formatted(LongLadder.VILLAGE.value()));
        assertThat(count(db, "select count(*) from act_ru_incident")).isZero();
    }

    private static String jobs(String what) {
        return "select %s from act_ru_job where process_def_key_ = '%s'".formatted(what, LongLadder.KEY);
    }
}
