package id.siks.worklist;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.Page;
import id.siks.platform.forms.FormSchemas;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@EngineTest
class WorklistTests {

    private static final AreaCode VILLAGE = new AreaCode("5201022001");
    private static final AreaCode OTHER_DISTRICT = new AreaCode("5201011001");
    private static final AreaCode LONG_LIST = new AreaCode("5201022002");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    TestWork work;

    @Autowired
    WorkItems items;

    @Autowired
    WorkQueries queries;

    @Autowired
    TeamCounts teamCounts;

    @Autowired
    WorklistReconcile reconcile;

    @Autowired
    WorklistRepair repair;

    @Autowired
    MeterRegistry registry;

    @Autowired
    FormSchemas schemas;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_task_is_found_taken_filled_in_and_done() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = work.open(VILLAGE, null);

        mvc.perform(get("/").with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(task)));
        mvc.perform(get(page(task)).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Barang: beras")))
                .andExpect(content().string(not(containsString("name=\"weight\""))));
        claim(task, operator);
        mvc.perform(get(page(task)).with(with(operator)))
                .andExpect(content().string(containsString("name=\"weight\"")));
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "20"))
                .andExpect(redirectedUrl("/worklist?done=" + task));

        WorkItem done = items.find(task).orElseThrow();
        assertThat(done.state()).isEqualTo(WorkItem.State.DONE);
        assertThat(done.doneBy()).isEqualTo(operator.accountId());
        mvc.perform(get("/worklist").param("tab", "done").with(with(operator)))
                .andExpect(content().string(containsString(task)));
        mvc.perform(get(page(task)).with(with(operator)))
                .andExpect(content().string(containsString(operator.displayName())));
    }

    @Test
    void wrong_input_comes_back_with_everything_that_was_written() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = claimed(VILLAGE, operator);

        mvc.perform(complete(task, operator, UUID.randomUUID())
                        .param("weight", "70")
                        .param("remark", "ya"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"70\"")))
                .andExpect(content().string(containsString(">ya</textarea>")))
                .andExpect(content().string(containsString("<a href=\"#remark\"><b>Catatan:</b>")))
                .andExpect(content().string(containsString("sedikitnya 5")));
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "13"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Paling besar 12")));
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "14"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tidak ada pekerjaan yang menunggu tim Anda.")));
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "1\u0000"))
                .andExpect(status().isUnprocessableEntity());

        assertThat(items.find(task).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void the_same_form_sent_twice_is_done_once() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = claimed(VILLAGE, operator);
        UUID key = UUID.randomUUID();
        var sent = complete(task, operator, key).param("weight", "20");

        mvc.perform(sent).andExpect(redirectedUrl("/worklist?done=" + task));
        mvc.perform(sent).andExpect(redirectedUrl("/worklist?done=" + task));
    }

    @Test
    void of_two_who_do_it_at_once_one_learns_who_was_faster() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = claimed(VILLAGE, operator);
        var first = complete(task, operator, UUID.randomUUID()).param("weight", "20");
        var second = complete(task, operator, UUID.randomUUID()).param("weight", "30");

        List<Integer> answers = atOnce(first, second);

        assertThat(answers).containsExactlyInAnyOrder(302, 409);
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "20"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(operator.displayName())));
    }

    @Test
    void of_two_who_take_it_at_once_one_gets_it() throws Exception {
        Actor one = people.operator(VILLAGE);
        Actor two = people.operator(VILLAGE);
        String task = work.open(VILLAGE, null);

        List<Integer> answers = atOnce(
                post(page(task) + "/claim").with(with(one)).with(csrf()),
                post(page(task) + "/claim").with(with(two)).with(csrf()));

        assertThat(answers).containsExactlyInAnyOrder(302, 409);
    }

    @Test
    void only_the_one_who_took_it_may_do_it() throws Exception {
        Actor operator = people.operator(VILLAGE);
        Actor colleague = people.operator(VILLAGE);
        String task = work.open(VILLAGE, null);

        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "20"))
                .andExpect(status().isConflict());
        claim(task, operator);
        mvc.perform(complete(task, colleague, UUID.randomUUID()).param("weight", "20"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(operator.displayName())));
        mvc.perform(post(page(task) + "/release").with(with(operator)).with(csrf()))
                .andExpect(redirectedUrl("/worklist"));
        assertThat(items.find(task).orElseThrow().assignee()).isNull();
    }

    @Test
    void a_stale_page_is_refused() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = claimed(VILLAGE, operator);

        mvc.perform(complete(task, operator, UUID.randomUUID(), 99).param("weight", "20"))
                .andExpect(status().isConflict());
    }

    @Test
    void a_task_of_another_district_another_role_or_nobody_does_not_exist() throws Exception {
        String task = work.open(VILLAGE, null);
        Actor elsewhere = people.operator(OTHER_DISTRICT);
        Actor otherRole = people.socialWorker(new AreaCode("520102"));

        for (Actor stranger : List.of(elsewhere, otherRole)) {
            mvc.perform(get(page(task)).with(with(stranger))).andExpect(status().isNotFound());
            mvc.perform(post(page(task) + "/claim").with(with(stranger)).with(csrf()))
                    .andExpect(status().isNotFound());
            mvc.perform(complete(task, stranger, UUID.randomUUID()).param("weight", "20"))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(get(page("no-such-task")).with(with(elsewhere))).andExpect(status().isNotFound());
    }

    @Test
    void pages_are_read_by_key_without_gaps_or_repeats() {
        Actor operator = people.operator(LONG_LIST);
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < WorkQueries.PAGE + 7; i++) {
            opened.add(work.open(LONG_LIST, null));
        }

        Page<WorkItem> first = queries.team(operator, null, false, Cursor.ascending(null));
        Page<WorkItem> second = queries.team(operator, null, false, Cursor.ascending(first.next()));

        assertThat(first.items()).hasSize(WorkQueries.PAGE);
        assertThat(second.hasNext()).isFalse();
        List<String> read =
                new ArrayList<>(first.items().stream().map(WorkItem::taskId).toList());
        read.addAll(second.items().stream().map(WorkItem::taskId).toList());
        assertThat(read).containsExactlyElementsOf(opened);
        assertThat(queries.team(operator, null, false, Cursor.ascending("nonsense"))
                        .items())
                .hasSize(WorkQueries.PAGE);
        assertThat(teamCounts.of(operator)).containsEntry("weigh-goods", opened.size());
    }

    @Test
    void counters_equal_a_recount_and_the_worklist_equals_the_engine() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String done = claimed(VILLAGE, operator);
        String gone = work.open(VILLAGE, null);
        mvc.perform(complete(done, operator, UUID.randomUUID()).param("weight", "20"));
        work.drop(gone);

        WorklistReconcile.Report report = reconcile.compare();

        assertThat(items.find(gone).orElseThrow().state()).isEqualTo(WorkItem.State.GONE);
        assertThat(report.missing()).isEmpty();
        assertThat(report.surplus()).isEmpty();
        assertThat(report.counters()).isEmpty();
    }

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

    private String subjectOf(String task) {
        return jdbc.sql("select subject from worklist.work_item where task_id = :task")
                .param("task", task)
                .query(String.class)
                .single();
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

    private void miscount(int n) {
        jdbc.sql(
                        """
                        insert into worklist.work_count (role, area_code, task_key, state, n)
                        values ('VILLAGE_OPERATOR', '1701022999', 'weigh-goods', 'OPEN', :n)
                        on conflict (role, area_code, task_key, state) do update set n = excluded.n""")
                .param("n", n)
                .update();
    }

    private List<Integer> atOnce(MockHttpServletRequestBuilder... requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(requests.length);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        for (MockHttpServletRequestBuilder request : requests) {
            answers.add(threads.submit(() -> {
                start.await();
                return mvc.perform(request).andReturn().getResponse().getStatus();
            }));
        }
        start.countDown();
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }
        threads.shutdown();
        return codes;
    }

    private String claimed(AreaCode village, Actor actor) throws Exception {
        String task = work.open(village, null);
        claim(task, actor);
        return task;
    }

    private void claim(String task, Actor actor) throws Exception {
        mvc.perform(post(page(task) + "/claim").with(with(actor)).with(csrf())).andExpect(redirectedUrl(page(task)));
    }

    private MockHttpServletRequestBuilder complete(String task, Actor actor, UUID key) {
        return complete(task, actor, key, items.find(task).orElseThrow().version());
    }

    private MockHttpServletRequestBuilder complete(String task, Actor actor, UUID key, int version) {
        return post(page(task) + "/complete")
                .with(with(actor))
                .with(csrf())
                .param("key", key.toString())
                .param("version", Integer.toString(version))
                .param("form", schemas.of("weigh-goods").fingerprint());
    }

    private static String page(String task) {
        return "/worklist/tasks/" + task;
    }
}
