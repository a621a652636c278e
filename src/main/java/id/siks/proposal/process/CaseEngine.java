package id.siks.proposal.process;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.platform.Conflict;
import id.siks.platform.engine.EngineVariables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Starts and moves many cases in one command of the engine, so that their rows are written together. A case that waits
 * for something else is left alone; the answer tells how many moved.
 */
@Component
class CaseEngine {

    private static final String WAITING =
            """
            select res.* from act_ru_execution res where res.id_ in (
              select s.execution_id_ from act_ru_event_subscr s
              join act_ru_execution instance on instance.id_ = s.proc_inst_id_
              where s.event_type_ = 'message' and s.event_name_ = #{message}
                and instance.business_key_ = any (string_to_array(#{refs}, ',')))""";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl configuration;

    CaseEngine(RuntimeService runtime, TaskService tasks, ProcessEngine engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    void start(String processKey, String kind, Map<CaseRef, AreaCode> cases) {
        together(() -> cases.forEach((ref, area) -> runtime.startProcessInstanceByKey(
                processKey, ref.value(), Map.of(EngineVariables.AREA_CODE, area.value(), EngineVariables.KIND, kind))));
    }

    /** Tells the message to each case that waits for it. */
    int tell(String message, Collection<CaseRef> refs, Map<String, Object> values) {
        List<Execution> waiting = runtime.createNativeExecutionQuery()
                .sql(WAITING)
                .parameter("message", message)
                .parameter("refs", refs.stream().map(CaseRef::value).collect(Collectors.joining(",")))
                .list();
        together(() -> waiting.forEach(e -> runtime.messageEventReceived(message, e.getId(), values)));
        return waiting.size();
    }

    /** Completes the open task of the case, or tells that somebody was faster. */
    void complete(CaseRef ref, String taskKey, Map<String, Object> values) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw Conflict.because("proposal.error.task-gone");
        }
        together(() -> tasks.complete(task.getId(), values));
    }

    private void together(Runnable deeds) {
        try {
            configuration.getCommandExecutorTxRequired().execute(context -> {
                deeds.run();
                return null;
            });
        } catch (OptimisticLockingException faster) {
            throw Conflict.because("proposal.error.task-gone");
        }
    }
}
