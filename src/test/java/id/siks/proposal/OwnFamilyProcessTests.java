package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.evidence.AttachmentKind;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.register.FamilyContent;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** Who proposes does not hand in his own family, does not visit and does not decide, however often the case comes back. */
class OwnFamilyProcessTests extends OfficialsFamilyTest {

    @Test
    void an_officials_own_family_is_handed_in_each_time_by_somebody_else_who_does_not_visit() throws Exception {
        ProposalTestData.Place place = in(0);
        CaseRef ref = ownFamily(place, misnamed(place));
        assertThatThrownBy(() -> submit(ref, place.operator)).isInstanceOf(Refused.class);
        assertThat(waitingFor(place.operator)).doesNotContain(ref);
        assertThat(waitingFor(place.worker)).contains(ref);
        assertThat(waitingFor(people.operator(place.village))).contains(ref);
        assertThat(waitingFor(place.verifier)).isEmpty();
        shows("/proposal/" + ref + "/review", place.operator, "Ini keluarga Anda sendiri", true);
        shows("/proposal/" + ref + "/review", place.operator, "Kirim usulan", false);
        shows("/", place.worker, "Keluarga petugas, menunggu Anda kirim", true);
        shows("/proposal", place.worker, ref.value(), true);
        shows("/proposal/" + ref, place.worker, "Lanjutkan mengisi", true);
        shows("/proposal/" + ref + "/review", place.worker, "Kirim usulan", true);

        submit(ref, place.worker);
        jobs.runDue();
        assertThat(trunk(ref)).isWaitingAt("correct-proposal");
        proposals.saveMembers(
                ref,
                data.version(ref),
                TestFamilies.withMember(misnamed(place), 0, TestFamilies.head("Budi Santosa"))
                        .members(),
                place.operator);
        assertThatThrownBy(() -> resubmit(ref, place.operator)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> data.does(place.operator, ref, "correct-proposal", Map.of("declaration", "true")))
                .isInstanceOf(Refused.class);
        assertThat(waitingFor(place.worker)).contains(ref);
        resubmit(ref, place.worker);
        jobs.runDue();
        assertThat(trunk(ref)).isWaitingAt("meeting-recorded");
        assertThat(waitingFor(place.worker)).doesNotContain(ref);

        place.meets(ProposalTestData.agreedTo(ref));
        place.finalizes();
        assertThat(fieldCheck(ref)).isWaitingAt("assign-visit");
        Actor other = people.socialWorker(place.village.at(AreaLevel.DISTRICT));
        assertThatThrownBy(() -> assign(place, ref, place.worker)).isInstanceOf(InvalidInput.class);
        assign(place, ref, other);
        assertThatThrownBy(() -> visits.confirms(place.worker, ref)).isInstanceOf(Refused.class);
        visits.confirms(other, ref);
        assertThat(trunk(ref)).isWaitingAt("decide-proposal");
    }

