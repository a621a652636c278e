package id.siks.fieldcheck.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.fieldcheck.model.ReviewDecision;
import id.siks.fieldcheck.model.VisitResult;
import id.siks.platform.engine.EngineVariables;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** What this room tells the engine. The business key is the asking case's reference: visits and case share it. */
@Component
public class FieldCheckProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;

    FieldCheckProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** A visit is asked for. */
    public void requested(CaseRef caseRef, AreaCode village) {
        runtime.startProcessInstanceByKey(
                FieldCheck.KEY,
                caseRef.value(),
                Map.of(EngineVariables.AREA_CODE, village.value(), EngineVariables.KIND, FieldCheck.KIND_VISIT));
    }

    /** The case ended otherwise. */
    public void withdrawn(CaseRef caseRef) {
        runtime.createMessageCorrelation(FieldCheck.MESSAGE_CANCELLED)
                .processInstanceBusinessKey(caseRef.value())
                .correlate();
    }

    /** Somebody was chosen. */
    public void assigned(String taskId, long worker) {
        tasks.complete(taskId, Map.of(FieldCheck.WORKER, Long.toString(worker)));
    }

    /** The worker was there; on a second attempt the visit stays with whoever made the first. */
    public void recorded(String taskId, VisitResult result, long worker) {
        tasks.complete(
                taskId, Map.of(FieldCheck.VISIT_RESULT, result.code(), FieldCheck.WORKER, Long.toString(worker)));
    }

    /** The contradictory finding was looked at, and settled by that. */
    public void reviewed(String taskId, ReviewDecision decision) {
        tasks.complete(taskId, Map.of(FieldCheck.REVIEW_DECISION, decision.code()));
    }

    /** The home is to be seen again by this worker; null leaves it to the workers of the district. */
    public void revisited(String taskId, Long worker) {
        tasks.complete(
                taskId,
                Variables.putValue(FieldCheck.REVIEW_DECISION, ReviewDecision.REVISIT.code())
                        .putValue(FieldCheck.WORKER, worker == null ? null : Long.toString(worker)));
    }
}
