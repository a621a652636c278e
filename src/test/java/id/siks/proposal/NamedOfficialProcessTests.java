package id.siks.proposal;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.register.FamilyContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The family of an official whom somebody else has named on the card passes him by at every desk (requirement 13). */
class NamedOfficialProcessTests extends OfficialsFamilyTest {

    @Test
    void a_colleagues_family_is_not_handed_in_by_him_and_waits_for_others() throws Exception {
        ProposalTestData.Place place = in(10);
        Actor colleague = people.operator(place.village);
        CaseRef ref = familyOf(place, colleague);
        assertThatThrownBy(() -> submit(ref, colleague)).isInstanceOf(Refused.class);
        assertThat(waitingFor(colleague)).doesNotContain(ref);
        assertThat(waitingFor(place.worker)).contains(ref);
        shows("/proposal/" + ref + "/review", colleague, "Ini keluarga Anda sendiri", true);

        submit(ref, place.operator);
        jobs.runDue();
        assertThat(trunk(ref)).isWaitingAt("meeting-recorded");
    }

    @Test
    void an_official_is_chosen_by_name_on_the_first_step_and_nobody_else_can_be() throws Exception {
        ProposalTestData.Place place = in(10);
        CaseRef ref = place.drafted(place.family());
        shows("/proposal/" + ref + "/family", place.operator, place.head.displayName() + " · Kepala desa/lurah", true);
        declares(place, ref, place.head.id(), 302);
        assertThat(proposals.view(ref, place.operator).familyOf()).isEqualTo(place.head.accountId());
        declares(place, ref, people.villageHead(AreaCode.of("1806092001")).id(), 422);
        declares(place, ref, "kepala desa", 422);
        assertThat(proposals.view(ref, place.operator).familyOf()).isEqualTo(place.head.accountId());
        declares(place, ref, "", 302);
        assertThat(proposals.view(ref, place.operator).ownFamily()).isFalse();
    }

    /** Whoever ticks it says it of himself, whoever drafted it. */
    @Test
    void whoever_ticks_it_on_a_colleagues_draft_declares_his_own_family() {
        ProposalTestData.Place place = in(14);
        FamilyContent family = place.family();
        CaseRef ref = place.drafted(family);
        proposals.saveCard(ref, data.version(ref), CardPart.of(family, Channel.VILLAGE_MEETING, true), place.worker);

        assertThat(proposals.view(ref, place.operator).familyOf()).isEqualTo(place.worker.accountId());
        assertThatThrownBy(() -> submit(ref, place.worker)).isInstanceOf(Refused.class);
        submit(ref, place.operator);
    }

    @Test
    void what_the_drafter_said_of_himself_stays_so_when_a_colleague_saves_the_step() {
        ProposalTestData.Place place = in(14);
        FamilyContent family = place.family();
        CaseRef ref = place.drafted(family);
        CardPart card = CardPart.of(family, Channel.VILLAGE_MEETING, true);
        proposals.saveCard(ref, data.version(ref), card, place.operator);
        proposals.saveCard(ref, data.version(ref), card, place.worker);

        assertThat(proposals.view(ref, place.operator).familyOf()).isEqualTo(place.operator.accountId());
    }

    private void declares(ProposalTestData.Place place, CaseRef ref, String official, int answer) throws Exception {
        mvc.perform(post("/proposal/{ref}/family", ref)
                        .param("version", Integer.toString(data.version(ref)))
                        .param("key", UUID.randomUUID().toString())
                        .param("official", official)
                        .with(csrf())
                        .with(with(place.operator)))
                .andExpect(status().is(answer));
    }

    @Test
    void the_village_head_signs_neither_for_his_own_family_nor_instead_of_a_meeting_about_it() {
        ProposalTestData.Place place = in(11);
        CaseRef own = familyOf(place, place.head);
        submit(own, place.operator);
        jobs.runDue();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        place.photo(meeting, AttachmentKind.SPTJM);
        Map<String, String> statement = new HashMap<>(ProposalTestData.agreedTo(own));
        statement.put("route", "SPTJM");
        assertThatThrownBy(() -> place.records(meeting, statement)).isInstanceOf(InvalidInput.class);

        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        place.records(meeting, ProposalTestData.agreedTo(own));
        assertThatThrownBy(() -> signs(place.head, meeting)).isInstanceOf(Refused.class);
        Actor acting = people.villageHead(place.village);
        assertUndeclared(acting, meeting, "sign-meeting", "signature", "sign");
        signs(acting, meeting);
        jobs.runDue();
        assertThat(trunk(own)).isWaitingAt("list-awaited");
    }

    @Test
    void a_village_head_who_drafts_too_does_not_sign_for_what_he_drafted() {
        ProposalTestData.Place place = in(12);
        Actor both = people.holding(List.of(
                Assignment.of(Role.VILLAGE_OPERATOR, place.village), Assignment.of(Role.VILLAGE_HEAD, place.village)));
        CaseRef ref = data.in(place.village.value(), both, place.worker).ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        place.records(meeting, ProposalTestData.agreedTo(ref));

        assertThatThrownBy(() -> signs(both, meeting)).isInstanceOf(Refused.class);
        signs(place.head, meeting);
        jobs.runDue();
        assertThat(trunk(ref)).isWaitingAt("list-awaited");
    }

    @Test
    void officials_of_the_district_and_the_regency_neither_visit_nor_decide_nor_approve_their_own_family() {
        ProposalTestData.Place place = in(13);
        CaseRef ofWorker = familyOf(place, place.worker);
        CaseRef ofVerifier = familyOf(place, place.verifier);
        submit(ofWorker, place.operator);
        submit(ofVerifier, place.operator);
        jobs.runDue();
        place.meets(ProposalTestData.agreedTo(ofWorker, ofVerifier));
        place.finalizes();
        Actor other = people.socialWorker(place.village.at(AreaLevel.DISTRICT));
        assertThatThrownBy(() -> assign(place, ofWorker, place.worker)).isInstanceOf(InvalidInput.class);
        assign(place, ofWorker, other);
        visits.confirms(other, ofWorker);
        visits.confirms(place.worker, ofVerifier);

        assertThatThrownBy(() -> approves(place.verifier, ofVerifier)).isInstanceOf(Refused.class);
        assertUndeclared(place.verifier, ofWorker, "decide-proposal", "decision", "approve");
        approves(place.verifier, ofWorker);
        Set<Long> workers = transaction.execute(status -> batch.workersOn(List.of(ofVerifier)));
        assertThat(workers).contains(place.verifier.accountId());
    }

    /** What no card says he says himself. */
    private void assertUndeclared(Actor actor, CaseRef ref, String task, String field, String answer) {
        Map<String, String> answers = Map.of(field, answer, "notOwnFamily", "");
        assertThatThrownBy(() -> data.does(actor, ref, task, answers))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly("notOwnFamily"));
    }

    private void approves(Actor verifier, CaseRef ref) {
        data.does(verifier, ref, "decide-proposal", Map.of("decision", "approve"));
    }

    private void signs(Actor head, CaseRef meeting) {
        data.does(head, meeting, "sign-meeting", Map.of("signature", "sign"));
    }

    private CaseRef familyOf(ProposalTestData.Place place, Actor official) {
        FamilyContent family = place.family();
        CaseRef ref = place.drafted(family);
        CardPart card = CardPart.of(family, Channel.VILLAGE_MEETING, false, official.accountId());
        proposals.saveCard(ref, data.version(ref), card, place.operator);
        return ref;
    }
}
