package id.siks.fieldcheck.tasks;

import id.siks.casework.CaseRef;
import id.siks.casework.OpenTask;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.TaskForm;
import id.siks.evidence.Attachments;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.fieldcheck.FieldCheckView.VisitView;
import id.siks.fieldcheck.model.EligibleVisitors;
import id.siks.fieldcheck.model.ReviewDecision;
import id.siks.fieldcheck.model.SuggestedReason;
import id.siks.fieldcheck.model.VisitDesk;
import id.siks.fieldcheck.process.FieldCheck;
import id.siks.fieldcheck.process.FieldCheckProcess;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.forms.FormInput;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A verifier looks at a finding that speaks against the claim. Whoever visited cannot review. */
@Component
class ReviewVisitForm implements TaskForm {

    private final VisitDesk desk;
    private final EligibleVisitors visitors;
    private final Attachments attachments;
    private final FieldCheckProcess process;
    private final Actors actors;

    ReviewVisitForm(
            VisitDesk desk,
            EligibleVisitors visitors,
            Attachments attachments,
            FieldCheckProcess process,
            Actors actors) {
        this.desk = desk;
        this.visitors = visitors;
        this.attachments = attachments;
        this.process = process;
        this.actors = actors;
    }

    @Override
    public String task() {
        return FieldCheck.REVIEW_VISIT;
    }

    @Override
    public String view() {
        return "fieldcheck/review-visit";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        FieldCheckView asked = desk.open(task.caseRef());
        return Map.of(
                "home",
                desk.home(task.caseRef()),
                "fieldCheck",
                asked,
                "visitor",
                actors.nameOf(asked.lastVisit().visitedBy()),
                "photos",
                attachments.of(asked.photos()));
    }

    @Override
    public Map<String, Object> initial(OpenTask task, Actor actor) {
        VisitView visit = desk.open(task.caseRef()).lastVisit();
        return Map.of("reasonCode", SuggestedReason.of(visit.outcome()).name());
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        ReviewDecision decision = input.needed("decision", ReviewDecision::valueOf);
        long reviewer = actor.accountId();
        switch (decision) {
            case ACCEPT -> desk.accept(task.caseRef(), reason(input), reviewer);
            case RETURN -> desk.sendBack(task.caseRef(), reason(input), reviewer);
            case REVISIT -> {
                revisit(task, input.date("plannedOn"), input.needed("note"), reviewer);
                return;
            }
        }
        process.reviewed(task.id(), decision);
    }

    /** Meanwhile the visitor may be gone or on leave: then somebody else knows the way. */
    private void revisit(OpenTask task, LocalDate day, String note, long reviewer) {
        CaseRef ref = task.caseRef();
        FieldCheckView asked = desk.open(ref);
        Long worker = visitors.again(asked.lastVisit().visitedBy(), asked.village(), desk.proposers(ref))
                .orElse(null);
        desk.revisit(ref, worker, day, note, reviewer);
        process.revisited(task.id(), worker);
    }

    private static Reason reason(FormInput input) {
        return Reason.given(input.needed("reasonCode", ReasonCode::valueOf), input.text("reasonText"));
    }
}
