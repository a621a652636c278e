package id.siks.platform.engine;

import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine as this house uses it: no scripts, restricted expressions, tasks announced, short history. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@DependsOnDatabaseInitialization
class EngineSetup extends AbstractProcessEnginePlugin {

    private final StepFacades facades;
    private final TaskAnnouncer announcer;

    EngineSetup(StepFacades facades, TaskAnnouncer announcer) {
        this.facades = facades;
        this.announcer = announcer;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new RestrictedExpressions(facades));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableXxeProcessing(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setFailedJobCommandFactory(new PatientRetries());
        engine.setHistoryRemovalTimeStrategy("start");
        engine.setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        // What has been due longest comes first, and is found without reading what is not due yet.
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setEnsureJobDueDateNotNull(true);
        // JobsStart starts them when it is time.
        engine.setJobExecutorActivate(false);
        LatestDefinitions latest = new LatestDefinitions();
        engine.setCustomSessionFactories(new ArrayList<>(List.of(
                CommandRows.factory(),
                NoEventJobs.factory(),
                KnownHistory.installedIn(engine),
                KnownTasks.factory(),
                KnownIncidents.factory(),
                latest)));
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
        listeners = listeners == null ? new ArrayList<>() : listeners;
        listeners.add(new DiagramWall());
        listeners.add(new CalledProcesses());
        listeners.add(announcer);
        listeners.add(latest);
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        Configuration mapping = engine.getSqlSessionFactory().getConfiguration();
        mapping.addMapper(WaitingInstances.class);
        OneTrip.installIn(mapping);
    }

    /** Finds no script engine, whatever the language. */
    private static final class NoScripts implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            // No factory is ever used.
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return null;
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            return null;
        }
    }
}
