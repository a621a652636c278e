package id.siks.casework.process;

import id.siks.casework.CaseRef;
import id.siks.casework.Rung;
import id.siks.casework.Rungs;
import id.siks.platform.engine.EngineTimers;
import id.siks.platform.engine.EngineVariables;
import id.siks.platform.engine.ProcessSteps;
import id.siks.platform.engine.TaskOpened;
import id.siks.platform.engine.TaskTimers;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the ladder of every diagram tells casework, in its order. */
@ProcessSteps(TaskLadder.STEPS)
class TaskLadderSteps {

    private final TaskTimers tasks;
    private final EngineTimers timers;
    private final Rungs rungs;

    TaskLadderSteps(TaskTimers tasks, EngineTimers timers, Rungs rungs) {
        this.tasks = tasks;
        this.timers = timers;
        this.rungs = rungs;
    }

    /** When the timer fires first that opens together with its task. */
    public Date nextRungAt(DelegateExecution execution) {
        return Date.from(rungs.first(tasks.opening(execution)));
    }

    /** Finds the rung that is due by the dates of this moment; waits until nobody else acts on the case. */
    public void findRung(DelegateExecution execution) {
        rungs.takeTurn(new CaseRef(tasks.firingCase()));
        List<TaskOpened> late = tasks.firing();
        String rung = rungs.due(late).map(Rung::word).orElse(TaskLadder.NONE);
        execution.setVariableLocal(TaskLadder.RUNG, EngineVariables.passing(rung));
        if (rung.equals(TaskLadder.NONE)) {
            again(late);
        }
    }

    /** Tells whoever has the task, or the team. */
    public void remindWorker(DelegateExecution execution) {
        tell(Rung.REMINDER);
    }

    /** Tells the supervisor. */
    public void tellSupervisor(DelegateExecution execution) {
        tell(Rung.SUPERVISOR);
    }

    /** Tells the office head. */
    public void tellOfficeHead(DelegateExecution execution) {
        tell(Rung.OFFICE_HEAD);
    }

    /** Tells the province. */
    public void tellProvince(DelegateExecution execution) {
        tell(Rung.PROVINCE);
    }

    private void tell(Rung rung) {
        List<TaskOpened> late = tasks.firing();
        rungs.tell(rung, late);
        again(late);
    }

    private void again(List<TaskOpened> late) {
        rungs.after(late).ifPresent(timers::again);
    }
}
