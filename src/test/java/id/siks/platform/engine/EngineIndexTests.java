package id.siks.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's history has the indexes that are asked, and no others: every step of every case writes them. */
@EngineTest
class EngineIndexTests {

    private static final String WITHIN = "(relname like 'act\\_hi\\_%' or relname = 'act_ge_bytearray')";

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void none_is_kept_for_the_engines_own_cleaning_which_never_runs() {
        assertThat(db.queryForList(
                        """
                        select i.indexrelid::regclass::text from pg_index i
                        join pg_class on pg_class.oid = i.indrelid
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                        where a.attname in ('root_proc_inst_id_', 'removal_time_') and %s"""
                                .formatted(WITHIN),
                        String.class))
                .isEmpty();
    }

    @Test
    void what_a_step_of_a_case_writes_has_few() {
        assertThat(db.queryForList(
                        "select indexname from pg_indexes where tablename in ('act_hi_procinst', 'act_hi_actinst')",
                        String.class))
                .containsExactlyInAnyOrder(
                        "act_hi_procinst_pkey",
                        "act_hi_procinst_proc_inst_id__key",
                        "act_idx_hi_pro_i_buskey",
                        "act_hi_procinst_ended",
                        "act_hi_actinst_pkey",
                        "act_idx_hi_act_inst_procinst");
    }

    @Test
    void a_case_begins_ends_and_is_forgotten_without_its_history_being_read_as_a_whole() {
        assertThat(readAsAWhole(() -> {
                    String instance = runtime.startProcessInstanceByKey(
                                    "proposal-trunk",
                                    "UJI-1804-26-900060",
                                    Map.of(
                                            EngineVariables.AREA_CODE,
                                            "1801012001",
                                            EngineVariables.KIND,
                                            "NEW_REGISTRATION"))
                            .getId();
                    runtime.deleteProcessInstance(instance, "Uji");
                    history.deleteHistoricProcessInstancesBulk(List.of(instance));
                }))
                .isEmpty();
    }

    @Test
    void a_question_without_an_index_is_noticed() {
        assertThat(readAsAWhole(() -> db.queryForList("select 1 from act_hi_actinst where removal_time_ <= now()")))
                .containsExactly("act_hi_actinst");
    }

    /** The tables of the history that have to be read from one end to the other for the deed; it is undone. */
    private Set<String> readAsAWhole(Runnable deed) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            // The tables of the tests are so small that any look through them is cheap.
            db.execute("set local enable_seqscan = off");
            db.execute("set local plan_cache_mode = force_custom_plan");
            Map<String, Long> before = looksThrough();
            deed.run();
            Set<String> read = new TreeSet<>();
            looksThrough().forEach((table, looks) -> {
                if (looks > before.getOrDefault(table, 0L)) {
                    read.add(table);
                }
            });
            return read;
        });
    }

    private Map<String, Long> looksThrough() {
        Map<String, Long> looks = new HashMap<>();
        db.query("select relname, seq_scan from pg_stat_xact_user_tables where " + WITHIN, row -> {
            looks.put(row.getString(1), row.getLong(2));
        });
        return looks;
    }
}
