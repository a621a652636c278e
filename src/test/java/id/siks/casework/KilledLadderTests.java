package id.siks.casework;

import static id.siks.ChildApplication.count;
import static id.siks.ChildApplication.template;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.ChildApplication;
import id.siks.ChildApplicationTest;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Requirement 27: a thousand timers fire while the application is killed. The turns of some cases are held by the test, so that it dies in
 * the middle of what their timers do.
 */
class KilledLadderTests extends ChildApplicationTest {

    private static final int CASES = 1_000;

    private static final String TOLD = "select count(*) from casework.task_rung";
    private static final String SOME = "select case_ref from casework.case_summary order by case_ref offset ? limit 1";
    private static final String HOLD = "select pg_advisory_lock(hashtextextended(?, 0))";

    @Test
    void each_of_a_thousand_timers_tells_once_though_the_application_is_killed_meanwhile() throws Exception {
        Process first = application.prepared(LongLadder.class, CASES);
        try (Connection holder = application.connect()) {
            for (int place : List.of(150, 350, 550, 750)) {
                String ref = template(holder).queryForObject(SOME, String.class, place);
                template(holder).query(HOLD, row -> {}, ref);
            }
            ChildApplication.goOn(first);
            application.await(first, () -> ChildApplication.blockedBy(holder) > 0 && count(holder, TOLD) > 0);
            ChildApplication.kill(first);
            assertThat(count(holder, TOLD)).isBetween(1L, CASES - 1L);
        }

        Process second = application.start("second");
        try (Connection reader = application.awaitItsServer(second)) {
            application.await(second, () -> count(reader, TOLD) >= CASES);
            everybodyWasToldOnce(reader);
        }
        ChildApplication.stop(second);
    }

    private static void everybodyWasToldOnce(Connection db) {
        assertThat(count(db, TOLD)).isEqualTo(CASES);
        assertThat(count(db, "select count(distinct task_id) from casework.task_rung where rung = 'REMINDER'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from worklist.notice where what = 'TASK_OVERDUE'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(distinct rung_id) from worklist.notice"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from casework.case_event where what like 'rung-%'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(distinct case_ref) from casework.case_event where what = 'rung-reminder'"))
                .isEqualTo(CASES);
        // Each waits for its next rung, and nothing has happened to the task itself.
        assertThat(count(db, "select count(*) from act_ru_job where duedate_ > now() and retries_ > 0"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(distinct execution_id_) from act_ru_job"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from act_ru_task")).isEqualTo(CASES);
        assertThat(count(db, "select count(*) from act_ru_incident")).isZero();
        assertThat(count(db, "select count(*) from worklist.work_item where state = 'OPEN' and assignee is null"))
                .isEqualTo(CASES);
    }
}
