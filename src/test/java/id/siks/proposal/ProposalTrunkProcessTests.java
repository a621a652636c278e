package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;

import id.siks.ModelCoverage;
import id.siks.area.AreaCode;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.LadderWatch;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.TimelineEntry;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalTrunkProcessTests extends TrunkTest {

    private static final Reason WHY = new Reason(ReasonCode.PHOTO_UNUSABLE, "Foto depan rumah tidak jelas");

    @Autowired
    Periods periods;

    @Autowired
    Families families;

    @Autowired
    TestActors people;

    @Autowired
    LadderWatch watch;

    @Autowired
    ModelCoverage coverage;

    @BeforeAll
    void settle() {
        coverage.begin("proposal-trunk");
    }

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.notPassed("proposal-trunk")).isEmpty();
    }

    @Test
    void a_family_travels_from_the_village_to_the_register() {
        place = data.in("1806042003");
        CaseRef ref = place.submitted(place.family());
        ProcessInstance instance = process(ref);
        assertThat(status(ref)).isEqualTo(CaseStatus.IDENTITY_CHECKING);
        jobs.runDue();
        assertThat(instance).isWaitingAt("meeting-recorded");
        assertThat(status(ref)).isEqualTo(CaseStatus.READY_FOR_MEETING);

        place.meets(ProposalTestData.agreedTo(ref));
        assertThat(instance).isWaitingAt("list-awaited");
        assertThat(status(ref)).isEqualTo(CaseStatus.AGREED_BY_MEETING);

        place.finalizes();
        assertThat(instance).isWaitingAt("field-check-concluded");
        assertThat(status(ref)).isEqualTo(CaseStatus.FIELD_VERIFICATION);

        visits.confirms(place.worker, ref);
        assertThat(instance).isWaitingAt("decide-proposal");
        watch.tooEarly(ref);
        assertThat(status(ref)).isEqualTo(CaseStatus.REGENCY_REVIEW);

        data.does(place.verifier, ref, "decide-proposal", Map.of("decision", "approve"));
        assertThat(instance).isWaitingAt("batch-awaited");
        assertThat(status(ref)).isEqualTo(CaseStatus.APPROVED_BY_REGENCY);

        determined(ref);
        determined(ref);
        assertThat(instance)
                .isEnded()
                .hasPassed("apply-to-register", "proposal-applied")
                .hasNotPassed("correct-proposal", "proposal-rejected", "proposal-declined");
        assertThat(historyService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .isNotEmpty()
                .allSatisfy(step -> {
                    assertThat(step.getDurationInMillis()).isNotNull();
                    assertThat(step.getRemovalTime()).isAfter(step.getEndTime());
                });
        assertThat(status(ref)).isEqualTo(CaseStatus.DETERMINED);
        assertThat(families.familyOf(ref)).isPresent();
        assertThat(timeline.of(ref).stream().filter(e -> e.what().equals("applied")))
                .hasSize(1);
    }

    @Test
    void whom_the_civil_registry_knows_otherwise_the_village_corrects() {
        place = data.in("1806042004");
        FamilyContent family = TestFamilies.withMember(
                place.family(), 0, TestFamilies.member("1804041506859001", "Budi Santosa", Sex.MALE, 1, true));
        CaseRef ref = place.submitted(family);
        jobs.runDue();
        ProcessInstance instance = process(ref);
        assertThat(instance).isWaitingAt("correct-proposal").hasNotPassed("decide-route");
        watch.climb(ref);
        time.release();
        assertThat(instance)
                .isWaitingAt("correct-proposal")
                .hasPassedInOrder("remind-worker", "tell-supervisor", "tell-office-head", "tell-province");
        ProposalView back = proposals.view(ref, place.operator);
        assertThat(back.status()).isEqualTo(CaseStatus.IDENTITY_MISMATCHED);
        assertThat(back.returned().code()).isEqualTo(ReasonCode.NAME_DIFFERS);
        assertThat(back.remarks()).extracting(Remark::field).containsExactly("members[0].fullName");

        List<MemberContent> mended = TestFamilies.withMember(family, 0, TestFamilies.head("Budi Santosa"))
                .members();
        proposals.saveMembers(ref, back.version(), mended, place.operator);
        data.does(place.operator, ref, "correct-proposal", Map.of("note", "Nomor diperbaiki", "declaration", "true"));
        jobs.runDue();
        assertThat(instance).isWaitingAt("meeting-recorded");
        assertThat(proposals.view(ref, place.operator).remarks()).isEmpty();
    }

    @Test
    void what_the_meeting_declines_ends_with_a_reason() {
        place = data.in("1806042005");
        CaseRef ref = place.ready();
        ProcessInstance instance = process(ref);
        place.meets(ProposalTestData.declined(
                ref, ReasonCode.NOT_ELIGIBLE_CRITERIA, "Keluarga ini sudah mampu menurut musyawarah"));

        assertThat(instance)
                .isEnded()
                .hasPassed("decline-proposal", "proposal-declined")
                .hasNotPassed("offer-to-list");
        assertThat(status(ref)).isEqualTo(CaseStatus.DECLINED_BY_MEETING);
        FamilyContent again = proposals.view(ref, place.operator).content();
        assertThat(place.submitted(again)).isNotEqualTo(ref);
    }

    @Test
    void what_the_visitor_sends_back_is_not_talked_about_again_but_visited_again() {
        place = data.in("1806042006");
        CaseRef ref = place.listed();
        ProcessInstance instance = process(ref);
        visits.does(place.worker, ref, "record-visit", toCorrect());
        assertThat(instance).isWaitingAt("correct-proposal");
        assertThat(status(ref)).isEqualTo(CaseStatus.RETURNED_TO_VILLAGE);

        resubmit(ref);
        assertThat(instance).isWaitingAt("field-check-concluded");
    }

    @Test
    void what_the_regency_returns_for_a_photo_is_decided_again_without_another_visit() {
        place = data.in("1806042007");
        CaseRef ref = place.visited();
        ProcessInstance instance = process(ref);
        place.returns(ref, "photos.HOUSE_FRONT", "Ambil ulang dari depan");
        assertThat(instance).isWaitingAt("correct-proposal");
        assertThat(proposals.view(ref, place.operator).remarks())
                .containsExactly(new Remark("photos.HOUSE_FRONT", "Ambil ulang dari depan"));

        resubmit(ref);
        assertThat(instance).isWaitingAt("decide-proposal");
        decide(place.verifier, ref);
        determined(ref);
        assertThat(instance).isEnded().hasPassed("proposal-applied");
    }

    @Test
    void what_the_regency_rejects_ends_with_a_reason() {
        place = data.in("1806042008");
        CaseRef ref = place.visited();
        ProcessInstance instance = process(ref);
        data.does(
                place.verifier,
                ref,
                "decide-proposal",
                Map.of(
                        "decision",
                        "reject",
                        "reasonCode",
                        "EXCLUDED_OCCUPATION",
                        "reasonText",
                        "Kepala keluarga pegawai negeri"));

        assertThat(instance)
                .isEnded()
                .hasPassed("reject-proposal", "proposal-rejected")
                .hasNotPassed("approve-proposal");
        assertThat(status(ref)).isEqualTo(CaseStatus.REJECTED_BY_REGENCY);
    }

    @Test
    void nobody_decides_what_he_drafted_and_the_second_decision_hears_who_was_first() {
        place = data.in("1806112001");
        Actor both = people.holding(List.of(
                Assignment.of(Role.VILLAGE_OPERATOR, AreaCode.of("1806112001")),
                Assignment.of(Role.REGENCY_VERIFIER, AreaCode.of("1806"))));
        CaseRef ref = data.in("1806112001", both, place.worker).visited();
        assertThatThrownBy(() -> decide(both, ref)).isInstanceOf(Refused.class);

        decide(place.verifier, ref);
        assertThatThrownBy(() -> decide(place.verifier, ref))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.reason().args()).contains(place.verifier.displayName()));
    }

    @ParameterizedTest
    @CsvSource({
        "1806042009, APPROVE, batch-awaited, APPROVED_BY_REGENCY",
        "1806042010, RETURN, correct-proposal, RETURNED_TO_VILLAGE",
        "1806042011, REJECT, , REJECTED_BY_REGENCY"
    })
    void what_the_ministry_returns_is_decided_on_by_the_regency_again(
            String village, RegencyDecision decision, String element, CaseStatus status) {
        place = data.in(village);
        CaseRef ref = place.approved();
        ProcessInstance instance = process(ref);
        leftBatch(ref);
        transaction.executeWithoutResult(
                s -> batch.returned(ref, BatchMember.Level.MINISTRY, WHY, people.ministryOfficer()));

        assertThat(instance).isWaitingAt("decide-proposal").hasPassed("item-returned", "return-to-regency");
        assertThat(status(ref)).isEqualTo(CaseStatus.RETURNED_BY_MINISTRY);
        assertThat(timeline.summary(ref).holder()).isEqualTo(Role.REGENCY_VERIFIER);
        assertThat(proposals.view(ref, place.operator).returned()).isEqualTo(WHY);
        assertThatThrownBy(() -> proposals.resubmit(ref, data.version(ref), null, UUID.randomUUID(), place.operator))
                .isInstanceOf(RuntimeException.class);

        Reason why = decision == RegencyDecision.APPROVE ? null : WHY;
        proposals.decide(ref, decision, why, List.of(), place.verifier);
        assertThat(status(ref)).isEqualTo(status);
        if (element == null) {
            assertThat(instance).isEnded();
        } else {
            assertThat(instance).isWaitingAt(element);
        }
    }

    @ParameterizedTest
    @CsvSource({"1806042012, OFFICE_HEAD", "1806042013, REGENT", "1806042014, PROVINCE"})
    void what_a_level_below_the_ministry_takes_out_goes_back_to_the_village(String village, BatchMember.Level level) {
        place = data.in(village);
        CaseRef ref = place.approved();
        ProcessInstance instance = process(ref);
        leftBatch(ref);
        transaction.executeWithoutResult(s -> batch.returned(ref, level, WHY, place.verifier));

        assertThat(instance).isWaitingAt("correct-proposal").hasPassed("item-returned", "return-to-village");
        assertThat(status(ref)).isEqualTo(CaseStatus.RETURNED_TO_VILLAGE);
        assertThat(proposals.view(ref, place.operator).returned()).isEqualTo(WHY);
    }

    @Test
    void what_the_ministry_rejects_ends_with_the_reason_and_the_family_may_be_proposed_anew() {
        place = data.in("1806042015");
        CaseRef ref = place.approved();
        ProcessInstance instance = process(ref);
        FamilyContent family = proposals.view(ref, place.operator).content();
        leftBatch(ref);
        transaction.executeWithoutResult(s -> batch.rejected(ref, WHY, people.ministryOfficer()));

        assertThat(instance).isEnded().hasPassed("item-rejected", "reject-item", "proposal-refused");
        assertThat(status(ref)).isEqualTo(CaseStatus.REJECTED_BY_MINISTRY);
        assertThat(proposals.view(ref, place.operator).returned()).isEqualTo(WHY);
        assertThat(status(place.submitted(family))).isEqualTo(CaseStatus.IDENTITY_CHECKING);
    }

    /** As whoever takes a case out of a batch does first. */
    private void leftBatch(CaseRef ref) {
        batches.withdrawn(ref);
    }

    @Test
    void whose_member_has_died_does_not_wait_for_the_villages_list() {
        place = data.in("1806112026");
        CaseRef ref = place.agreed();
        ProcessInstance instance = process(ref);
        assertThat(instance).isWaitingAt("list-awaited");
        String spouse =
                proposals.view(ref, place.operator).content().members().get(1).nik();
        civilRegistry.announceDeath(spouse, LocalDate.of(2026, 10, 1));

        assertThat(instance)
                .isWaitingAt("correct-proposal")
                .hasPassedInOrder("list-awaited", "member-mismatched", "return-to-village");
        assertThat(status(ref)).isEqualTo(CaseStatus.RETURNED_TO_VILLAGE);
    }

    /** Somebody decides between the cut-off and the moment its timer fires; the list is closed without the case. */
    @Test
    void what_is_approved_after_the_cut_off_waits_for_the_next_list() {
        place = data.in("6201011011");
        CaseRef ref = place.visited();
        ProcessInstance instance = process(ref);
        PeriodView missed = cutOff();
        data.does(place.verifier, ref, "decide-proposal", Map.of("decision", "approve"));

        CaseRef next = batches.periodOf(ref).orElseThrow();
        assertThat(next).isNotEqualTo(missed.ref());
        assertThat(instance)
                .isWaitingAt("batch-awaited")
                .hasPassedInOrder("decide-proposal", "approve-proposal", "item-rolled-over", "carry-over");
        assertThat(status(ref)).isEqualTo(CaseStatus.ROLLED_OVER);
        assertThat(timeline.of(ref))
                .extracting(TimelineEntry::what, TimelineEntry::note)
                .endsWith(tuple("decided-approve", null), tuple("rolled-over", next.value()));

        jobs.runDue();
        assertThat(periods.find(missed.ref()).orElseThrow().state()).isEqualTo(PeriodState.EMPTY);
        comes(periods.find(next).orElseThrow(), Milestone.REGENCY_CUTOFF);
        jobs.runDue();
        assertThat(batches.find(next).orElseThrow().approved()).isEqualTo(1);
        determined(ref);
        assertThat(instance).isEnded().hasPassed("proposal-applied");
        time.release();
    }

    /** The timers fire while the verifier still has it on his desk. */
    @Test
    void what_waits_for_the_regency_at_the_cut_off_goes_on_there_and_with_the_next_list() {
        place = data.in("6202011009");
        CaseRef ref = place.visited();
        ProcessInstance instance = process(ref);
        PeriodView missed = cutOff();
        jobs.runDue();

        CaseRef next = batches.periodOf(ref).orElseThrow();
        assertThat(next).isNotEqualTo(missed.ref());
        assertThat(instance).isWaitingAt("decide-proposal");
        assertThat(status(ref)).isEqualTo(CaseStatus.REGENCY_REVIEW);
        assertThat(timeline.of(ref))
                .extracting(TimelineEntry::what, TimelineEntry::note)
                .endsWith(tuple("rolled-over", next.value()));
        data.does(place.verifier, ref, "decide-proposal", Map.of("decision", "approve"));
        assertThat(instance).isWaitingAt("batch-awaited").hasNotPassed("carry-over");
        assertThat(batches.periodOf(ref)).contains(next);
        time.release();
    }

    /** The regency's cut-off has come; its timer has not fired yet. */
    private PeriodView cutOff() {
        PeriodView period = place.period();
        comes(period, Milestone.VILLAGE_CUTOFF);
        jobs.runDue();
        comes(period, Milestone.REGENCY_CUTOFF);
        return period;
    }

    private void comes(PeriodView period, Milestone milestone) {
        time.moveTo(period.at(milestone).plusSeconds(1));
    }

    @Test
    void the_village_may_take_it_back_while_it_waits() {
        place = data.in("1806092003");
        CaseRef ref = place.listed();
        ProcessInstance instance = process(ref);
        withdraw(ref);

        assertThat(instance).isEnded().hasPassed("close-withdrawn-proposal", "proposal-cancelled");
        assertThat(status(ref)).isEqualTo(CaseStatus.CANCELLED);
        assertThat(visits(ref)).isZero();
    }

    @Test
    void what_a_later_meeting_declines_is_declined_by_it_and_not_withdrawn() {
        place = data.in("1806112012");
        CaseRef ref = place.agreed();
        ProcessInstance instance = process(ref);
        db.update("update proposal.proposal set evidence_on = evidence_on - 100 where case_ref = ?", ref.value());
        place.meets(
                ProposalTestData.declined(ref, ReasonCode.NOT_ELIGIBLE_CRITERIA, "Keluarga ini sekarang sudah mampu"));

        assertThat(instance)
                .isEnded()
                .hasPassed("decline-agreed-proposal", "agreement-withdrawn")
                .hasNotPassed("close-withdrawn-proposal");
        assertThat(timeline.summary(ref).status()).isEqualTo(CaseStatus.DECLINED_BY_MEETING);
        assertThat(timeline.of(ref)).last().satisfies(last -> {
            assertThat(last.what()).isEqualTo("declined");
            assertThat(last.by()).isEqualTo(place.head.accountId());
            assertThat(last.reason().code()).isEqualTo(ReasonCode.NOT_ELIGIBLE_CRITERIA);
        });
        ProposalView declined = proposals.view(ref, place.operator);
        assertThat(declined.status()).isEqualTo(CaseStatus.DECLINED_BY_MEETING);
        assertThat(declined.agreed()).isFalse();
        assertThat(place.submitted(declined.content())).isNotEqualTo(ref);
    }

    @Test
    void the_death_of_the_head_of_family_ends_it() {
        place = data.in("1806092004");
        FamilyContent family = place.family();
        CaseRef ref = place.submitted(family);
        jobs.runDue();
        ProcessInstance instance = process(ref);
        civilRegistry.announceDeath(family.members().get(0).nik(), LocalDate.of(2026, 10, 1));

        assertThat(instance).isEnded().hasPassed("close-proposal-of-deceased", "proposal-ended-by-death");
        assertThat(proposals.view(ref, place.operator).returned().code()).isEqualTo(ReasonCode.DECEASED);
    }

    @Test
    void an_emergency_of_the_ministry_waits_for_no_meeting() {
        place = data.in("1806092005");
        CaseRef ref = place.drafted(place.family());
        ProposalView draft = proposals.view(ref, place.operator);
        FamilyContent f = draft.content();
        CardPart card = CardPart.of(f, Channel.MINISTRY_EMERGENCY, false);
        Actor sent = people.holding(
                List.of(Assignment.nation(Role.MINISTRY_OFFICER), Assignment.of(Role.VILLAGE_OPERATOR, place.village)));
        Saved saved = proposals.saveCard(ref, draft.version(), card, sent);
        assertThatThrownBy(() -> proposals.submit(ref, saved.version(), true, UUID.randomUUID(), place.operator))
                .isInstanceOf(InvalidInput.class);
        proposals.submit(ref, saved.version(), true, UUID.randomUUID(), sent);
        jobs.runDue();

        assertThat(process(ref)).isWaitingAt("list-awaited").hasNotPassed("call-meeting");
    }

    private static Map<String, String> toCorrect() {
        Map<String, String> answers = new HashMap<>(FieldCheckTestData.found(VisitOutcome.TO_CORRECT));
        answers.put("reasonCode", "ADDRESS_INCOMPLETE");
        answers.put("reasonText", "Alamat belum lengkap, rumah sukar ditemukan");
        return answers;
    }

    private long visits(CaseRef ref) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ref.value())
                .count();
    }
}
