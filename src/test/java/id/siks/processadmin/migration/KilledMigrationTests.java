package id.siks.processadmin.migration;

import static id.siks.ChildApplication.count;
import static id.siks.ChildApplication.template;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.ChildApplication;
import id.siks.ChildApplicationTest;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** Requirement 27: the application is killed in the middle of a migration; the turn of one case is held by the test, so that it is. */
class KilledMigrationTests extends ChildApplicationTest {

    private static final int CASES = 1_000;
    private static final int PLACE = 520;

    private static final String MOVED = "select count(*) from processadmin.migration_case where state = 'MOVED'";
    private static final String ONE =
            "select business_key_ from act_ru_execution where parent_id_ is null order by id_ offset ? limit 1";
    private static final String HOLD = "select pg_advisory_lock(hashtextextended(?, 0))";

    @Test
    void a_thousand_cases_move_once_though_the_application_is_killed_meanwhile() throws Exception {
        Process first = application.prepared(LongMigration.class, CASES);
        try (Connection holder = application.connect()) {
            template(holder).query(HOLD, row -> {}, template(holder).queryForObject(ONE, String.class, PLACE));
            ChildApplication.goOn(first);
            application.await(first, () -> ChildApplication.blockedBy(holder) > 0);
            ChildApplication.kill(first);
            assertThat(count(holder, MOVED)).isBetween(1L, CASES - 1L);
            assertThat(count(holder, MOVED))
                    .as("what moved and what is said of it")
                    .isEqualTo(count(holder, onVersion(2)));
        }

        Process second = application.start("second");
        try (Connection reader = application.awaitItsServer(second)) {
            application.await(
                    second,
                    () -> count(reader, "select count(*) from processadmin.migration where state = 'DONE'") == 1);
            everythingHappenedOnce(reader);
        }
        ChildApplication.stop(second);
    }

    private static void everythingHappenedOnce(Connection db) {
        assertThat(count(db, MOVED)).isEqualTo(CASES);
        assertThat(count(db, "select count(*) from processadmin.migration_case"))
                .isEqualTo(CASES);
        assertThat(count(db, onVersion(2))).isEqualTo(CASES);
        assertThat(count(db, onVersion(1))).isZero();
        assertThat(count(db, "select count(*) from act_ru_task")).isEqualTo(CASES);
        assertThat(count(db, "select count(*) from act_ru_job where handler_cfg_ = 'weigh-goods-delayed'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(distinct execution_id_) from act_ru_job"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from worklist.work_item where state = 'OPEN'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from worklist.work_item where state <> 'OPEN'"))
                .isZero();
        assertThat(count(db, "select count(*) from act_ru_incident")).isZero();
        assertThat(count(db, "select count(*) from casework.case_event where what like 'rung-%'"))
                .isZero();
    }

    private static String onVersion(int version) {
        return """
                select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null and d.key_ = '%s' and d.version_ = %d"""
                .formatted(LongMigration.KEY, version);
    }
}
