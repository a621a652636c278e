package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.siks.HeldRows;
import id.siks.ModelCoverage;
import id.siks.area.AreaLevel;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseChanges;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.LadderWatch;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.TimelineEntry;
import id.siks.evidence.AttachmentKind;
import id.siks.finalization.CutoffNeared;
import id.siks.finalization.Milestone;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.proposal.model.Meetings;
import id.siks.proposal.process.VillageMeetingProcess;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VillageMeetingProcessTests extends TrunkTest {

    @Autowired
    TestActors people;

    @Autowired
    VillageMeetingProcess process;

    @Autowired
    Meetings meetings;

    @Autowired
    MessageSource messages;

    @Autowired
    LadderWatch watch;

    @Autowired
    List<CaseChanges> changes;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ModelCoverage coverage;

    @BeforeAll
    void begin() {
        coverage.begin("village-meeting");
    }

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.notPassed("village-meeting")).isEmpty();
    }

    @Test
    void the_first_family_that_is_ready_calls_the_meeting_and_the_next_ones_join_it() {
        place = data.in("1806032002");
        CaseRef first = place.ready();
        CaseRef second = place.ready();

        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        assertThat(instances(meeting)).hasSize(1);
        assertThat(meetingProcess(meeting)).isWaitingAt("record-meeting");
        watch.tooEarly(meeting);
        watch.climb(meeting);
        time.release();
        assertThat(meetingProcess(meeting))
                .isWaitingAt("record-meeting")
                .hasPassedInOrder("remind-worker", "tell-supervisor", "tell-office-head", "tell-province");
        assertThat(proposals.meeting(meeting, place.operator).candidates())
                .extracting(ProposalLine::ref)
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void of_two_families_that_are_the_first_at_the_same_moment_one_calls_the_meeting() {
        place = data.in("1806032008");

        CompletableFuture<Void> second = transaction.execute(status -> {
            calls();
            CompletableFuture<Void> begun =
                    CompletableFuture.runAsync(() -> transaction.executeWithoutResult(other -> calls()));
            HeldRows.untilWaitedFor(db);
            return begun;
        });
        second.join();

        assertThat(open()).hasSize(1);
    }

    /** As the step does that brings a family before the meeting. */
    private void calls() {
        meetings.callIfNone(place.village, null).ifPresent(meeting -> process.called(meeting, place.village));
    }

    @Test
    void minutes_signed_by_the_head_reach_every_family_talked_about() {
        place = data.in("1806032003");
        CaseRef agreed = place.ready();
        CaseRef declined = place.ready();
        CaseRef later = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        ProcessInstance process = meetingProcess(meeting);
        Map<String, String> words = new HashMap<>(ProposalTestData.agreedTo(agreed));
        words.putAll(ProposalTestData.declined(
                declined, ReasonCode.NOT_ELIGIBLE_CRITERIA, "Sudah mampu menurut musyawarah"));
        place.meets(words);

        assertThat(process).isEnded().hasPassedInOrder("record-meeting", "sign-meeting", "publish-meeting");
        assertThat(status(agreed)).isEqualTo(CaseStatus.AGREED_BY_MEETING);
        assertThat(status(declined)).isEqualTo(CaseStatus.DECLINED_BY_MEETING);
        assertThat(status(later)).isEqualTo(CaseStatus.READY_FOR_MEETING);
        assertThat(candidates()).containsExactly(later);
    }

    @Test
    void who_is_ready_after_the_record_was_written_is_talked_about_by_the_next_meeting() {
        place = data.in("1806032011");
        CaseRef heard = place.ready();
        CaseRef meeting = place.recorded(ProposalTestData.agreedTo(heard));
        CaseRef late = place.ready();
        assertThat(open()).extracting(ProcessInstance::getBusinessKey).containsExactly(meeting.value());

        data.does(place.head, meeting, "sign-meeting", Map.of("signature", "sign"));
        jobs.runDue();

        assertThat(status(heard)).isEqualTo(CaseStatus.AGREED_BY_MEETING);
        assertThat(candidates()).containsExactly(late);
    }

    @Test
    void who_records_a_meeting_that_waits_no_more_is_told_who_was_before_him() {
        place = data.in("1806032007");
        CaseRef ref = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        place.meets(ProposalTestData.agreedTo(ref));

        assertThatThrownBy(() -> process.recorded(meeting))
                .isInstanceOfSatisfying(Conflict.class, late -> assertThat(messages.getMessage(
                                late.reason().key(), late.reason().args().toArray(), Locale.forLanguageTag("id")))
                        .startsWith("Tugas ini sudah tidak menunggu lagi: yang terakhir menangani perkara ini "
                                + place.head.displayName() + ", "));
    }

    @Test
    void with_everybody_talked_about_no_other_meeting_is_called() {
        place = data.in("1806032012");
        place.agreed();

        assertThat(open()).isEmpty();
    }

    @Test
    void whose_evidence_has_grown_too_old_is_talked_about_again_when_a_period_opens() {
        place = data.in("1809012001");
        CaseRef ref = place.agreed();
        grownOld(ref);
        assertThat(open()).isEmpty();

        place.opensNow();

        assertThat(candidates()).containsExactly(ref);
    }

    @Test
    void whose_evidence_has_grown_too_old_is_talked_about_again_when_a_cut_off_is_near() {
        place = data.in("1810011001");
        CaseRef ref = place.agreed();
        grownOld(ref);
        CutoffNeared neared = new CutoffNeared(
                new CaseRef("PRD-1810-26-000001"),
                place.village.at(AreaLevel.REGENCY),
                Milestone.VILLAGE_CUTOFF,
                time.now().plus(3, ChronoUnit.DAYS),
                Map.of(),
                false,
                time.now());

        transaction.executeWithoutResult(s -> events.publishEvent(neared));
        transaction.executeWithoutResult(s -> events.publishEvent(neared));

        assertThat(candidates()).containsExactly(ref);
    }

    @Test
    void with_the_last_family_to_be_talked_about_the_meeting_goes_too() {
        place = data.in("1806032013");
        CaseRef first = place.ready();
        CaseRef second = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        ProcessInstance process = meetingProcess(meeting);
        withdraw(first);
        assertThat(process).isWaitingAt("record-meeting");

        withdraw(second);

        assertThat(process)
                .isEnded()
                .hasPassed("call-off-meeting", "meeting-called-off")
                .hasNotPassed("publish-meeting");
        assertThat(proposals.meeting(meeting, place.operator).state()).isEqualTo(MeetingView.State.CALLED_OFF);
        assertThat(timeline.summary(meeting).status()).isEqualTo(CaseStatus.CANCELLED);
        CaseRef next = place.ready();
        assertThat(candidates()).containsExactly(next);
    }

    @Test
    void when_the_only_head_of_family_dies_nobody_signs_what_was_said_about_him() {
        place = data.in("1806032014");
        CaseRef ref = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        ProcessInstance process = meetingProcess(meeting);
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        place.records(meeting, ProposalTestData.agreedTo(ref));
        assertThat(process).isWaitingAt("sign-meeting");

        civilRegistry.announceDeath(headOf(ref).nik(), LocalDate.of(2026, 10, 1));

        assertThat(process).isEnded().hasPassed("call-off-meeting");
    }

    @Test
    void every_declined_family_has_its_own_reason() {
        place = data.in("1806022020");
        CaseRef first = place.ready();
        CaseRef second = place.ready();
        String own = second.value().replace("-", "");
        Map<String, String> answers = new HashMap<>(
                ProposalTestData.declined(first, ReasonCode.NOT_ELIGIBLE_CRITERIA, "Sudah mampu menurut musyawarah"));
        answers.put("verdict" + own, "DECLINED");
        answers.put("reasonText" + own, "Pindah ke Bandar Lampung bulan lalu");
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        assertThatThrownBy(() -> place.records(meeting, answers))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(fields(e)).containsExactly("reasonCode" + own));

        answers.put("reasonCode" + own, "MOVED_AWAY");
        place.meets(answers);

        assertThat(proposals.view(first, place.operator).returned().code()).isEqualTo(ReasonCode.NOT_ELIGIBLE_CRITERIA);
        assertThat(proposals.view(second, place.operator).returned())
                .isEqualTo(new Reason(ReasonCode.MOVED_AWAY, "Pindah ke Bandar Lampung bulan lalu"));
    }

    @Test
    void a_record_that_says_nothing_of_any_family_is_refused() {
        place = data.in("1806022019");
        CaseRef ref = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);

        assertThatThrownBy(() -> place.records(meeting, Map.of()))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(fields(e))
                        .containsExactly("verdict" + ref.value().replace("-", "")));
    }

    @Test
    void what_the_head_sent_back_stands_in_the_form_again() {
        place = data.in("1806022018");
        CaseRef agreed = place.ready();
        CaseRef declined = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        Map<String, String> words = new HashMap<>(ProposalTestData.agreedTo(agreed));
        words.putAll(ProposalTestData.declined(declined, ReasonCode.MOVED_AWAY, "Pindah ke Bandar Lampung bulan lalu"));
        place.records(meeting, words);
        sendsBack(meeting, "Tempat keliru");

        place.records(meeting, Map.of("place", "Balai desa"));

        assertThat(proposals.meeting(meeting, place.operator).recorded().place())
                .isEqualTo("Balai desa");
        assertThat(proposals.meeting(meeting, place.operator).recorded().verdicts())
                .containsExactlyInAnyOrder(
                        new MeetingRecord.Verdict(agreed, null),
                        new MeetingRecord.Verdict(
                                declined, new Reason(ReasonCode.MOVED_AWAY, "Pindah ke Bandar Lampung bulan lalu")));
    }

    @Test
    void the_head_may_send_the_record_back_once_more() {
        place = data.in("1806032004");
        CaseRef ref = place.ready();
        CaseRef meeting = place.recorded(ProposalTestData.agreedTo(ref));
        sendsBack(meeting, "Jumlah yang hadir keliru");

        assertThat(meetingProcess(meeting)).isWaitingAt("record-meeting").hasNotPassed("publish-meeting");
        assertThat(proposals.meeting(meeting, place.operator).sentBack())
                .isEqualTo(new Reason(ReasonCode.OTHER, "Jumlah yang hadir keliru"));
        assertThat(status(ref)).isEqualTo(CaseStatus.READY_FOR_MEETING);
    }

    /** Glossary 6.1 and 12: every return has its reason, and what was recorded before stays. */
    @Test
    void why_each_record_was_sent_back_and_what_it_said_stays() {
        place = data.in("1806022022");
        CaseRef ref = place.ready();
        CaseRef meeting = place.recorded(ProposalTestData.agreedTo(ref));
        sendsBack(meeting, "Tempat keliru");
        place.records(meeting, Map.of("place", "Balai desa"));
        sendsBack(meeting, "Warga tidak menyepakati keluarga ini");
        place.meets(ProposalTestData.declined(ref, ReasonCode.MOVED_AWAY, "Pindah ke Bandar Lampung bulan lalu"));

        assertThat(timeline.of(meeting).stream().filter(e -> e.what().equals("meeting-sent-back")))
                .extracting(TimelineEntry::reason)
                .containsExactly(
                        new Reason(ReasonCode.OTHER, "Tempat keliru"),
                        new Reason(ReasonCode.OTHER, "Warga tidak menyepakati keluarga ini"));
        assertThat(inIndonesian(meeting))
                .allMatch(change -> change.by().equals(place.operator.accountId()))
                .extracting(change -> change.field() + ": " + change.before() + " > " + change.after())
                .contains(
                        "Tempat: Balai pekon > Balai desa",
                        ref
                                + ": Disepakati > Tidak disepakati: Keluarga sudah pindah. Pindah ke Bandar Lampung bulan lalu");
    }

    private List<CaseChanges.Change> inIndonesian(CaseRef ref) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("id"));
        try {
            return changes.stream().flatMap(c -> c.of(ref, true).stream()).toList();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private void sendsBack(CaseRef meeting, String why) {
        Map<String, String> answers = Map.of("signature", "sendBack", "reasonCode", "OTHER", "reasonText", why);
        data.does(place.head, meeting, "sign-meeting", answers);
    }

    @Test
    void whoever_recorded_does_not_sign_whatever_other_roles_he_holds() {
        place = data.in("1806032005");
        CaseRef ref = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        var both = people.holding(List.of(
                Assignment.of(Role.VILLAGE_OPERATOR, place.village), Assignment.of(Role.VILLAGE_HEAD, place.village)));
        place.photo(meeting, AttachmentKind.SPTJM);
        data.does(both, meeting, "record-meeting", sptjm(ref, today()));

        assertThatThrownBy(() -> data.does(both, meeting, "sign-meeting", Map.of("signature", "sign")))
                .isInstanceOf(Refused.class);
        assertThat(meetingProcess(meeting)).isWaitingAt("sign-meeting");
        watch.tooEarly(meeting);
    }

    @Test
    void a_record_without_its_paper_or_with_an_old_one_is_refused_at_the_field() {
        place = data.in("1806032006");
        CaseRef ref = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);

        assertThatThrownBy(() -> data.does(place.operator, meeting, "record-meeting", sptjm(ref, today())))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(fields(e)).containsExactly("scan"));
        place.photo(meeting, AttachmentKind.SPTJM);
        assertThatThrownBy(
                        () -> data.does(place.operator, meeting, "record-meeting", sptjm(ref, today().minusMonths(4))))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(fields(e)).containsExactly("heldOn"));
        assertThatThrownBy(() -> data.does(place.operator, meeting, "record-meeting", sptjm(ref, today().plusDays(1))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void evidence_older_than_three_months_keeps_a_family_out_of_the_list_until_it_is_talked_about_again() {
        place = data.in("1808012006");
        CaseRef ref = place.agreed();
        assertThat(batch.listOf(place.village).ready()).containsExactly(ref);

        time.moveTo(time.now().plus(100, ChronoUnit.DAYS));
        assertThat(batch.listOf(place.village).ready()).isEmpty();
        assertThat(batch.listOf(place.village).blocked())
                .extracting(BatchMember.Blocked::ref)
                .containsExactly(ref);

        place.meets(ProposalTestData.agreedTo(ref));
        assertThat(batch.listOf(place.village).ready()).containsExactly(ref);
    }

    private static Map<String, String> sptjm(CaseRef agreed, LocalDate day) {
        Map<String, String> answers = new HashMap<>(ProposalTestData.agreedTo(agreed));
        answers.putAll(Map.of("route", "SPTJM", "heldOn", day.toString()));
        return answers;
    }

    private static List<String> fields(InvalidInput refused) {
        return refused.errors().stream().map(e -> e.field()).toList();
    }

    /** As if the village had agreed a hundred days ago. */
    private void grownOld(CaseRef ref) {
        db.update("update proposal.proposal set evidence_on = evidence_on - 100 where case_ref = ?", ref.value());
    }

    /** The meetings that are called in the village and not over. */
    private List<ProcessInstance> open() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("village-meeting")
                .variableValueEquals("areaCode", place.village.value())
                .list();
    }

    /** Whom the one open meeting of the village has to talk about; it waits to be recorded. */
    private List<CaseRef> candidates() {
        assertThat(open()).hasSize(1);
        ProcessInstance one = open().get(0);
        assertThat(one).isWaitingAt("record-meeting");
        return proposals.meeting(new CaseRef(one.getBusinessKey()), place.operator).candidates().stream()
                .map(ProposalLine::ref)
                .toList();
    }

    private LocalDate today() {
        return time.today(ZoneId.of("Asia/Jakarta"));
    }

    private List<ProcessInstance> instances(CaseRef meeting) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("village-meeting")
                .processInstanceBusinessKey(meeting.value())
                .list();
    }

    private ProcessInstance meetingProcess(CaseRef meeting) {
        return instances(meeting).get(0);
    }
}
