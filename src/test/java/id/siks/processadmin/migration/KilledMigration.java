package id.siks.processadmin.migration;

import static id.siks.ChildApplication.count;
import static id.siks.ChildApplication.eachCounts;
import static id.siks.ChildApplication.template;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.ChildWork;
import id.siks.KilledWork;
import java.sql.Connection;

/** A thousand cases move to a new version, once each; the turn of one is held, so that they stop in the middle. */
public final class KilledMigration implements KilledWork {

    private static final int CASES = LongMigration.CASES;
    private static final int PLACE = 520;

    private static final String MOVED = "select count(*) from processadmin.migration_case where state = 'MOVED'";
    private static final String ITEMS = "select count(*) from worklist.work_item where area_code = '%s' and state "
            .formatted(LongMigration.VILLAGE.value());
    private static final String ONE =
            """
            select business_key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
            where parent_id_ is null and d.key_ = '%s' order by e.id_ offset ? limit 1"""
                    .formatted(LongMigration.KEY);
    private static final String HOLD = "select pg_advisory_lock(hashtextextended(?, 0))";

    @Override
    public Class<? extends ChildWork> child() {
        return LongMigration.class;
    }

    @Override
    public void hold(Connection holder) {
        template(holder).query(HOLD, row -> {}, template(holder).queryForObject(ONE, String.class, PLACE));
    }

    @Override
    public void diedInTheMiddle(Connection db) {
        assertThat(count(db, MOVED)).isBetween(1L, CASES - 1L);
        assertThat(count(db, MOVED)).as("what moved and what is said of it").isEqualTo(count(db, onVersion(2)));
    }

    @Override
    public boolean isDone(Connection db) {
        return count(db, "select count(*) from processadmin.migration where state = 'DONE'") == 1;
    }

    @Override
    public void happenedOnce(Connection db) {
        eachCounts(
                CASES,
                db,
                MOVED,
                "select count(*) from processadmin.migration_case",
                onVersion(2),
                """
                select count(*) from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_
                where d.key_ = '%s'"""
                        .formatted(LongMigration.KEY),
                jobs("count(*)") + " and handler_cfg_ = 'weigh-goods-delayed'",
                jobs("count(distinct execution_id_)"),
                ITEMS + "= 'OPEN'");
        eachCounts(
                0,
                db,
                onVersion(1),
                ITEMS + "<> 'OPEN'",
                "select count(*) from act_ru_incident",
                """
                select count(*) from casework.case_event join processadmin.migration_case using (case_ref)
                where what like 'rung-%'""");
    }

    private static String jobs(String what) {
        return "select %s from act_ru_job where process_def_key_ = '%s'".formatted(what, LongMigration.KEY);
    }

    private static String onVersion(int version) {
        return """
                select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null and d.key_ = '%s' and d.version_ = %d"""
                .formatted(LongMigration.KEY, version);
    }
}
