package id.siks.fieldcheck.tasks;

import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.fieldcheck.model.EligibleVisitors;
import id.siks.fieldcheck.model.VisitDesk;
import id.siks.fieldcheck.process.FieldCheck;
import id.siks.fieldcheck.process.FieldCheckProcess;
import id.siks.identity.Actor;
import id.siks.platform.InvalidInput;
import id.siks.platform.forms.FormInput;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A verifier chooses which social worker of the district visits, and when. */
@Component
class AssignVisitForm implements TaskForm {

    private final VisitDesk desk;
    private final EligibleVisitors visitors;
    private final FieldCheckProcess process;

    AssignVisitForm(VisitDesk desk, EligibleVisitors visitors, FieldCheckProcess process) {
        this.desk = desk;
        this.visitors = visitors;
        this.process = process;
    }

    @Override
    public String task() {
        return FieldCheck.ASSIGN_VISIT;
    }

    @Override
    public String view() {
        return "fieldcheck/assign-visit";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        return Map.of(
                "home", desk.home(task.caseRef()), "nobody", eligible(task).isEmpty());
    }

    @Override
    public Map<String, Object> initial(OpenTask task, Actor actor) {
        List<Map<String, String>> workers = eligible(task).stream()
                .map(a -> Map.of("value", a.id(), "label", a.displayName()))
                .toList();
        return Map.of("workers", workers);
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        long worker = eligible(task).stream()
                .filter(a -> a.id().equals(input.text("worker")))
                .map(Actor::accountId)
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("worker", "fieldcheck.error.worker-not-eligible"));
        desk.assign(task.caseRef(), worker, input.date("plannedOn"), actor.accountId());
        process.assigned(task.id(), worker);
    }

    private List<Actor> eligible(OpenTask task) {
        FieldCheckView asked = desk.open(task.caseRef());
        return visitors.of(asked.village(), desk.proposers(task.caseRef()));
    }
}
