package id.siks.platform.engine;

import static java.util.stream.Collectors.groupingBy;

import id.siks.platform.engine.WaitingInstances.Begun;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.util.BitMaskUtil;

/** Instances that a command moves together, read with a handful of questions; the engine would ask for each of them. */
final class KnownInstances {

    private KnownInstances() {}

    /**
     * Makes the command know these instances. Tasks, jobs and incidents stay unread: the executions tell whether they have
     * any.
     */
    static void restore(CommandContext context, Collection<String> ids) {
        restore(context, ids, false);
    }

    /** Makes the command know these instances with their tasks and jobs. */
    static void restoreWithWork(CommandContext context, Collection<String> ids) {
        restore(context, ids, true);
    }

    private static void restore(CommandContext context, Collection<String> ids, boolean work) {
        DbEntityManager entities = context.getDbEntityManager();
        // An instance this command has touched already knows itself; what it knows may be newer than the tables.
        Set<String> unknown = ids.stream()
                .filter(id -> entities.getCachedEntity(ExecutionEntity.class, id) == null)
                .collect(Collectors.toCollection(TreeSet::new));
        if (unknown.isEmpty()) {
            return;
        }
        String instances = String.join(",", unknown);
        List<ExecutionEntity> executions = WaitingInstances.ask(context, "executions", instances);
        Map<String, List<ExecutionEntity>> trees =
                executions.stream().collect(groupingBy(ExecutionEntity::getProcessInstanceId));
        Map<String, List<EventSubscriptionEntity>> subscriptions =
                ask(context, "subscriptions", instances, EventSubscriptionEntity::getProcessInstanceId);
        Map<String, List<VariableInstanceEntity>> variables =
                ask(context, "variables", instances, VariableInstanceEntity::getProcessInstanceId);
        Map<String, List<TaskEntity>> tasks =
                work ? ask(context, "tasks", instances, TaskEntity::getProcessInstanceId) : null;
        Map<String, List<JobEntity>> jobs =
                work ? ask(context, "jobs", instances, JobEntity::getProcessInstanceId) : null;
        if (work) {
            executions.forEach(KnownInstances::expectWork);
            jobs.values().stream()
                    .flatMap(List::stream)
                    .filter(job -> hasNoIncident(trees, job))
                    .forEach(job -> KnownIncidents.current().none(job.getId()));
        }
        recall(context, instances, executions);
        executions.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .forEach(root -> root.restoreProcessInstance(
                        trees.get(root.getId()),
                        subscriptions.getOrDefault(root.getId(), List.of()),
                        variables.getOrDefault(root.getId(), List.of()),
                        work ? tasks.getOrDefault(root.getId(), List.of()) : null,
                        work ? jobs.getOrDefault(root.getId(), List.of()) : null,
                        null,
                        null));
    }

    /** Its tasks and jobs are about to be handed to it: it begins with none, or it would read them for itself. */
    private static void expectWork(ExecutionEntity execution) {
        int state = execution.getCachedEntityStateRaw();
        execution.setCachedEntityState(BitMaskUtil.setBitOff(
                BitMaskUtil.setBitOff(state, ExecutionEntity.TASKS_STATE_BIT), ExecutionEntity.JOBS_STATE_BIT));
        execution.setCachedEntityState(state);
    }

    private static boolean hasNoIncident(Map<String, List<ExecutionEntity>> trees, JobEntity job) {
        return trees.getOrDefault(job.getProcessInstanceId(), List.of()).stream()
                .noneMatch(e -> BitMaskUtil.isBitOn(e.getCachedEntityStateRaw(), ExecutionEntity.INCIDENT_STATE_BIT));
    }

    private static <T> Map<String, List<T>> ask(
            CommandContext context, String question, String instances, Function<T, String> instance) {
        List<T> found = WaitingInstances.ask(context, question, instances);
        return found.stream().collect(groupingBy(instance));
    }

    private static void recall(CommandContext context, String instances, List<ExecutionEntity> executions) {
        KnownHistory history = KnownHistory.current();
        List<Begun> begun = WaitingInstances.ask(context, "begun", instances);
        begun.forEach(history::instance);
        List<Begun> steps = WaitingInstances.ask(
                context,
                "stepsBegun",
                executions.stream()
                        .map(KnownInstances::step)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(",")));
        steps.forEach(history::step);
    }

    /** Null while none has begun; the instance itself is no step of it. */
    private static String step(ExecutionEntity execution) {
        String step = execution.getActivityInstanceId();
        return execution.getProcessInstanceId().equals(step) ? null : step;
    }
}
