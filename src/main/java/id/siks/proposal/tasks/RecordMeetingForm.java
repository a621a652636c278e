package id.siks.proposal.tasks;

import id.siks.casework.CaseRef;
import id.siks.casework.OpenTask;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.TaskForm;
import id.siks.evidence.Attachments;
import id.siks.identity.Actor;
import id.siks.platform.InvalidInput;
import id.siks.platform.forms.FormField;
import id.siks.platform.forms.FormInput;
import id.siks.proposal.MeetingRecord;
import id.siks.proposal.MeetingRecord.Verdict;
import id.siks.proposal.MeetingRoute;
import id.siks.proposal.MeetingView;
import id.siks.proposal.Proposals;
import id.siks.proposal.process.VillageMeeting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The operator writes down what the village decided. */
@Component
class RecordMeetingForm implements TaskForm {

    private static final String CODE = "reasonCode";
    private static final String TEXT = "reasonText";
    private static final String OWN_CODE = "ownReasonCode";
    private static final String OWN_TEXT = "ownReasonText";

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
                "meeting",
                proposals.meeting(task.caseRef(), actor),
                "papers",
                attachments.of(task.caseRef().value()),
                "back",
                "/worklist/tasks/" + task.id());
    }

    @Override
    public Map<String, Object> initial(OpenTask task, Actor actor) {
        MeetingView meeting = proposals.meeting(task.caseRef(), actor);
        Map<String, Object> values = new HashMap<>();
        values.put(
                "families",
                meeting.candidates().stream()
                        .map(c -> Map.of("value", c.ref().value(), "label", c.subject() + " – " + inOneLine(c.ref())))
                        .toList());
        if (meeting.recorded() != null) {
            values.putAll(again(meeting.recorded()));
        }
        return values;
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        List<String> agreed = input.options("agreed");
        List<String> declined = input.options("declined");
        if (agreed.stream().anyMatch(declined::contains)) {
            throw InvalidInput.at("declined", "proposal.error.agreed-and-declined");
        }
        MeetingRecord held = new MeetingRecord(
                MeetingRoute.valueOf(input.text("route")),
                input.date("heldOn"),
                input.text("place"),
                input.integer("attendance"),
                verdicts(agreed, declined, input));
        int version = proposals.meeting(task.caseRef(), actor).version();
        proposals.recordMeeting(task.caseRef(), version, held, actor);
    }

    private static String inOneLine(CaseRef ref) {
        return ref.value().replace('-', '\u2011');
    }

    private static List<Verdict> verdicts(List<String> agreed, List<String> declined, FormInput input) {
        return Stream.concat(
                        agreed.stream().map(ref -> new Verdict(new CaseRef(ref), null)),
                        declined.stream().map(ref -> new Verdict(new CaseRef(ref), reason(ref, input))))
                .toList();
    }

    /** The family's own reason where one is given, else the one for all that were declined. */
    private static Reason reason(String ref, FormInput input) {
        String codeKey = FormField.repeatedKey(OWN_CODE, ref);
        String textKey = FormField.repeatedKey(OWN_TEXT, ref);
        String code = input.text(codeKey);
        String text = input.text(textKey);
        if (code == null && text == null) {
            return new Reason(ReasonCode.valueOf(input.text(CODE)), input.text(TEXT));
        }
        if (code == null) {
            throw InvalidInput.at(codeKey, "casework.error.reason-code-missing");
        }
        if (text == null) {
            throw InvalidInput.at(textKey, "forms.required");
        }
        return new Reason(ReasonCode.valueOf(code), text);
    }

    /** What was written before the head sent it back. */
    private static Map<String, Object> again(MeetingRecord recorded) {
        Map<String, Object> values = new HashMap<>();
        values.put("route", recorded.route().name());
        values.put("heldOn", recorded.heldOn().toString());
        values.put("place", recorded.place());
        values.put("attendance", recorded.attendance());
        values.put("agreed", refs(recorded, true));
        values.put("declined", refs(recorded, false));
        List<Verdict> declined =
                recorded.verdicts().stream().filter(v -> !v.agreed()).toList();
        declined.stream().findFirst().ifPresent(v -> {
            values.put(CODE, v.declined().code().name());
            values.put(TEXT, v.declined().sentence());
        });
        declined.stream()
                .filter(v -> !v.declined().equals(declined.get(0).declined()))
                .forEach(v -> {
                    String ref = v.ref().value();
                    values.put(
                            FormField.repeatedKey(OWN_CODE, ref),
                            v.declined().code().name());
                    values.put(
                            FormField.repeatedKey(OWN_TEXT, ref), v.declined().sentence());
                });
        return values;
    }

    private static List<String> refs(MeetingRecord recorded, boolean agreed) {
        return recorded.verdicts().stream()
                .filter(v -> v.agreed() == agreed)
                .map(v -> v.ref().value())
                .toList();
    }
}
