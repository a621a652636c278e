package id.siks.platform.engine;

import id.siks.platform.Causes;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine's open user tasks, for the room that shows them: who has one, and which is open. */
@Component
public class EngineTasks {

    private static final List<Class<? extends RuntimeException>> REFUSALS =
            List.of(InvalidInput.class, Refused.class, Conflict.class, NotFound.class);

    private final TaskService engine;
    private final CommandExecutor commands;
    private final TaskTimers timers;

    EngineTasks(ProcessEngine engine, TaskTimers timers) {
        this.engine = engine.getTaskService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.timers = timers;
    }

    /**
     * Gives the task to somebody, or to nobody.
     *
     * @param assignee account id, or null
     */
    public void assign(String taskId, String assignee) {
        racing(() -> engine.setAssignee(taskId, assignee));
    }

    /**
     * Lets somebody work on the task for its owner; until {@link #giveBack} the engine lets nobody complete it.
     *
     * @param owner account id
     * @param delegate account id
     */
    public void delegate(String taskId, String owner, String delegate) {
        racing(() -> {
            engine.setOwner(taskId, owner);
            engine.delegateTask(taskId, delegate);
        });
    }

    /**
     * Ends what {@link #delegate} began.
     *
     * @param assignee account id of who has it from now on, or null
     */
    public void giveBack(String taskId, String assignee) {
        racing(() -> {
            engine.resolveTask(taskId);
            engine.setAssignee(taskId, assignee);
        });
    }

    /**
     * Does what {@code deed} does with the task also while its case is stopped, and leaves it stopped: when people come and
     * go, no work stays in hands that may not do it.
     *
     * @param deed passes the task on, and no more
     * @return false when the task is not open any more; then nothing was done
     */
    public boolean evenStopped(String taskId, Runnable deed) {
        AtomicBoolean open = new AtomicBoolean();
        racing(() -> open.set(
                commands.execute(context -> asIfGoingOn(context.getTaskManager().findTaskById(taskId), deed))));
        return open.get();
    }

    /** Ends the task and lets its case go on with these routing values. */
    public void complete(String taskId, Map<String, Object> values) {
        racing(() -> engine.complete(taskId, values));
    }

    /**
     * Gives open tasks other due dates, and their timers with them, also of stopped cases; those that are not open any more
     * are left out.
     *
     * @param dueAt task id to due date, at most some hundreds
     */
    @Transactional
    public void reschedule(Map<String, Instant> dueAt) {
        if (dueAt.isEmpty()) {
            return;
        }
        // One command, so that they are written together.
        racing(() -> commands.execute(context -> {
            engine.createTaskQuery()
                    .taskIdIn(dueAt.keySet().toArray(String[]::new))
                    .list()
                    .forEach(task -> {
                        task.setDueDate(Date.from(dueAt.get(task.getId())));
                        engine.saveTask(task);
                    });
            return null;
        }));
        timers.follow(dueAt.keySet());
    }

    /** Id of the open task {@code taskKey} of the case {@code caseRef}; refuses with {@link NotFound} when none waits. */
    public String openId(String caseRef, String taskKey) {
        return engine
                .createTaskQuery()
                .processInstanceBusinessKey(caseRef)
                .taskDefinitionKey(taskKey)
                .active()
                .listPage(0, 1)
                .stream()
                .map(Task::getId)
                .findFirst()
                .orElseThrow(() -> new NotFound("open task " + taskKey));
    }

    /**
     * Runs {@code deed}; when the engine finds that the task or its case has moved on meanwhile, or that the case is
     * stopped, that is a {@link Conflict}, not a fault (security requirement 26). What a step of the diagram refused
     * comes out as the step threw it, not in the engine's wrapping.
     */
    public void racing(Runnable deed) {
        try {
            deed.run();
        } catch (OptimisticLockingException | NullValueException lost) {
            throw conflict("platform.problem.409", lost);
        } catch (SuspendedEntityInteractionException stopped) {
            throw conflict("platform.problem.suspended", stopped);
        } catch (ProcessEngineException wrapped) {
            throw refusal(wrapped).orElse(wrapped);
        }
    }

    private static boolean asIfGoingOn(TaskEntity task, Runnable deed) {
        if (task == null) {
            return false;
        }
        int state = task.getSuspensionState();
        task.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
        deed.run();
        // Written with the rest when the command ends.
        task.setSuspensionState(state);
        return true;
    }

    private static Conflict conflict(String key, Throwable cause) {
        Conflict conflict = Conflict.because(key);
        conflict.initCause(cause);
        return conflict;
    }

    private static Optional<RuntimeException> refusal(Throwable wrapped) {
        return Causes.of(wrapped)
                .filter(e -> REFUSALS.stream().anyMatch(type -> type.isInstance(e)))
                .map(RuntimeException.class::cast)
                .findFirst();
    }
}
