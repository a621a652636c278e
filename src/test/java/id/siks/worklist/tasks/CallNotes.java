package id.siks.worklist.tasks;

import id.siks.casework.CaseRef;
import id.siks.platform.engine.ProcessSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A step of a test diagram that notes at which case it works. */
@ProcessSteps("callNotes")
class CallNotes {

    private volatile CaseRef last;

    /** {@code step}. */
    public void note(DelegateExecution execution) {
        last = new CaseRef(execution.getProcessBusinessKey());
    }

    CaseRef last() {
        return last;
    }
}
