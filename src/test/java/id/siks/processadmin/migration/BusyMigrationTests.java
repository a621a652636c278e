package id.siks.processadmin.migration;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.forms.FormSchemas;
import id.siks.processadmin.migration.Progress.Stay;
import id.siks.worklist.model.TestWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** A thousand cases move while people go on taking and doing their tasks. */
@EngineTest
class BusyMigrationTests {

    private static final int CASES = 1_000;
    private static final int TOGETHER = 50;
    private static final int PEOPLE = 3;
    private static final int DONE_BEFORE = 20;
    private static final int DONE_AT_MOST = 300;
    private static final AreaCode VILLAGE = new AreaCode("1671011005");

    private static final String TASKS =
            """
            select e.business_key_ as ref, t.id_, t.task_def_key_, t.assignee_, t.due_date_, d.version_ from act_ru_task t
            join act_ru_execution e on e.id_ = t.proc_inst_id_ join act_re_procdef d on d.id_ = t.proc_def_id_
            where d.key_ = ?""";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    MovingCases cases;

    @Autowired
    MigrationDesk desk;

    @Autowired
    MigrationWorker worker;

    @Autowired
    MigrationRows rows;

    @Autowired
    MigrationCases known;

    @Autowired
    Pairs pairs;

    @Autowired
    FormSchemas forms;

    @Autowired
    TestWork work;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private final String key = "test-busy-" + UUID.randomUUID().toString().substring(0, 8);
    private final Set<Integer> answers = ConcurrentHashMap.newKeySet();
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    /** A task as it stands: of which case, where, whose, until when, in which version. */
    private record Open(String ref, String id, String step, String assignee, Object due, int version) {}

    @AfterEach
    void nothingIsLeft() {
        inPortions(List.copyOf(open().keySet()), ref -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ref)
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getId(), "uji")));
        cases.end(key);
    }

    @Test
    void nobody_is_disturbed_and_nothing_is_lost_or_doubled() throws Exception {
        cases.version(key, MovingCases.model(MovingCases.BARE, key));
        inPortions(new ArrayList<>(Collections.nCopies(CASES, key)), k -> cases.open(k, VILLAGE));
        Map<String, Open> before = open();
        assertThat(before).hasSize(CASES);
        cases.version(key, MovingCases.model(MovingCases.WATCHED, key));
        long id = begun();

        ExecutorService desks = Executors.newFixedThreadPool(PEOPLE);
        ConcurrentLinkedQueue<Open> waiting = new ConcurrentLinkedQueue<>(before.values());
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Actor operator = people.operator(VILLAGE);
            working.add(desks.submit(() -> work(operator, waiting)));
        }
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> done.size() >= DONE_BEFORE);
        while (rows.get(id).state() == Migration.State.RUNNING) {
            worker.step(rows.get(id));
        }
        for (Future<?> one : working) {
            one.get();
        }
        desks.shutdown();

        assertThat(answers).as("taken, done, or told that somebody was faster").isSubsetOf(302, 409);
        assertThat(rows.get(id).state()).isEqualTo(Migration.State.DONE);
        everyCaseIsWhereItShouldBe(id, before);
        assertThat(work.isInStep()).isTrue();
    }

    private void everyCaseIsWhereItShouldBe(long id, Map<String, Open> before) {
        Map<String, Open> after = open();
        Progress progress = known.progress(id);
        assertThat(progress.total()).isEqualTo(CASES);
        assertThat(progress.waiting()).isZero();
        assertThat(progress.stays()).extracting(Stay::fault).containsOnly(MoveFault.NO_PLACE);
        assertThat(progress.stays()).extracting(Stay::step).containsOnly("check-weight");
        int stayed = 0;
        for (Open was : before.values()) {
            Open is = after.get(was.ref());
            if (!done.contains(was.id())) {
                Open expected = new Open(was.ref(), was.id(), "weigh-goods", taken.get(was.id()), was.due(), 2);
                assertThat(is).as("as it was, in the new version").isEqualTo(expected);
            } else if (is != null) {
                assertThat(is.step()).as("gone on before its turn").isEqualTo("check-weight");
                assertThat(is.version()).isEqualTo(1);
                stayed++;
            }
        }
        assertThat(progress.stayed()).isEqualTo(stayed).isGreaterThanOrEqualTo(1);
        assertThat(after).hasSize(CASES - done.size() + stayed);
        assertThat(jdbc.queryForObject(
                        """
                        select count(*) from act_ru_job j join act_re_procdef d on d.id_ = j.process_def_id_
                        where d.key_ = ? and j.handler_cfg_ = 'weigh-goods-delayed'""",
                        Integer.class,
                        key))
                .as("one reminder for each task that waits in the new version")
                .isEqualTo(CASES - done.size());
    }

    /** Takes every task and does every other one, until enough is done. */
    private Void work(Actor operator, ConcurrentLinkedQueue<Open> waiting) throws Exception {
        boolean finishes = true;
        for (Open next = waiting.poll(); next != null && done.size() < DONE_AT_MOST; next = waiting.poll()) {
            String page = "/worklist/tasks/" + next.id();
            if (answer(post(page + "/claim"), operator) == 302) {
                taken.put(next.id(), operator.id());
            }
            if (finishes && answer(completed(page, next.id()), operator) == 302) {
                done.add(next.id());
            }
            finishes = !finishes;
        }
        return null;
    }

    private MockHttpServletRequestBuilder completed(String page, String task) {
        Integer version =
                jdbc.queryForObject("select version from worklist.work_item where task_id = ?", Integer.class, task);
        return post(page + "/complete")
                .param("key", UUID.randomUUID().toString())
                .param("version", version.toString())
                .param("form", forms.of("weigh-goods").fingerprint())
                .param("weight", "20");
    }

    private int answer(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        int status = mvc.perform(request.with(with(actor)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
        answers.add(status);
        return status;
    }

    private long begun() {
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        Actor releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        long id = desk.plan(
                pairs.of(key, 1, 2),
                Choice.of(Map.of("weigh-goods", "weigh-goods")),
                "Supaya semua diingatkan.",
                admin);
        desk.begin(id, MigrationTest.WHY, releaser);
        return id;
    }

    private Map<String, Open> open() {
        Map<String, Open> open = new LinkedHashMap<>();
        jdbc.query(
                TASKS,
                row -> {
                    String ref = row.getString("ref");
                    Open task = new Open(
                            ref,
                            row.getString("id_"),
                            row.getString("task_def_key_"),
                            row.getString("assignee_"),
                            row.getObject("due_date_"),
                            row.getInt("version_"));
                    assertThat(open.put(ref, task)).as("one task of " + ref).isNull();
                },
                key);
        return open;
    }

    private void inPortions(List<String> all, Consumer<String> deed) {
        for (int i = 0; i < all.size(); i += TOGETHER) {
            List<String> portion = all.subList(i, Math.min(i + TOGETHER, all.size()));
            transaction.executeWithoutResult(s -> portion.forEach(deed));
        }
    }
}
