package id.siks.finalization.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.LateComers;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodView;
import id.siks.finalization.model.CutoffWarnings;
import id.siks.finalization.model.PeriodCase;
import id.siks.platform.Conflict;
import id.siks.platform.Refused;
import id.siks.platform.engine.EngineMessages;
import id.siks.platform.engine.EngineTasks;
import id.siks.platform.engine.EngineTimers;
import id.siks.platform.engine.EngineTimers.Moved;
import id.siks.platform.engine.EngineVariables;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** What the room tells its process. */
@Component
public class PeriodFinalizationProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineTasks work;
    private final EngineTimers timers;
    private final EngineMessages messages;
    private final CutoffWarnings warnings;
    private final LateComers lateComers;

    PeriodFinalizationProcess(
            RuntimeService runtime,
            TaskService tasks,
            EngineTasks work,
            EngineTimers timers,
            EngineMessages messages,
            CutoffWarnings warnings,
            LateComers lateComers) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.work = work;
        this.timers = timers;
        this.messages = messages;
        this.warnings = warnings;
        this.lateComers = lateComers;
    }

    /** A period is planned: its process waits for the opening. */
    public void planned(PeriodView period) {
        runtime.startProcessInstanceByKey(
                PeriodFinalization.KEY,
                period.ref().value(),
                Variables.putValue(EngineVariables.AREA_CODE, period.regency().value())
                        .putValue(EngineVariables.KIND, PeriodCase.KIND)
                        .putValue(PeriodFinalization.OPENS_AT, Date.from(period.opensAt()))
                        .putValue(PeriodFinalization.VILLAGE_CUTOFF_AT, Date.from(period.villageCutoffAt()))
                        .putValue(PeriodFinalization.REGENCY_CUTOFF_AT, Date.from(period.regencyCutoffAt())));
    }

    /**
     * A date was moved: the timer that waits for it now is armed anew, a later one will read the new date. {@link Refused}
     * when that timer fires at this moment.
     *
     * @param period as it is after the move
     */
    public void moved(PeriodView period, Milestone milestone) {
        Timer timer = timer(milestone);
        if (timer == null) {
            return;
        }
        String instance = instance(period.ref());
        Date date = Date.from(period.at(milestone));
        Moved moved = timers.move(instance, timer.element(), date);
        if (moved == Moved.FIRING) {
            throw Refused.because("finalization.error.milestone-passing");
        }
        runtime.setVariable(instance, timer.variable(), date);
        // One that fires at this moment waits for the period and then reads its dates.
        timers.move(instance, PeriodFinalization.CUTOFF_NEARED, Date.from(warnings.nextAt(period)));
        if (moved == Moved.MOVED && timer.task() != null) {
            // The people who work towards this date see the new one.
            work.reschedule(
                    tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(timer.task()).list().stream()
                            .collect(Collectors.toMap(Task::getId, task -> period.at(milestone))));
        }
    }

    /** The village's list is closed by its operator. */
    public void villageFinalized(CaseRef period, AreaCode village) {
        Execution execution = runtime.createExecutionQuery()
                .processInstanceId(instance(period))
                .activityId(PeriodFinalization.FINALIZE_VILLAGE)
                .variableValueEquals(EngineVariables.AREA_CODE, village.value())
                .singleResult();
        if (execution == null) {
            throw gone(period);
        }
        complete(period, tasks.createTaskQuery().executionId(execution.getId()).singleResult(), Map.of());
    }

    /** Somebody has done the one open task {@code key} of the period. */
    public void done(CaseRef period, String key) {
        complete(period, task(period, key).orElseThrow(() -> gone(period)), Map.of());
    }

    /** The office head has looked at the list; {@code empty} when no case is left in it. */
    public void approved(CaseRef period, boolean empty) {
        complete(
                period,
                task(period, PeriodFinalization.APPROVE_BATCH).orElseThrow(() -> gone(period)),
                Map.of(PeriodFinalization.EMPTY, EngineVariables.passing(empty)));
    }

    /**
     * The last case left the list before the decree: nobody has to act on it any more. False when the period does not wait
     * for that, as one that began with an earlier version of the model.
     */
    public boolean emptied(CaseRef period) {
        return messages.tell(PeriodFinalization.LIST_EMPTIED, List.of(period.value()), Map.of()) == 1;
    }

    /** Somebody has done the one open task {@code key} of the period by deciding which way it goes. */
    public void decided(CaseRef period, String key, String decision) {
        complete(
                period,
                task(period, key).orElseThrow(() -> gone(period)),
                Map.of(PeriodFinalization.DECISION, EngineVariables.passing(decision)));
    }

    private Optional<Task> task(CaseRef period, String key) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(period.value())
                .taskDefinitionKey(key)
                .singleResult());
    }

    private void complete(CaseRef period, Task task, Map<String, Object> variables) {
        if (task == null) {
            throw gone(period);
        }
        tasks.complete(task.getId(), variables);
    }

    private String instance(CaseRef period) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(PeriodFinalization.KEY)
                .processInstanceBusinessKey(period.value())
                .singleResult();
        if (instance == null) {
            throw gone(period);
        }
        return instance.getId();
    }

    private Conflict gone(CaseRef period) {
        return lateComers.told(
                period,
                "finalization.error.gone-on-since",
                "finalization.error.gone-on-own",
                "finalization.error.gone-on");
    }

    private static Timer timer(Milestone milestone) {
        return switch (milestone) {
            case OPENING -> new Timer(PeriodFinalization.PERIOD_OPENED, PeriodFinalization.OPENS_AT, null);
            case VILLAGE_CUTOFF -> new Timer(
                    PeriodFinalization.VILLAGE_CUTOFF,
                    PeriodFinalization.VILLAGE_CUTOFF_AT,
                    PeriodFinalization.FINALIZE_VILLAGE);
            case REGENCY_CUTOFF -> new Timer(
                    PeriodFinalization.REGENCY_CUTOFF,
                    PeriodFinalization.REGENCY_CUTOFF_AT,
                    PeriodFinalization.CLOSE_REGENCY);
            case DETERMINATION -> null;
        };
    }

    /** A timer, the date it reads and the task people do until then, or null. */
    private record Timer(String element, String variable, String task) {}
}
