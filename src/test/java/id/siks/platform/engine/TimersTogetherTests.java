package id.siks.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import id.siks.EngineTest;
import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseTurns;
import id.siks.casework.LadderWatch;
import id.siks.casework.Rung;
import id.siks.casework.Rungs;
import id.siks.casework.TestCases;
import id.siks.casework.ToldRung;
import id.siks.casework.WatchedWork;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Timers at open tasks that fire in one transaction: each tells what it would tell alone, and holds up no other. */
@EngineTest
class TimersTogetherTests {

    // Due on Thursday at 16.00, a reminder the day before.
    private static final Instant MONDAY = Instant.parse("2026-11-02T03:00:00Z");
    private static final Instant WEDNESDAY_EVENING = Instant.parse("2026-11-04T09:00:01Z");
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-06T09:30:00Z");

    private static final AreaCode REGENCY = new AreaCode("1903");

    private static final String THREE =
            """
            <bpmn:multiInstanceLoopCharacteristics>
              <bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">3</bpmn:loopCardinality>
            </bpmn:multiInstanceLoopCharacteristics>""";

    private static final String JOBS =
            """
            select j.id_ from act_ru_job j join act_ru_execution root on root.id_ = j.process_instance_id_
            where root.business_key_ = any (?) and j.handler_cfg_ like '%-delayed'""";

    @Autowired
    TimersTogether timers;

    @Autowired
    TaskTimers taskTimers;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService jobs;

    @Autowired
    WatchedWork goods;

    @Autowired
    TestCases made;

    @Autowired
    LadderWatch watch;

    @Autowired
    Rungs rungs;

    @Autowired
    CaseTurns turns;

    @Autowired
    TestActors people;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void itIsMonday() {
        time.moveTo(MONDAY);
    }

    @Test
    void each_tells_its_own_people_and_is_armed_for_the_next_rung() {
        AreaCode one = village(1);
        AreaCode other = village(2);
        Actor first = people.operator(one);
        Actor second = people.operator(other);
        people.verifier(REGENCY);
        List<CaseRef> cases = List.of(open(one), open(other), open(one));

        assertThat(fire(cases)).isEmpty();

        assertThat(cases).allSatisfy(ref -> {
            assertThat(rungs.of(ref)).extracting(ToldRung::rung).containsExactly(Rung.REMINDER);
            assertThat(watch.armed(ref)).containsExactly(FRIDAY_EVENING);
        });
        assertThat(told(cases.get(0))).containsExactly(first.accountId());
        assertThat(told(cases.get(1))).containsExactly(second.accountId());
        assertThat(notices(cases)).isEqualTo(3);
        assertThat(fire(cases)).isEmpty();
        assertThat(notices(cases)).isEqualTo(3);
    }

    /** The villages of a district: many tasks and one timer. */
    @Test
    void tasks_side_by_side_are_told_of_one_by_one() {
        AreaCode village = village(7);
        Actor operator = people.operator(village);
        List<CaseRef> cases = List.of(sideBySide(village), open(village), sideBySide(village));
        String[] tasks = tasks(cases);
        assertThat(tasks).hasSize(7);

        assertThat(fire(cases)).isEmpty();

        assertThat(cases.stream().flatMap(ref -> rungs.of(ref).stream()))
                .extracting(ToldRung::taskId, ToldRung::told)
                .containsExactlyInAnyOrder(Stream.of(tasks)
                        .map(task -> tuple(task, List.of(operator.accountId())))
                        .toArray(Tuple[]::new));
        assertThat(cases).allSatisfy(ref -> assertThat(watch.armed(ref)).containsExactly(FRIDAY_EVENING));
    }

    @Test
    void many_ask_no_more_than_few() {
        AreaCode village = village(3);
        people.operator(village);
        int few = questions(cases(village, 3));

        assertThat(questions(cases(village, 12))).isEqualTo(few).isLessThan(27);
    }

    @Test
    void a_case_somebody_acts_on_is_left_for_later_and_holds_up_no_other() {
        AreaCode village = village(4);
        people.operator(village);
        List<CaseRef> cases = cases(village, 4);
        CaseRef busy = cases.get(2);

        List<String> left = transaction.execute(status -> {
            turns.take(busy);
            return CompletableFuture.supplyAsync(() -> fire(cases)).join();
        });

        assertThat(left).isEqualTo(timers(List.of(busy)));
        assertThat(cases).filteredOn(ref -> rungs.of(ref).isEmpty()).containsExactly(busy);
    }

