package id.siks.worklist.model;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
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
import id.siks.platform.BeforeCommit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 25: where the worklist differs from the engine it is told, and mended. */
class ReconcileTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("5201022003");
    private static final AreaCode REGENCY = new AreaCode("5203");

    @Autowired
    WorklistReconcile reconcile;

    @Autowired
    WorklistRepair repair;

    @Autowired
    WorkCounts counts;

    @Autowired
    BoardSums sums;

    @Autowired
    TransactionTemplate transaction;

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
                .andExpect(content().string(containsString("Tugas di mesin proses dikurangi yang ditampilkan: 1.")))
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

    @Test
    void the_metric_is_nought_also_while_people_work() {
        AtomicBoolean working = new AtomicBoolean(true);
        CompletableFuture<Void> office = CompletableFuture.runAsync(() -> {
            while (working.get()) {
                work.drop(work.open(VILLAGE, null));
            }
        });
        try {
            for (int i = 0; i < 200; i++) {
                assertThat(registry.get(WorklistGauge.NAME).gauge().value()).isZero();
            }
        } finally {
            working.set(false);
            office.join();
        }
    }

    /** Nothing of the transaction has been counted before: a deed that opens its first task comes as late as can be. */
    @Test
    void a_task_that_a_deed_before_the_commit_opens_first_is_counted() {
        AreaCode village = freshVillage(REGENCY);
        AtomicReference<String> task = new AtomicReference<>();

        transaction.executeWithoutResult(status -> BeforeCommit.run(() -> task.set(work.open(village, null))));

        assertThat(counts.open(Role.VILLAGE_OPERATOR, village.value())).containsExactly(entry("weigh-goods", 1));
        assertThat(reconcile.compare().isClean()).isTrue();
        work.drop(task.get());
        assertThat(counts.open(Role.VILLAGE_OPERATOR, village.value())).isEmpty();
    }

    @Test
    void another_step_role_or_area_is_a_difference_and_is_set_right_with_its_counters() {
        String step = work.open(VILLAGE, null);
        String role = work.open(VILLAGE, null);
        String area = work.open(VILLAGE, null);
        change("task_key = 'no-such-step'", step);
        change("role = 'VILLAGE_HEAD'", role);
        change("area_code = '5201022004', team_area = '5201022004'", area);
        assertThat(reconcile.compare().differing()).containsExactlyInAnyOrder(step, role, area);

        assertThat(repair.repair().corrected()).isEqualTo(3);

        for (String task : List.of(step, role, area)) {
            WorkItem item = items.find(task).orElseThrow();
            assertThat(item.task()).isEqualTo("weigh-goods");
            assertThat(item.role()).isEqualTo(Role.VILLAGE_OPERATOR);
            assertThat(item.area()).isEqualTo(VILLAGE);
            assertThat(teamArea(task)).isEqualTo(VILLAGE.value());
        }
        assertThat(reconcile.compare().isClean()).isTrue();
        List.of(step, role, area).forEach(work::drop);
    }

    @Test
    void sums_of_every_level_that_drifted_are_told_and_set_right() throws Exception {
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        String task = work.open(VILLAGE, null);
        sums.fold();
        jdbc.sql(
                        "update worklist.work_due set n = n + 1 where task_key = 'weigh-goods' and area_code in ('', '52', :village)")
                .param("village", VILLAGE.value())
                .update();
        int drifted = reconcile.compare().sums();
        assertThat(drifted).isGreaterThanOrEqualTo(3);
        jdbc.sql(
                        """
                        insert into worklist.work_pace (digits, area_code, task_key, month, took, late, n)
                        values (4, '5201', 'weigh-goods', '1999-01-01', 3, false, 7)""")
                .update();
        assertThat(reconcile.compare().sums()).isEqualTo(drifted + 1);
        mvc.perform(get("/worklist/reconcile").with(with(admin)))
                .andExpect(content().string(containsString("jumlah di papan penyelia berbeda")));

        assertThat(repair.repair().recounted()).isEqualTo(drifted + 1);

        assertThat(reconcile.compare().isClean()).isTrue();
        work.drop(task);
    }

    @Test
    void a_sum_that_nothing_is_left_of_goes_with_the_folding() {
        AreaCode village = new AreaCode("5201022003");
        String task = work.open(village, null);
        sums.fold();
        assertThat(sumsOf(village)).isEqualTo(1);

        work.drop(task);
        sums.fold();

        assertThat(sumsOf(village)).isZero();
    }

    private int sumsOf(AreaCode village) {
        return jdbc.sql("select count(*) from worklist.work_due where area_code = :village")
                .param("village", village.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void what_was_closed_by_mistake_is_counted_as_done_no_longer() {
        AreaCode village = new AreaCode("5201022005");
        String task = work.open(village, null);
        change("state = 'DONE', done_by = 1, done_at = now()", task);
        jdbc.sql("update worklist.work_count set state = 'DONE' where area_code = :village and state = 'OPEN'")
                .param("village", village.value())
                .update();
        assertThat(done(village)).isEqualTo(1);

        assertThat(repair.repair().inserted()).isEqualTo(1);

        assertThat(items.find(task).orElseThrow().isOpen()).isTrue();
        assertThat(done(village)).isZero();
        assertThat(reconcile.compare().isClean()).isTrue();
        work.drop(task);
    }

    @Test
    void an_odd_task_keeps_nobody_from_mending_the_rest() throws Exception {
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        String odd = work.open(VILLAGE, null);
        String lost = work.open(VILLAGE, null);
        jdbc.sql("delete from act_ru_identitylink where task_id_ = :task")
                .param("task", odd)
                .update();
        for (String task : List.of(odd, lost)) {
            jdbc.sql("delete from worklist.work_item where task_id = :task")
                    .param("task", task)
                    .update();
        }

        mvc.perform(post("/worklist/reconcile").with(with(admin)).with(csrf()))
                .andExpect(flash().attribute("repaired", new WorklistRepair.Repaired(1, 0, 0, 1, 1)));

        assertThat(items.find(lost).orElseThrow().isOpen()).isTrue();
        assertThat(reconcile.compare().missing()).containsExactly(odd);
        assertThat(reconcile.compare().counters()).isEmpty();
        work.drop(lost);
        work.drop(odd);
        assertThat(reconcile.compare().isClean()).isTrue();
    }

    private void change(String what, String task) {
        jdbc.sql("update worklist.work_item set " + what + " where task_id = :task")
                .param("task", task)
                .update();
    }

    private String teamArea(String task) {
        return jdbc.sql("select team_area from worklist.work_item where task_id = :task")
                .param("task", task)
                .query(String.class)
                .single();
    }

    private int done(AreaCode village) {
        return sums.done(village.value(), LocalDate.of(2000, 1, 1), Set.of("weigh-goods"))
                .getOrDefault(village, BoardSums.Done.NOTHING)
                .all();
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
