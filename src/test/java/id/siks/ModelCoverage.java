package id.siks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Knows which nodes and flows of the diagrams were passed since a process test began. A process test calls
 * {@link #begin} before all and asserts that {@link #notPassed} is empty after all.
 */
@Component
public class ModelCoverage extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> passed = new ConcurrentHashMap<>();

    /** Forgets what was passed in the diagram. */
    public void begin(String process) {
        passed.put(process, ConcurrentHashMap.newKeySet());
    }

    /** Ids of the nodes and flows of the diagram that nothing has passed, in order. */
    public Set<String> notPassed(String process) {
        Set<String> missing = new TreeSet<>(known.getOrDefault(process, Set.of()));
        missing.removeAll(passed.getOrDefault(process, Set.of()));
        return missing;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = engine.getCustomPreBPMNParseListeners();
        listeners = listeners == null ? new ArrayList<>() : listeners;
        listeners.add(new Listening());
        engine.setCustomPreBPMNParseListeners(listeners);
    }

    /** Hears of every node that begins and every flow that is taken. */
    private final class Listening extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element process, ProcessDefinitionEntity definition) {
            Set<String> ids = new HashSet<>();
            collect(definition, ids);
            known.put(definition.getKey(), ids);
            definition.getActivities().forEach(a -> listen(definition.getKey(), a));
        }

        private void collect(ScopeImpl scope, Set<String> ids) {
            for (ActivityImpl activity : scope.getActivities()) {
                // A multi-instance body is the engine's own shape around the task that is drawn.
                if (!activity.getId().contains("#")) {
                    ids.add(activity.getId());
                }
                activity.getOutgoingTransitions().forEach(flow -> ids.add(flow.getId()));
                collect(activity, ids);
            }
        }

        private void listen(String process, ActivityImpl activity) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, e -> pass(process, activity.getId()));
            activity.getOutgoingTransitions().forEach(flow -> ((TransitionImpl) flow)
                    .addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, e -> pass(process, flow.getId())));
            activity.getActivities().forEach(inner -> listen(process, inner));
        }

        private void pass(String process, String id) {
            passed.computeIfAbsent(process, p -> ConcurrentHashMap.newKeySet()).add(id);
        }
    }
}
