package id.siks.platform.engine;

import id.siks.platform.engine.WaitingInstances.Begun;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * What is known of the history of the instances that a command moves together: when they and their steps began, and when
 * they may be forgotten. The engine asks its tables for each of them otherwise.
 */
final class KnownHistory implements Session {

    private final Map<String, HistoricProcessInstanceEventEntity> instances = new HashMap<>();
    private final Map<String, Date> starts = new HashMap<>();

    private KnownHistory() {}

    /** Makes the engine look here first. */
    static SessionFactory installedIn(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryEventProducer(new Producer());
        engine.setHistoryEventHandler(new Handler());
        return new OwnSession(KnownHistory.class, KnownHistory::new);
    }

    /** That of the running command. */
    static KnownHistory current() {
        return Context.getCommandContext().getSession(KnownHistory.class);
    }

    /** An instance that began, with the time to forget it. */
    void instance(Begun begun) {
        HistoricProcessInstanceEventEntity instance = new HistoricProcessInstanceEventEntity();
        instance.setId(begun.id());
        instance.setStartTime(begun.start());
        instance.setRemovalTime(begun.removal());
        instances.put(begun.id(), instance);
        step(begun);
    }

    /** A step that began. */
    void step(Begun begun) {
        starts.put(begun.id(), begun.start());
    }

    @Override
    public void flush() {
        // Nothing is written.
    }

    @Override
    public void close() {
        // It ends with the command.
    }

    private static final class Producer extends CacheAwareHistoryEventProducer {

        @Override
        protected HistoricProcessInstanceEventEntity getHistoricRootProcessInstance(String id) {
            HistoricProcessInstanceEventEntity known = current().instances.get(id);
            return known == null ? super.getHistoricRootProcessInstance(id) : known;
        }
    }

    private static final class Handler extends DbHistoryEventHandler {

        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            Date start = isInitialEvent(event) ? null : current().starts.get(event.getId());
            if (start != null && event instanceof HistoricScopeInstanceEvent scope && !isWaitingToBeWritten(event)) {
                scope.setStartTime(start);
                getDbEntityManager().merge(event);
            } else {
                super.insertOrUpdate(event);
            }
        }

        @Override
        protected void insertHistoricVariableUpdateEntity(HistoricVariableUpdateEventEntity event) {
            FormerValues.keep(event, getDbEntityManager());
            super.insertHistoricVariableUpdateEntity(event);
        }

        private boolean isWaitingToBeWritten(HistoryEvent event) {
            return getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null;
        }
    }
}
