package id.siks.platform.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.TransactionContext;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Remembers for a second which version of a process is the latest: cases that are started one after another need not ask
 * each. A version that is released or suspended is taken up a second later at the latest; one that this node releases, as
 * soon as it is committed.
 */
final class LatestDefinitions extends AbstractBpmnParseListener implements SessionFactory {

    private static final long REMEMBERED = Duration.ofSeconds(1).toNanos();

    private final Map<String, Known> latest = new ConcurrentHashMap<>();

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        latest.clear();
        // Whoever asks before the release is committed still finds the version before it; what is taken back was none.
        TransactionContext transaction = Context.getCommandContext().getTransactionContext();
        transaction.addTransactionListener(TransactionState.COMMITTED, context -> latest.clear());
        transaction.addTransactionListener(TransactionState.ROLLED_BACK, context -> latest.clear());
    }

    @Override
    public Class<?> getSessionType() {
        return ProcessDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new Definitions();
    }

    private record Known(ProcessDefinitionEntity definition, long asked) {

        boolean isFresh() {
            return System.nanoTime() - asked < REMEMBERED;
        }
    }

    private final class Definitions extends ProcessDefinitionManager {

        @Override
        public ProcessDefinitionEntity findLatestProcessDefinitionByKey(String key) {
            Known known = latest.get(key);
            if (known != null && known.isFresh()) {
                return known.definition;
            }
            long asked = System.nanoTime();
            ProcessDefinitionEntity found = super.findLatestProcessDefinitionByKey(key);
            if (found != null) {
                latest.put(key, new Known(found, asked));
            }
            return found;
        }
    }
}
