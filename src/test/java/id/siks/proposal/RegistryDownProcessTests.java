package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.register.CivilRegistry;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.RegistryStatus;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import id.siks.register.outside.SimulatedCivilRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requirement 29: while the civil registry is down its cases wait by themselves, and go on by themselves when it is back. */
@EngineTest
class RegistryDownProcessTests {

    /** A number the registry does not answer to. */
    private static final String SILENT = "1804061506859005";

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    SimulatedCivilRegistry civilRegistry;

    @Autowired
    EngineJobs jobs;

    @Autowired
    ManagementService engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    BusinessTime time;

    @AfterEach
    void now() {
        time.release();
    }

    @Test
    void a_case_asks_at_growing_then_constant_distances_and_goes_on_when_the_registry_is_back() {
        ProposalTestData.Place place = data.in("1806042005");
        FamilyContent family = TestFamilies.withMember(
                place.family(), 0, TestFamilies.member(SILENT, "Budi Santosa", Sex.MALE, 1, true));
        CaseRef ref = place.submitted(family);
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult();
        List<Long> minutes = new ArrayList<>();
        for (int tries = 0; tries < 9; tries++) {
            jobs.runDue();
            Job next =
                    engine.createJobQuery().processInstanceId(instance.getId()).singleResult();
            assertThat(next.getRetries()).isPositive();
            minutes.add(TimeUnit.MILLISECONDS.toMinutes(
                    next.getDuedate().getTime() - time.now().toEpochMilli() + 30_000));
            time.moveTo(next.getDuedate().toInstant());
        }

        assertThat(minutes).containsExactly(0L, 1L, 5L, 15L, 60L, 60L, 60L, 60L, 60L);
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
        assertThat(instance).hasNotPassed("match-identity");
        assertThat(proposals.view(ref, place.operator).status()).isEqualTo(CaseStatus.IDENTITY_CHECKING);

        MemberContent head = family.members().get(0);
        civilRegistry.knows(
                SILENT,
                new CivilRegistry.Answer(
                        RegistryStatus.FOUND,
                        family.familyCardNumber(),
                        head.fullName(),
                        head.birthDate(),
                        head.sex()));
        jobs.runDue();
        assertThat(instance).isWaitingAt("meeting-recorded");
    }
}
