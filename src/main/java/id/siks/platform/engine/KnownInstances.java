package id.siks.platform.engine;

import static java.util.stream.Collectors.groupingBy;

import id.siks.platform.engine.WaitingInstances.Begun;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.util.BitMaskUtil;

/** Instances that a command moves together, read with a handful of questions; the engine would ask for each of them. */
final class KnownInstances {

    private KnownInstances() {}

    /**
     * Makes the command know these instances and what they wait for. Tasks, jobs and incidents stay unread: the executions
     * tell whether they have any.
     */
    static void restore(CommandContext context, Collection<String> ids) {
        String instances = unknown(context, ids);
        if (instances.isEmpty()) {
            return;
        }
        List<ExecutionEntity> executions = WaitingInstances.ask(context, "executions", instances);
        Map<String, List<EventSubscriptionEntity>> subscriptions =
                ask(context, "subscriptions", instances, EventSubscriptionEntity::getProcessInstanceId);
        build(context, instances, executions, subscriptions, null);
        List<Begun> steps = WaitingInstances.ask(
                context,
                "stepsBegun",
                executions.stream()
                        .map(KnownInstances::step)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(",")));
        steps.forEach(KnownHistory.current()::step);
    }

    /**
     * Makes the command know these instances with their jobs, among them the timers that are about to fire. These interrupt
     * nothing, so that the open tasks, what is waited for and when each step began stay unread; when the instances began is
     * asked for.
     */
    static void restoreWithJobs(CommandContext context, Collection<String> ids) {
        String instances = unknown(context, ids);
        if (instances.isEmpty()) {
            return;
        }
        List<ExecutionEntity> executions = WaitingInstances.ask(context, "executions", instances);
        Map<String, List<JobEntity>> jobs = ask(context, "jobs", instances, JobEntity::getProcessInstanceId);
        executions.forEach(KnownInstances::expectJobs);
        Map<String, List<ExecutionEntity>> trees =
                executions.stream().collect(groupingBy(ExecutionEntity::getProcessInstanceId));
        jobs.values().stream()
                .flatMap(List::stream)
                .filter(job -> hasNoIncident(trees, job))
                .forEach(job -> KnownIncidents.current().none(job.getId()));
        build(context, instances, executions, null, jobs);
    }

    /** An instance this command has touched already knows itself; what it knows may be newer than the tables. */
    private static String unknown(CommandContext context, Collection<String> ids) {
        DbEntityManager entities = context.getDbEntityManager();
        return ids.stream()
                .filter(id -> entities.getCachedEntity(ExecutionEntity.class, id) == null)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** What is null is read when it is asked for. */
    private static void build(
            CommandContext context,
            String instances,
            List<ExecutionEntity> executions,
            Map<String, List<EventSubscriptionEntity>> subscriptions,
            Map<String, List<JobEntity>> jobs) {
        Map<String, List<ExecutionEntity>> trees =
                executions.stream().collect(groupingBy(ExecutionEntity::getProcessInstanceId));
        Map<String, List<VariableInstanceEntity>> variables =
                ask(context, "variables", instances, VariableInstanceEntity::getProcessInstanceId);
        List<Begun> begun = WaitingInstances.ask(context, "begun", instances);
        begun.forEach(KnownHistory.current()::instance);
        executions.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .forEach(root -> root.restoreProcessInstance(
                        trees.get(root.getId()),
                        of(root, subscriptions),
                        variables.getOrDefault(root.getId(), List.of()),
                        null,
                        of(root, jobs),
                        null,
                        null));
    }

    private static <T> List<T> of(ExecutionEntity root, Map<String, List<T>> read) {
        return read == null ? null : read.getOrDefault(root.getId(), List.of());
    }

    /** Its jobs are about to be handed to it: it begins with none, or it would read them for itself. */
    private static void expectJobs(ExecutionEntity execution) {
        int state = execution.getCachedEntityStateRaw();
        execution.setCachedEntityState(BitMaskUtil.setBitOff(state, ExecutionEntity.JOBS_STATE_BIT));
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

    /** Null while none has begun; the instance itself is no step of it. */
    private static String step(ExecutionEntity execution) {
        String step = execution.getActivityInstanceId();
        return execution.getProcessInstanceId().equals(step) ? null : step;
    }
}