    @Test
    void an_officials_own_family_needs_a_meeting() {
        ProposalTestData.Place place = in(1);
        CaseRef ref = ownFamily(place, place.family());
        submit(ref, people.operator(place.village));
        jobs.runDue();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        place.photo(meeting, AttachmentKind.SPTJM);
        Map<String, String> statement = new HashMap<>(ProposalTestData.agreedTo(ref));
        statement.put("route", "SPTJM");

        assertThatThrownBy(() -> place.records(meeting, statement))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.errors())
                        .extracting(fault -> fault.message().key())
                        .containsExactly("proposal.error.own-family-needs-meeting"));
        assertThat(trunk(ref)).isWaitingAt("meeting-recorded");
    }

    @Test
    void who_ever_handed_it_in_does_not_decide_it_after_others_have_mended_it() {
        ProposalTestData.Place place = in(2);
        Actor both = people.holding(List.of(
                Assignment.of(Role.VILLAGE_OPERATOR, place.village),
                Assignment.of(Role.REGENCY_VERIFIER, place.village.at(AreaLevel.REGENCY))));
        CaseRef ref = place.drafted(place.family());
        submit(ref, both);
        jobs.runDue();
        place.meets(ProposalTestData.agreedTo(ref));
        place.finalizes();
        visits.confirms(place.worker, ref);
        Reason why = new Reason(ReasonCode.PHOTO_UNUSABLE, "Foto depan rumah tidak jelas");
        proposals.decide(ref, RegencyDecision.RETURN, why, List.of(), place.verifier);
        resubmit(ref, place.operator);
        jobs.runDue();

        assertThat(trunk(ref)).isWaitingAt("decide-proposal");
        assertThatThrownBy(() -> proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), both))
                .isInstanceOf(Refused.class);
        Actor second = people.verifier(REGENCY);
        proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), second);
        Set<Long> hands = transaction.execute(status -> batch.workersOn(List.of(ref)));
        assertThat(hands)
                .as("who decided it now, and who did before it came back")
                .contains(second.accountId(), place.verifier.accountId());
    }

    @Test
    void who_changed_it_in_between_does_not_decide_it_and_is_known_to_its_batch() {
        ProposalTestData.Place place = in(3);
        Actor both = people.holding(List.of(
                Assignment.of(Role.VILLAGE_OPERATOR, place.village),
                Assignment.of(Role.REGENCY_VERIFIER, place.village.at(AreaLevel.REGENCY))));
        FamilyContent family = place.family();
        CaseRef ref = place.drafted(family);
        proposals.saveHousing(ref, data.version(ref), family.housing(), both);
        proposals.savePlace(ref, data.version(ref), family.place(), place.operator);
        submit(ref, place.operator);
        jobs.runDue();
        place.meets(ProposalTestData.agreedTo(ref));
        place.finalizes();
        visits.confirms(place.worker, ref);

        assertThatThrownBy(() -> proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), both))
                .isInstanceOf(Refused.class);
        proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), place.verifier);
        Set<Long> workers = transaction.execute(status -> batch.workersOn(List.of(ref)));
        assertThat(workers)
                .containsExactlyInAnyOrder(
                        place.operator.accountId(),
                        both.accountId(),
                        place.head.accountId(),
                        place.worker.accountId(),
                        place.verifier.accountId());
    }

    @Test
    void who_visited_it_before_it_came_back_does_not_decide_it_after_somebody_elses_visit() {
        AreaCode district = areas.children(REGENCY).get(4).code();
        AreaCode village = areas.children(district).get(0).code();
        Actor both = people.holding(List.of(
                Assignment.of(Role.DISTRICT_SOCIAL_WORKER, district), Assignment.of(Role.REGENCY_VERIFIER, REGENCY)));
        ProposalTestData.Place place = data.in(village.value(), people.operator(village), both);
        CaseRef ref = place.visited();
        Reason why = new Reason(ReasonCode.ADDRESS_INCOMPLETE, "Alamatnya belum lengkap");
        proposals.decide(ref, RegencyDecision.RETURN, why, List.of(), place.verifier);
        FamilyContent f = proposals.view(ref, place.operator).content();
        CardPart moved = CardPart.of(TestFamilies.at(f, "Jalan Anggrek 3"), Channel.VILLAGE_MEETING, false);
        proposals.saveCard(ref, data.version(ref), moved, place.operator);
        Actor other = people.socialWorker(district);
        resubmit(ref, place.operator);
        jobs.runDue();
        assign(place, ref, other);
        visits.confirms(other, ref);

        assertThat(trunk(ref)).isWaitingAt("decide-proposal");
        assertThatThrownBy(() -> proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), both))
                .isInstanceOf(Refused.class);
        proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), place.verifier);
    }

    private CaseRef ownFamily(ProposalTestData.Place place, FamilyContent family) {
        CaseRef ref = place.drafted(family);
        proposals.saveCard(ref, data.version(ref), CardPart.of(family, Channel.VILLAGE_MEETING, true), place.operator);
        return ref;
    }

    /** A family the civil registry knows by another name. */
    private static FamilyContent misnamed(ProposalTestData.Place place) {
        return TestFamilies.withMember(
                place.family(), 0, TestFamilies.member("1804071506859001", "Budi Santosa", Sex.MALE, 1, true));
    }

    private void resubmit(CaseRef ref, Actor by) {
        proposals.resubmit(ref, data.version(ref), null, UUID.randomUUID(), by);
    }

    private ProcessInstance fieldCheck(CaseRef ref) {
        return instance(ref, "field-check");
    }
}
