package id.siks.fieldcheck.process;

import id.siks.casework.CaseRef;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.fieldcheck.model.EligibleVisitors;
import id.siks.fieldcheck.model.VisitDesk;
import id.siks.identity.Actor;
import id.siks.platform.engine.ProcessSteps;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.ApplicationEventPublisher;

/** What the diagram asks of this room, in its order. */
@ProcessSteps("fieldCheck")
class FieldCheckSteps {

    private final VisitDesk desk;
    private final EligibleVisitors visitors;
    private final ApplicationEventPublisher events;

    FieldCheckSteps(VisitDesk desk, EligibleVisitors visitors, ApplicationEventPublisher events) {
        this.desk = desk;
        this.visitors = visitors;
        this.events = events;
    }

    /** {@code find-worker}: the only one who may go gets the visit without anybody choosing. */
    public void findWorker(DelegateExecution execution) {
        CaseRef caseRef = caseOf(execution);
        FieldCheckView asked = desk.open(caseRef);
        List<Actor> eligible = visitors.of(asked.village(), desk.proposers(caseRef));
        boolean found = eligible.size() == 1;
        if (found) {
            desk.assign(caseRef, eligible.get(0).accountId(), null, null);
            execution.setVariable(FieldCheck.WORKER, eligible.get(0).id());
        }
        execution.setVariable(FieldCheck.WORKER_FOUND, found);
    }

    /** {@code conclude-field-check}: tells whoever waits, in this transaction. */
    public void concludeFieldCheck(DelegateExecution execution) {
        events.publishEvent(desk.conclude(caseOf(execution)));
    }

    /** {@code cancel-visits}: nobody has to go any more. */
    public void cancelVisits(DelegateExecution execution) {
        desk.cancel(caseOf(execution));
    }

    private static CaseRef caseOf(DelegateExecution execution) {
        return new CaseRef(execution.getProcessBusinessKey());
    }
}
