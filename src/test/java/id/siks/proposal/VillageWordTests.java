package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.evidence.AttachmentKind;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.Refused;
import id.siks.platform.engine.EngineJobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever gave the village's word or judged a visit does not approve the same case once more (requirement 13). */
@EngineTest
class VillageWordTests {

    private static final AreaCode REGENCY = new AreaCode("1806");

    @Autowired
    ProposalTestData data;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    Proposals proposals;

    @Autowired
    BatchMember batch;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestActors people;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoSignedForTheVillageNeitherDecidesNorApproves() {
        ProposalTestData.Place place = data.in("1806022023");
        Actor signer = alsoVerifier(Role.VILLAGE_HEAD, place.village);
        CaseRef ref = spokenFor(place, place.operator, signer);

        assertThatThrownBy(() -> proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), signer))
                .isInstanceOf(Refused.class);
        assertThat(hands(ref)).contains(signer.accountId());
        proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), place.verifier);
    }

    @Test
    void whoRecordedWhatTheVillageSaidNeitherDecidesNorApproves() {
        ProposalTestData.Place place = data.in("1806022024");
        Actor recorder = alsoVerifier(Role.VILLAGE_OPERATOR, place.village);
        CaseRef ref = spokenFor(place, recorder, place.head);

        assertThatThrownBy(() -> proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), recorder))
                .isInstanceOf(Refused.class);
        assertThat(hands(ref)).contains(recorder.accountId());
    }

    @Test
    void whoSettledAFindingDecidesButDoesNotApproveTheList() {
        ProposalTestData.Place place = data.in("1806022025");
        Actor reviewer = people.verifier(REGENCY);
        CaseRef ref = place.listed();
        visits.does(place.worker, ref, "record-visit", FieldCheckTestData.found(VisitOutcome.REFUSED));
        Map<String, String> accepted =
                Map.of("decision", "ACCEPT", "reasonCode", "OTHER", "reasonText", "Keluarga menolak didatangi");
        visits.does(reviewer, ref, "review-visit", accepted);

        assertThat(hands(ref)).contains(reviewer.accountId());
        Reason why = new Reason(ReasonCode.OTHER, "Keluarga menolak didatangi");
        proposals.decide(ref, RegencyDecision.REJECT, why, List.of(), reviewer);
    }

    private CaseRef spokenFor(ProposalTestData.Place place, Actor recorder, Actor signer) {
        CaseRef ref = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        Map<String, String> minutes = new HashMap<>(ProposalTestData.agreedTo(ref));
        minutes.putAll(Map.of("route", "MINUTES", "place", "Balai", "attendance", "42"));
        minutes.put("heldOn", place.today().toString());
        data.does(recorder, meeting, "record-meeting", minutes);
        data.does(signer, meeting, "sign-meeting", Map.of("signature", "sign"));
        jobs.runDue();
        place.finalizes();
        visits.confirms(place.worker, ref);
        return ref;
    }

    private Set<Long> hands(CaseRef ref) {
        return transaction.execute(status -> batch.workersOn(List.of(ref)));
    }

    private Actor alsoVerifier(Role role, AreaCode village) {
        return people.holding(List.of(Assignment.of(role, village), Assignment.of(Role.REGENCY_VERIFIER, REGENCY)));
    }
}
