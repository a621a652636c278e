package id.siks.proposal.tasks;

import id.siks.casework.CaseRef;
import id.siks.casework.OpenTask;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.TaskForm;
import id.siks.evidence.Attachments;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormField;
import id.siks.platform.forms.FormInput;
import id.siks.proposal.MeetingRecord;
import id.siks.proposal.MeetingRecord.Verdict;
import id.siks.proposal.MeetingRoute;
import id.siks.proposal.MeetingView;
import id.siks.proposal.ProposalLine;
import id.siks.proposal.Proposals;
import id.siks.proposal.process.VillageMeeting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The operator writes down what the village decided. */
@Component
class RecordMeetingForm implements TaskForm {

    private static final String MEETING = "meeting";
    private static final String FAMILIES = "families";
    private static final String VERDICT = "verdict";
    private static final String CODE = "reasonCode";
    private static final String TEXT = "reasonText";
    private static final String DESPITE = "despite";
    private static final String AGREED = "AGREED";
    private static final String DECLINED = "DECLINED";
    private static final String LATER = "LATER";

    private final Proposals proposals;
    private final Attachments attachments;

    RecordMeetingForm(Proposals proposals, Attachments attachments) {
        this.proposals = proposals;
        this.attachments = attachments;
    }

    @Override
    public String task() {
        return VillageMeeting.RECORD_MEETING;
    }

    @Override
    public String view() {
        return "proposal/record-meeting";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        return Map.of(
                MEETING,
                proposals.meeting(task.caseRef(), actor),
                "papers",
                attachments.of(task.caseRef().value()),
                "back",
                "/worklist/tasks/" + task.id());
    }

    @Override
    public List<CaseRef> alsoNames(Map<String, Object> model) {
        return ((MeetingView) model.get(MEETING))
                .candidates().stream().map(ProposalLine::ref).toList();
    }

    @Override
    public Map<String, Object> initial(OpenTask task, Actor actor) {
        MeetingView meeting = proposals.meeting(task.caseRef(), actor);
        Map<String, Object> values = new HashMap<>();
        values.put(
                FAMILIES,
                meeting.candidates().stream()
                        .map(c -> Map.of("value", c.ref().value(), "label", c.subject() + " – " + inOneLine(c.ref())))
                        .toList());
        values.put(
                "notIndicated",
                meeting.notIndicated().stream().map(CaseRef::value).toList());
        meeting.candidates().forEach(c -> values.put(keyOf(VERDICT, c.ref()), LATER));
        if (meeting.recorded() != null) {
            values.putAll(again(meeting.recorded()));
        }
        return values;
    }

    @Override
    public String gone() {
        return "proposal.record-meeting.gone";
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        MeetingView meeting = proposals.meeting(task.caseRef(), actor);
        MeetingRecord held = new MeetingRecord(
                input.needed("route", MeetingRoute::valueOf),
                input.date("heldOn"),
                input.text("place"),
                input.integer("attendance"),
                verdicts(meeting.candidates(), input));
        proposals.recordMeeting(task.caseRef(), held, actor);
    }

    private static String inOneLine(CaseRef ref) {
        return ref.value().replace('-', '\u2011');
    }

    private static List<Verdict> verdicts(List<ProposalLine> candidates, FormInput input) {
        return candidates.stream()
                .map(ProposalLine::ref)
                .map(ref -> verdict(ref, input))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty when the family was not talked about. */
    private static Optional<Verdict> verdict(CaseRef ref, FormInput input) {
        String word = input.text(keyOf(VERDICT, ref));
        if (AGREED.equals(word)) {
            return Optional.of(new Verdict(ref, null, input.text(keyOf(DESPITE, ref))));
        }
        return DECLINED.equals(word) ? Optional.of(new Verdict(ref, reason(ref, input))) : Optional.empty();
    }

    private static Reason reason(CaseRef ref, FormInput input) {
        return Reason.given(input.needed(keyOf(CODE, ref), ReasonCode::valueOf), input.text(keyOf(TEXT, ref)));
    }

    private static String keyOf(String field, CaseRef ref) {
        return FormField.repeatedKey(field, ref.value());
    }

    /** What was written before the head sent it back. */
    private static Map<String, Object> again(MeetingRecord recorded) {
        Map<String, Object> values = new HashMap<>();
        values.put("route", recorded.route().name());
        values.put("heldOn", recorded.heldOn().toString());
        values.put("place", recorded.place());
        values.put("attendance", recorded.attendance());
        recorded.verdicts().forEach(v -> values.putAll(again(v)));
        return values;
    }

    private static Map<String, Object> again(Verdict said) {
        if (said.agreed()) {
            return said.despite() == null
                    ? Map.of(keyOf(VERDICT, said.ref()), AGREED)
                    : Map.of(keyOf(VERDICT, said.ref()), AGREED, keyOf(DESPITE, said.ref()), said.despite());
        }
        return Map.of(
                keyOf(VERDICT, said.ref()),
                DECLINED,
                keyOf(CODE, said.ref()),
                said.declined().code().name(),
                keyOf(TEXT, said.ref()),
                said.declined().sentence());
    }
}
