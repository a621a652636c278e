package id.siks.platform.engine;

import static java.util.stream.Collectors.groupingBy;

import id.siks.platform.engine.WaitingInstances.Begun;
import id.siks.platform.engine.WaitingInstances.Wanted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.springframework.stereotype.Component;

/**
 * Tells a message to many instances in one command. What the engine would look up for each of them is read for all with
 * a handful of questions; what it writes goes out together.
 */
@Component
public class EngineMessages {

    private final ProcessEngineConfigurationImpl configuration;

    EngineMessages(ProcessEngine engine) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /**
     * Tells the message to each instance that waits for it; whoever waits for something else is left alone.
     *
     * @param businessKeys of the instances; without commas
     * @param values variables the message brings along
     * @return how many instances were told
     */
    public int tell(String message, Collection<String> businessKeys, Map<String, Object> values) {
        if (businessKeys.isEmpty()) {
            return 0;
        }
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            List<EventSubscriptionEntity> addressed =
                    ask(context, "addressed", new Wanted(message, String.join(",", new TreeSet<>(businessKeys))));
            restore(context, addressed);
            addressed.forEach(waiting -> waiting.eventReceived(values, false));
            return addressed.size();
        });
    }

    /**
     * The business keys of the instances that wait for the message, of those given.
     *
     * @param businessKeys of the instances; without commas
     */
    public Set<String> waiting(String message, Collection<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return Set.of();
        }
        String keys = String.join(",", new TreeSet<>(businessKeys));
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            List<String> waiting = ask(context, "waiting", new Wanted(message, keys));
            return Set.copyOf(waiting);
        });
    }

    private static void restore(CommandContext context, List<EventSubscriptionEntity> addressed) {
        DbEntityManager entities = context.getDbEntityManager();
        // An instance this command has touched already knows itself; what it knows may be newer than the tables.
        Set<String> unknown = addressed.stream()
                .map(EventSubscriptionEntity::getProcessInstanceId)
                .filter(id -> entities.getCachedEntity(ExecutionEntity.class, id) == null)
                .collect(Collectors.toCollection(TreeSet::new));
        if (unknown.isEmpty()) {
            return;
        }
        String instances = String.join(",", unknown);
        List<ExecutionEntity> executions = ask(context, "executions", instances);
        Map<String, List<ExecutionEntity>> trees =
                executions.stream().collect(groupingBy(ExecutionEntity::getProcessInstanceId));
        List<EventSubscriptionEntity> waits = ask(context, "subscriptions", instances);
        Map<String, List<EventSubscriptionEntity>> subscriptions =
                waits.stream().collect(groupingBy(EventSubscriptionEntity::getProcessInstanceId));
        List<VariableInstanceEntity> known = ask(context, "variables", instances);
        Map<String, List<VariableInstanceEntity>> variables =
                known.stream().collect(groupingBy(VariableInstanceEntity::getProcessInstanceId));
        recall(context, instances, executions);
        executions.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                // Tasks, jobs and incidents stay unread: the executions tell whether they have any.
                .forEach(root -> root.restoreProcessInstance(
                        trees.get(root.getId()),
                        subscriptions.getOrDefault(root.getId(), List.of()),
                        variables.getOrDefault(root.getId(), List.of()),
                        null,
                        null,
                        null,
                        null));
    }

    private static void recall(CommandContext context, String instances, List<ExecutionEntity> executions) {
        KnownHistory history = KnownHistory.current();
        List<Begun> begun = ask(context, "begun", instances);
        begun.forEach(history::instance);
        List<Begun> steps = ask(
                context,
                "stepsBegun",
                executions.stream()
                        .map(ExecutionEntity::getActivityInstanceId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(",")));
        steps.forEach(history::step);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> ask(CommandContext context, String question, Object parameter) {
        return (List<T>) context.getDbEntityManager().selectList(WaitingInstances.NAME + question, parameter);
    }
}