    @Test
    void one_that_fails_takes_nothing_from_the_others() {
        AreaCode village = village(5);
        people.operator(village);
        List<CaseRef> cases = cases(village, 4);
        CaseRef bad = cases.get(1);
        handTo("NOBODY", bad);

        List<String> left = fire(cases);
        assertThat(left).containsExactlyInAnyOrderElementsOf(timers(cases));
        assertThat(notices(cases)).isZero();

        left.stream().filter(id -> !timers(List.of(bad)).contains(id)).forEach(jobs::executeJob);
        assertThat(notices(cases)).isEqualTo(3);
        handTo(Role.VILLAGE_OPERATOR.name(), bad);
    }

    @Test
    void whatever_stops_them_together_each_is_left_to_fire_alone() {
        List<String> due = timers(cases(village(6), 2));
        TaskRungs broken = mock(TaskRungs.class, asked -> {
            throw new StackOverflowError("uji");
        });
        BeanFactory ladder = new StaticListableBeanFactory(Map.of("ladder", broken));

        TimersTogether failing = new TimersTogether(taskTimers, ladder.getBeanProvider(TaskRungs.class));

        assertThat(failing.fire(due, (ProcessEngineImpl) engine)).isEqualTo(due);
    }

    private void handTo(String role, CaseRef ref) {
        db.update(
                """
                update act_ru_identitylink l set group_id_ = ? from act_ru_task t, act_ru_execution e
                where l.task_id_ = t.id_ and e.id_ = t.proc_inst_id_ and e.business_key_ = ?""",
                role,
                ref.value());
    }

    private List<String> fire(List<CaseRef> cases) {
        time.moveTo(WEDNESDAY_EVENING);
        return timers.fire(timers(cases), (ProcessEngineImpl) engine);
    }

    private int questions(List<CaseRef> cases) {
        List<String> before = timers(cases);
        time.moveTo(WEDNESDAY_EVENING);
        int[] ours = new int[1];
        int engines = Statements.askedByTheEngine(
                        () -> ours[0] = Statements.during(() -> timers.fire(before, (ProcessEngineImpl) engine))
                                .size())
                .size();
        assertThat(notices(cases)).isEqualTo(cases.size());
        return ours[0] + engines;
    }

    private AreaCode village(int n) {
        return new AreaCode(db.queryForObject(
                "select area_code from area.area where area_code like ? and length(area_code) = 10 order by 1 offset ? limit 1",
                String.class,
                REGENCY.value() + "%",
                n));
    }

    private List<CaseRef> cases(AreaCode village, int n) {
        time.moveTo(MONDAY);
        return Stream.generate(() -> open(village)).limit(n).toList();
    }

    private CaseRef open(AreaCode village) {
        return goods.open(Role.VILLAGE_OPERATOR, village);
    }

    private CaseRef sideBySide(AreaCode village) {
        String key = "watched-side-by-side";
        made.draw(key, () -> TestCases.diagram("casework/test-watched.bpmn", key)
                .replace("\"VILLAGE_OPERATOR\" />", "\"VILLAGE_OPERATOR\">" + THREE + "</bpmn:userTask>"));
        return made.open(key, village, "Barang uji", null);
    }

    private String[] tasks(List<CaseRef> cases) {
        return db.queryForList("select task_id from worklist.work_item where case_ref = any (?)", String.class, (Object)
                        cases.stream().map(CaseRef::value).toArray(String[]::new))
                .toArray(String[]::new);
    }

    private List<String> timers(List<CaseRef> cases) {
        return db.queryForList(
                JOBS, String.class, (Object) cases.stream().map(CaseRef::value).toArray(String[]::new));
    }

    private List<Long> told(CaseRef ref) {
        return rungs.of(ref).get(0).told();
    }

    private int notices(List<CaseRef> cases) {
        return db.queryForObject(
                "select count(*) from worklist.notice where what = 'TASK_OVERDUE' and case_ref = any (?)",
                Integer.class,
                (Object) cases.stream().map(CaseRef::value).toArray(String[]::new));
    }
}
