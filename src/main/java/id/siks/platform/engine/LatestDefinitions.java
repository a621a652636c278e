package id.siks.platform.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Remembers for a second which version of a process is the latest: cases that are started one after another need not ask
 * each. A version that another node releases is taken up a second later, one of this node at once.
 */
final class LatestDefinitions extends AbstractBpmnParseListener implements SessionFactory {

    private static final long REMEMBERED = Duration.ofSeconds(1).toNanos();

    private final Map<String, Known> latest = new ConcurrentHashMap<>();

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        latest.clear();
    }

    @Override
    public Class<?> getSessionType() {
        return ProcessDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new Definitions();
    }

    private record Known(ProcessDefinitionEntity definition, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < REMEMBERED;
        }
    }

    private final class Definitions extends ProcessDefinitionManager {

        @Override
        public ProcessDefinitionEntity findLatestProcessDefinitionByKey(String key) {
            Known known = latest.get(key);
            if (known == null || !known.isFresh()) {
                ProcessDefinitionEntity found = super.findLatestProcessDefinitionByKey(key);
                known = found == null ? null : new Known(found, System.nanoTime());
            }
            return known == null ? null : remember(key, known);
        }

        private ProcessDefinitionEntity remember(String key, Known known) {
            latest.put(key, known);
            return known.definition;
        }
    }
}
