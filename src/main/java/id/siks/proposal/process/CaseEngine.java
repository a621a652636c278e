package id.siks.proposal.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.platform.Conflict;
import id.siks.platform.engine.EngineMessages;
import id.siks.platform.engine.EngineVariables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Starts and moves many cases in one command of the engine, so that their rows are written together. A case that waits
 * for something else is left alone; the answer tells how many moved.
 */
@Component
class CaseEngine {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineMessages messages;
    private final ProcessEngineConfigurationImpl configuration;

    CaseEngine(RuntimeService runtime, TaskService tasks, EngineMessages messages, ProcessEngine engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
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
            throw gone();
        }
    }

    /** Completes the open task of the case, or tells that somebody was faster. */
    void complete(CaseRef ref, String taskKey, Map<String, Object> values) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw gone();
        }
        together(() -> tasks.complete(task.getId(), values));
    }

    private static Conflict gone() {
        return Conflict.because("proposal.error.task-gone");
    }

    private void together(Runnable deeds) {
        try {
            configuration.getCommandExecutorTxRequired().execute(context -> {
                deeds.run();
                return null;
            });
        } catch (OptimisticLockingException faster) {
            throw gone();
        }
    }
}
