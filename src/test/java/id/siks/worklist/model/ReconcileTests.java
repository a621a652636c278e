package id.siks.worklist.model;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the worklist differs from the engine it is told, and mended. */
class ReconcileTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("5201022003");

    @Autowired
    WorklistReconcile reconcile;

    @Autowired
    WorklistRepair repair;

    @Autowired
    MeterRegistry registry;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_difference_from_the_engine_is_told_to_those_in_charge_and_mended_every_night() throws Exception {
        Actor auditor = people.auditor(new AreaCode("1804"));
        String task = work.open(VILLAGE, null, "Siti Aminah");
        jdbc.sql("update worklist.work_item set task_id = task_id || 'x' where task_id = :task")
                .param("task", task)
                .update();
        assertThat(registry.get(WorklistGauge.NAME).gauge().value()).isZero();

        repair.nightly();

        mvc.perform(get("/identity/access-log").with(with(auditor)))
                .andExpect(content().string(containsString("Daftar tugas berbeda dari mesin proses")))
                .andExpect(content().string(containsString("missing 1 surplus 1")));
        assertThat(items.find(task).orElseThrow().isOpen()).isTrue();
        assertThat(items.find(task + "x").orElseThrow().state()).isEqualTo(WorkItem.State.GONE);
        assertThat(subjectOf(task)).isEqualTo("Siti Aminah");
        assertThat(reconcile.compare().isClean()).isTrue();
        work.drop(task);
    }

    @Test
    void whoever_looks_after_the_system_sees_what_differs_and_has_it_mended() throws Exception {
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        String lost = work.open(VILLAGE, null);
        String strange = work.open(VILLAGE, null);
        jdbc.sql("delete from worklist.work_item where task_id = :task")
                .param("task", lost)
                .update();
        jdbc.sql("update worklist.work_item set assignee = 1 where task_id = :task")
                .param("task", strange)
                .update();
        assertThat(registry.get(WorklistGauge.NAME).gauge().value()).isEqualTo(1);

        mvc.perform(get("/worklist/reconcile").with(with(admin)))
                .andExpect(content().string(containsString(lost)))
                .andExpect(content().string(containsString(strange)));
        mvc.perform(post("/worklist/reconcile").with(with(admin)).with(csrf()))
                .andExpect(redirectedUrl("/worklist/reconcile"))
                .andExpect(flash().attributeExists("repaired"));

        assertThat(items.find(strange).orElseThrow().assignee()).isNull();
        assertThat(reconcile.compare().isClean()).isTrue();
        work.drop(lost);
        work.drop(strange);
    }

    /** Requirement 22: whoever looks after the system sees no cases, and no counts that tell of single ones. */
    @Test
    void a_difference_between_small_counts_is_told_without_the_counts() throws Exception {
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        miscount(2);
        try {
            assertThat(reconcile.compare().counters())
                    .contains("VILLAGE_OPERATOR 1701022999 weigh-goods OPEN: <5 / <5");
            mvc.perform(get("/worklist/reconcile").with(with(admin)))
                    .andExpect(content().string(containsString("weigh-goods OPEN: &lt;5 / &lt;5")));
            miscount(9);
            assertThat(reconcile.compare().counters()).contains("VILLAGE_OPERATOR 1701022999 weigh-goods OPEN: 9 / <5");
        } finally {
            jdbc.sql("delete from worklist.work_count where area_code = '1701022999'")
                    .update();
        }
    }

    private String subjectOf(String task) {
        return jdbc.sql("select subject from worklist.work_item where task_id = :task")
                .param("task", task)
                .query(String.class)
                .single();
    }

    private void miscount(int n) {
        jdbc.sql(
                        """
                        insert into worklist.work_count (role, area_code, task_key, state, n)
                        values ('VILLAGE_OPERATOR', '1701022999', 'weigh-goods', 'OPEN', :n)
                        on conflict (role, area_code, task_key, state) do update set n = excluded.n""")
                .param("n", n)
                .update();
    }
}
