package id.siks.processadmin.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.casework.LadderWatch;
import id.siks.casework.Timeline;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.ProposalTestData.Place;
import id.siks.worklist.model.TestWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Proposals on their way get a second check, follow the new version to its end, and are taken back. */
@EngineTest
class ProposalMigrationTests {

    private static final String TRUNK = "proposal-trunk";
    private static final String SECOND = "second-check";
    private static final String LOOKED_BY = "name=\"Periksa sekali lagi\" camunda:candidateGroups=\"";

    @Autowired
    ProposalTestData data;

    @Autowired
    MovingCases cases;

    @Autowired
    Pairs pairs;

    @Autowired
    Mapping mapping;

    @Autowired
    MigrationDesk desk;

    @Autowired
    MigrationRows rows;

    @Autowired
    MigrationCases known;

    @Autowired
    MigrationWorker worker;

    @Autowired
    TestActors people;

    @Autowired
    Timeline timeline;

    @Autowired
    TestWork work;

    @Autowired
    LadderWatch watch;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcTemplate jdbc;

    private int shipped;
    private int changed;

    /** New proposals follow the shipped version again: which is the latest is remembered for a second. */
    @AfterEach
    void asShipped() {
        time.release();
        repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(TRUNK)
                .processDefinitionVersion(changed)
                .list()
                .forEach(d -> repository.deleteDeployment(d.getDeploymentId(), true));
        Awaitility.await().pollDelay(Duration.ofMillis(1_200)).until(() -> true);
    }

    @Test
    void proposals_everywhere_on_the_way_move_and_go_on_and_come_back() throws IOException {
        Place talking = data.in("16.71.01.1005");
        Place place = data.in("16.71.01.1006");
        CaseRef talked = talking.ready();
        CaseRef visiting = data.in("16.71.01.1007").listed();
        CaseRef decided = place.visited();
        CaseRef travelling = data.in("16.71.01.1001").approved();
        Task before = task(decided);
        tasks.setAssignee(before.getId(), place.verifier.id());
        List<Instant> armed = watch.armed(decided);
        assertThat(armed).hasSize(1);
        shipped = latest().getVersion();
        changed = cases.version(TRUNK, withSecondCheck());

        long there = move(shipped, changed);

        assertThat(stayed(there, talked, visiting, decided, travelling)).isZero();
        for (CaseRef ref : List.of(talked, visiting, decided, travelling)) {
            assertThat(version(ref)).as(ref.value()).isEqualTo(changed);
        }
        assertThat(task(decided).getId()).isEqualTo(before.getId());
        assertThat(task(decided).getAssignee()).isEqualTo(place.verifier.id());
        assertThat(task(decided).getDueDate()).isEqualTo(before.getDueDate());
        assertThat(watch.armed(decided)).isEqualTo(armed);

        data.does(place.verifier, decided, "decide-proposal", Map.of("decision", "approve"));
        assertThat(task(decided).getTaskDefinitionKey()).isEqualTo(SECOND);
        assertThat(timeline.of(decided)).last().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("regency-said-approve");
            assertThat(entry.by()).isEqualTo(place.verifier.accountId());
        });
        talking.meets(ProposalTestData.agreedTo(talked));
        assertThat(at(talked)).contains("list-awaited");

        long back = move(changed, shipped);
        assertThat(stayed(back, talked, visiting, travelling)).isZero();
        assertThat(known.progress(back).stays()).anySatisfy(stay -> {
            assertThat(stay.step()).isEqualTo(SECOND);
            assertThat(stay.fault()).isEqualTo(MoveFault.NO_PLACE);
            assertThat(stay.refs()).contains(decided.value());
        });
        assertThat(version(talked)).isEqualTo(shipped);
        assertThat(version(decided)).isEqualTo(changed);
        tasks.complete(task(decided).getId());
        assertThat(at(decided)).contains("batch-awaited");
        long afterwards = move(changed, shipped);
        assertThat(stayed(afterwards, decided)).isZero();
        assertThat(version(decided)).isEqualTo(shipped);
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void a_plan_that_leads_past_the_decision_is_refused() throws IOException {
        shipped = latest().getVersion();
        changed = cases.version(
                TRUNK, withSecondCheck().replace(LOOKED_BY + "REGENCY_OFFICE_HEAD", LOOKED_BY + "REGENCY_VERIFIER"));
        Pair pair = pairs.of(TRUNK, shipped, changed);
        Map<String, String> past = new HashMap<>(mapping.suggest(pair));
        assertThat(desk.check(pair, Choice.of(past)).objections()).isEmpty();
        past.put("decide-proposal", SECOND);

        assertThat(desk.check(pair, Choice.of(past)).objections())
                .containsExactlyInAnyOrder(
                        new Objection("decide-proposal", MoveFault.OWN_PAGE),
                        new Objection("decide-proposal", MoveFault.PAST_STATION));
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        assertThatThrownBy(() -> desk.plan(pair, Choice.of(past), "Putusan dilewati saja.", admin))
                .isInstanceOf(InvalidInput.class);
        assertThat(rows.underWay(TRUNK, shipped)).isEmpty();
    }

    private long move(int source, int target) {
        Pair pair = pairs.of(TRUNK, source, target);
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        Actor releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        long id = desk.plan(pair, Choice.of(mapping.suggest(pair)), "Pemeriksaan kedua di Dinsos.", admin);
        desk.begin(id, MigrationTest.WHY, releaser);
        while (rows.get(id).state() == Migration.State.RUNNING) {
            worker.step(rows.get(id));
        }
        assertThat(rows.get(id).state()).isEqualTo(Migration.State.DONE);
        return id;
    }

    /** What somebody draws who wants the office head to look once more. */
    private static String withSecondCheck() throws IOException {
        String flow = "name=\"setujui\" sourceRef=\"regency-decision\" targetRef=\"";
        String model = Files.readString(Path.of("bpmn/proposal/proposal-trunk.bpmn"));
        assertThat(model).contains(flow + "approve-proposal\"");
        return model.replace(flow + "approve-proposal\"", flow + SECOND + '"')
                .replace(
                        "<bpmn:serviceTask id=\"approve-proposal\"",
                        """
                        <bpmn:userTask id="second-check" name="Periksa sekali lagi" camunda:candidateGroups="REGENCY_OFFICE_HEAD" />
                        <bpmn:sequenceFlow id="second-check-done" sourceRef="second-check" targetRef="approve-proposal" />
                        <bpmn:serviceTask id="approve-proposal\"""");
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(TRUNK)
                .latestVersion()
                .singleResult();
    }

    private Task task(CaseRef ref) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .processDefinitionKey(TRUNK)
                .singleResult();
    }

    private int stayed(long migration, CaseRef... refs) {
        return List.of(refs).stream()
                .mapToInt(ref -> jdbc.queryForObject(
                        """
                        select count(*) from processadmin.migration_case
                        where migration_id = ? and case_ref = ? and state = 'STAYED'""",
                        Integer.class,
                        migration,
                        ref.value()))
                .sum();
    }

    private int version(CaseRef ref) {
        return jdbc.queryForObject(
                """
                select d.version_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.business_key_ = ? and e.parent_id_ is null and d.key_ = 'proposal-trunk'""",
                Integer.class,
                ref.value());
    }

    private List<String> at(CaseRef ref) {
        return jdbc.queryForList(
                """
                select e.act_id_ from act_ru_execution e join act_ru_execution root on root.id_ = e.proc_inst_id_
                where root.business_key_ = ? and e.is_active_""",
                String.class,
                ref.value());
    }
}
