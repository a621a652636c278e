package id.siks.proposal.tasks;

import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseSummary;
import id.siks.casework.OpenTask;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.TaskForm;
import id.siks.casework.Timeline;
import id.siks.evidence.Attachments;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import id.siks.proposal.MeetingRecord.Verdict;
import id.siks.proposal.MeetingView;
import id.siks.proposal.Proposals;
import id.siks.proposal.process.VillageMeeting;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The village head puts his name under the record, or asks for another one. */
@Component
class SignMeetingForm implements TaskForm {

    private static final String MEETING = "meeting";
    private static final String SIGN = "sign";

    private final Proposals proposals;
    private final Attachments attachments;
    private final Timeline timeline;
    private final Areas areas;

    SignMeetingForm(Proposals proposals, Attachments attachments, Timeline timeline, Areas areas) {
        this.proposals = proposals;
        this.attachments = attachments;
        this.timeline = timeline;
        this.areas = areas;
    }

    @Override
    public String task() {
        return VillageMeeting.SIGN_MEETING;
    }

    @Override
    public String view() {
        return "proposal/sign-meeting";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        MeetingView meeting = proposals.meeting(task.caseRef(), actor);
        return Map.of(
                MEETING,
                meeting,
                "village",
                areas.path(meeting.village()),
                "families",
                families(meeting),
                "papers",
                attachments.of(task.caseRef().value()));
    }

    @Override
    public List<CaseRef> alsoNames(Map<String, Object> model) {
        return ((MeetingView) model.get(MEETING))
                .recorded().verdicts().stream().map(Verdict::ref).toList();
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        boolean signed = SIGN.equals(input.needed("signature"));
        proposals.signMeeting(task.caseRef(), signed ? null : reason(input), actor);
    }

    private static Reason reason(FormInput input) {
        return Reason.given(input.needed("reasonCode", ReasonCode::valueOf), input.needed("reasonText"));
    }

    private List<Spoken> families(MeetingView meeting) {
        List<Verdict> verdicts = meeting.recorded().verdicts();
        Map<CaseRef, CaseSummary> cases =
                timeline.summaries(verdicts.stream().map(Verdict::ref).toList());
        return verdicts.stream().map(v -> new Spoken(v, cases.get(v.ref()))).toList();
    }

    /** What the meeting said about one family. */
    record Spoken(Verdict verdict, CaseSummary family) {}
}
