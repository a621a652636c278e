package id.siks.processadmin.migration;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.processadmin.migration.DryRun.Outlook;
import id.siks.processadmin.migration.Progress.Stay;
import java.sql.Timestamp;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What cases bring along when they move: timers of their steps that count on, and values the target asks for. */
@EngineTest
class CarriedAlongTests {

    private static final AreaCode VILLAGE = new AreaCode("1671011003");
    private static final String REASON = "Aturan baru tentang timbangan.";
    private static final String NUDGE =
            """
            <bpmn:boundaryEvent id="nudge" name="Ingatkan" cancelActivity="false" attachedToRef="weigh-goods">
              <bpmn:timerEventDefinition><bpmn:timeDuration>PT72H</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="to-nudged" sourceRef="nudge" targetRef="nudged" />
            <bpmn:endEvent id="nudged" name="Diingatkan" />
            """;

    @Autowired
    TestActors people;

    @Autowired
    MovingCases cases;

    @Autowired
    Pairs pairs;

    @Autowired
    MigrationDesk desk;

    @Autowired
    MigrationWorker worker;

    @Autowired
    MigrationRows rows;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate jdbc;

    private String key;

    @BeforeEach
    void aProcess() {
        key = "test-carried-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void nothingRuns() {
        cases.end(key);
    }

    @ParameterizedTest
    @CsvSource({
        "weigh-twice, nudge, Ingatkan",
        "weigh-twice, reminder, Ingatkan",
        "weigh-twice, reminder, Ingat",
        "weigh-goods, reminder, Ingatkan",
        "weigh-goods, reminder, Ingat"
    })
    void a_timer_of_a_step_counts_on_and_does_not_fire_twice_whatever_they_are_called(
            String step, String timer, String name) {
        version(NUDGE);
        CaseRef waiting = open();
        CaseRef told = open();
        management.executeJob(timers(told).get(0).id());
        List<Timer> before = timers(waiting);
        assertThat(before).hasSize(1);
        cases.version(
                key,
                model(NUDGE)
                        .replace("\"nudge\"", '"' + timer + '"')
                        .replace("\"Ingatkan\"", '"' + name + '"')
                        .replace("weigh-goods", step));

        run(Map.of("weigh-goods", step));

        assertThat(version(waiting)).isEqualTo(2);
        assertThat(timers(waiting)).isEqualTo(before);
        assertThat(timers(told)).isEmpty();
    }

    @Test
    void a_timer_that_was_not_there_begins_with_the_move_and_one_that_is_no_more_ends() {
        version(NUDGE);
        CaseRef ref = open();
        List<Timer> before = timers(ref);
        cases.version(
                key,
                model(NUDGE)
                        .replace("\"nudge\"", "\"late\"")
                        .replace("Ingatkan", "Terlambat")
                        .replace("72", "24"));

        run(Map.of("weigh-goods", "weigh-goods"));

        assertThat(timers(ref)).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void cases_without_a_value_the_target_asks_for_on_the_spot_stay_and_the_others_move() {
        version("");
        CaseRef with = open();
        CaseRef without = open();
        runtime.setVariable(instance(with), "nudgeAt", new Date());
        version(NUDGE.replace("timeDuration", "timeDate").replace("PT72H", "${nudgeAt}"));

        Outlook outlook = desk.check(pairs.of(key, 1, 2), Choice.of(Map.of("weigh-goods", "weigh-goods")))
                .outlook();

        assertThat(outlook.moves()).isEqualTo(1);
        assertThat(outlook.stays()).extracting(Stay::refs).containsExactly(List.of(without.value()));
    }

    @Test
    void cases_that_were_never_asked_for_an_answer_the_target_reads_later_stay() {
        version("");
        CaseRef ref = open();
        cases.version(
                key,
                model(
                                """
                        <bpmn:userTask id="count-sacks" name="Hitung karung" camunda:candidateGroups="VILLAGE_OPERATOR" />
                        <bpmn:sequenceFlow id="counted" sourceRef="count-sacks" targetRef="weigh-goods" />
                        <bpmn:exclusiveGateway id="many" default="to-check" />
                        <bpmn:sequenceFlow id="weighed" sourceRef="weigh-goods" targetRef="many" />
                        <bpmn:sequenceFlow id="few" sourceRef="many" targetRef="goods-weighed">
                          <bpmn:conditionExpression>${countSacks == 'FEW'}</bpmn:conditionExpression></bpmn:sequenceFlow>
                        """)
                        .replace(
                                "sourceRef=\"goods-arrived\" targetRef=\"weigh-goods\"",
                                "sourceRef=\"goods-arrived\" targetRef=\"count-sacks\"")
                        .replace(
                                "sourceRef=\"weigh-goods\" targetRef=\"check-weight\"",
                                "sourceRef=\"many\" targetRef=\"check-weight\""));
        Map<String, String> same = Map.of("weigh-goods", "weigh-goods", "check-weight", "check-weight");

        assertThat(desk.check(pairs.of(key, 1, 2), Choice.of(same)).outlook().stays())
                .containsExactly(new Stay("weigh-goods", MoveFault.VALUE_LACKING, 1, List.of(ref.value())));
        run(same);
        assertThat(version(ref)).isEqualTo(1);
    }

    private void run(Map<String, String> steps) {
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        Actor releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        long id = desk.plan(pairs.of(key, 1, 2), Choice.of(steps), REASON, admin);
        desk.begin(id, MigrationTest.WHY, releaser);
        while (rows.get(id).state() == Migration.State.RUNNING) {
            worker.step(rows.get(id));
        }
        assertThat(rows.get(id).state()).isEqualTo(Migration.State.DONE);
    }

    private void version(String more) {
        cases.version(key, model(more));
    }

    private String model(String more) {
        return MovingCases.model(MovingCases.BARE, key).replace("</bpmn:process>", more + "</bpmn:process>");
    }

    private CaseRef open() {
        return cases.open(key, VILLAGE);
    }

    private String instance(CaseRef ref) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();
    }

    private int version(CaseRef ref) {
        return cases.version(ref);
    }

    private List<Timer> timers(CaseRef ref) {
        return jdbc.query(
                "select id_, duedate_ from act_ru_job where process_instance_id_ = ?",
                (row, n) -> new Timer(row.getString("id_"), row.getTimestamp("duedate_")),
                instance(ref));
    }

    private record Timer(String id, Timestamp at) {}
}
