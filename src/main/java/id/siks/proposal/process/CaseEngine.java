package id.siks.proposal.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.LateComers;
import id.siks.platform.Causes;
import id.siks.platform.Conflict;
import id.siks.platform.engine.EngineMessages;
import id.siks.platform.engine.EngineVariables;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Starts and moves many cases in one command of the engine, so that their rows are written together. A case that waits
 * for something else is left alone; the answer tells how many moved.
 */
@Component
class CaseEngine {

    private static final String GONE = "proposal.error.task-gone";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineMessages messages;
    private final LateComers lateComers;
    private final ProcessEngineConfigurationImpl configuration;

    CaseEngine(
            RuntimeService runtime,
            TaskService tasks,
            EngineMessages messages,
            LateComers lateComers,
            ProcessEngine engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.lateComers = lateComers;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    void start(String processKey, String kind, Map<CaseRef, AreaCode> cases) {
        together(() -> cases.forEach((ref, area) -> runtime.startProcessInstanceByKey(
                processKey, ref.value(), Map.of(EngineVariables.AREA_CODE, area.value(), EngineVariables.KIND, kind))));
    }

    /** Those that wait for the message, in the order given. */
    List<CaseRef> waiting(String message, Collection<CaseRef> refs) {
        Set<String> waiting =
                messages.waiting(message, refs.stream().map(CaseRef::value).toList());
        return refs.stream().filter(ref -> waiting.contains(ref.value())).toList();
    }

    /** Tells the message to each case that waits for it. */
    int tell(String message, Collection<CaseRef> refs, Map<String, Object> values) {
        try {
            return messages.tell(message, refs.stream().map(CaseRef::value).toList(), values);
        } catch (OptimisticLockingException faster) {
            throw refs.size() == 1 ? lost(refs.iterator().next(), faster) : Conflict.because(GONE);
        }
    }

    /** Completes the open task of the case, or tells that somebody was faster. */
    void complete(CaseRef ref, String taskKey, Map<String, Object> values) {
        Task task = find(ref, taskKey).orElseThrow(() -> gone(ref));
        together(ref, () -> tasks.complete(task.getId(), values));
    }

    /**
     * Who has the open task of the case and keeps it from {@code account}; empty when nobody has taken it, or he himself.
     * A task handed on for an answer is kept from whoever handed it on and from whoever answers.
     */
    Optional<Long> keeper(CaseRef ref, String taskKey, long account) {
        return find(ref, taskKey)
                .map(task -> keeper(task, Long.toString(account)))
                .map(Long::valueOf);
    }

    private static String keeper(Task task, String account) {
        if (!account.equals(task.getAssignee())) {
            return task.getAssignee();
        }
        return task.getDelegationState() == DelegationState.PENDING ? task.getOwner() : null;
    }

    /** Gives the open task of the case to somebody; one handed on for an answer needs none any more. */
    void assign(CaseRef ref, String taskKey, long account) {
        Task task = find(ref, taskKey).orElseThrow(() -> gone(ref));
        boolean handedOn = task.getDelegationState() == DelegationState.PENDING;
        if (handedOn) {
            together(ref, () -> tasks.resolveTask(task.getId()));
        }
        if (handedOn || !Long.toString(account).equals(task.getAssignee())) {
            together(ref, () -> tasks.setAssignee(task.getId(), Long.toString(account)));
        }
    }

    private Optional<Task> find(CaseRef ref, String taskKey) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey(taskKey)
                .singleResult());
    }

    private Conflict gone(CaseRef ref) {
        return lateComers.told(ref, "proposal.error.task-gone-since", "proposal.error.task-gone-own", GONE);
    }

    /** Who was faster; of a transaction that the database itself has stopped nothing more can be asked. */
    private RuntimeException lost(CaseRef ref, OptimisticLockingException faster) {
        return Causes.of(faster).anyMatch(SQLException.class::isInstance) ? faster : gone(ref);
    }

    private void together(CaseRef ref, Runnable deeds) {
        try {
            together(deeds);
        } catch (OptimisticLockingException faster) {
            throw lost(ref, faster);
        }
    }

    private void together(Runnable deeds) {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            deeds.run();
            return null;
        });
    }
}
