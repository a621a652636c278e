package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Timeline;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.finalization.Batches;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.register.MemberContent;
import id.siks.register.outside.SimulatedCivilRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests share that lead the proposals of one place along their trunk. */
@EngineTest
abstract class TrunkTest {

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    BatchMember batch;

    @Autowired
    Batches batches;

    @Autowired
    Timeline timeline;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    SimulatedCivilRegistry civilRegistry;

    @Autowired
    EngineJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    BusinessTime time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate db;

    ProposalTestData.Place place;
    private final Map<CaseRef, ProcessInstance> trunks = new HashMap<>();

    /** The verifier says yes. */
    void decide(Actor actor, CaseRef ref) {
        proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), actor);
    }

    /** Mended, it is handed in again, and the civil registry answers. */
    void resubmit(CaseRef ref) {
        proposals.resubmit(ref, data.version(ref), null, UUID.randomUUID(), place.operator);
        jobs.runDue();
    }

    /** The village takes it back. */
    void withdraw(CaseRef ref) {
        proposals.withdraw(
                ref, data.version(ref), "Keluarga pindah ke kabupaten lain", UUID.randomUUID(), place.operator);
    }

    /** The decree reaches it. */
    void determined(CaseRef ref) {
        transaction.executeWithoutResult(s -> batch.determined(List.of(ref), "123/HUK/2026"));
    }

    MemberContent headOf(CaseRef ref) {
        return membersOf(ref).get(0);
    }

    MemberContent spouseOf(CaseRef ref) {
        return membersOf(ref).get(1);
    }

    private List<MemberContent> membersOf(CaseRef ref) {
        return proposals.view(ref, place.operator).content().members();
    }

    /** Of the family the head alone is left. */
    void withoutSpouse(CaseRef ref) {
        proposals.saveMembers(ref, data.version(ref), List.of(headOf(ref)), place.operator);
    }

    /** Where it stands: its timeline and itself say the same. */
    CaseStatus status(CaseRef ref) {
        CaseStatus shown = timeline.summary(ref).status();
        assertThat(proposals.view(ref, place.operator).status()).isEqualTo(shown);
        return shown;
    }

    /** Its process, found once: also one that has ended since is known. */
    ProcessInstance process(CaseRef ref) {
        return trunks.computeIfAbsent(ref, r -> runtime.createProcessInstanceQuery()
                .processDefinitionKey("proposal-trunk")
                .processInstanceBusinessKey(r.value())
                .singleResult());
    }
}
