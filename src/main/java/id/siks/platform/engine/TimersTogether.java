package id.siks.platform.engine;

import id.siks.platform.engine.WaitingInstances.TaskTimer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Lets the timers at open tasks that are due at the same time fire in one transaction: what each needs is read for all of
 * them, what each writes goes out together. When one of them fails, nothing of it stays, and each fires alone.
 */
@Component
public class TimersTogether {

    private static final Logger LOG = LoggerFactory.getLogger(TimersTogether.class);

    private final TaskTimers tasks;
    private final ObjectProvider<TaskRungs> ladders;

    TimersTogether(TaskTimers tasks, ObjectProvider<TaskRungs> ladders) {
        this.tasks = tasks;
        this.ladders = ladders;
    }

    /**
     * An executor of jobs that works so.
     *
     * @param threads what it works with
     * @param atOnce most jobs taken at once, and most timers that fire together
     * @param lockMillis how long a job that was taken is left to it
     */
    public JobExecutor executor(TaskExecutor threads, int atOnce, int lockMillis) {
        TogetherExecutor executor = new TogetherExecutor(this);
        executor.setTaskExecutor(threads);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        executor.setMaxJobsPerAcquisition(atOnce);
        executor.setLockTimeInMillis(lockMillis);
        return executor;
    }

    /**
     * Lets those of the jobs fire together that are timers at open tasks.
     *
     * @return the others, to be done one by one: jobs of another kind, those of cases somebody acts on at this moment, and
     *     all of them when one has failed
     */
    List<String> fire(List<String> jobs, ProcessEngineImpl engine) {
        try {
            return engine.getProcessEngineConfiguration()
                    .getCommandExecutorTxRequired()
                    .execute(context -> fire(jobs, context));
        } catch (RuntimeException | Error oneFailed) {
            // Why, the one that fails again says for itself; a message may quote rows.
            LOG.info(
                    "{} timers fire one by one: {}",
                    jobs.size(),
                    oneFailed.getClass().getSimpleName());
            return jobs;
        }
    }

    private List<String> fire(List<String> jobs, CommandContext context) {
        List<TaskTimer> asked = WaitingInstances.ask(context, "taskTimers", String.join(",", jobs));
        TaskRungs ladder = ladders.getIfAvailable();
        if (ladder == null || asked.size() < 2) {
            return jobs;
        }
        Set<String> free = ladder.takeTurns(
                asked.stream().map(TaskTimer::caseRef).distinct().toList());
        List<TaskTimer> ours =
                asked.stream().filter(timer -> free.contains(timer.caseRef())).toList();
        KnownInstances.restoreWithJobs(
                context, ours.stream().map(TaskTimer::instance).toList());
        List<JobEntity> firing = ours.stream()
                .map(timer -> context.getDbEntityManager().getCachedEntity(JobEntity.class, timer.job()))
                .filter(Objects::nonNull)
                .toList();
        tasks.hold(firing.stream().map(JobEntity::getExecution).toList());
        ladder.climb(KnownTasks.current().all(), () -> firing.forEach(timer -> fire(timer, context)));
        List<String> others = new ArrayList<>(jobs);
        others.removeAll(new HashSet<>(firing.stream().map(JobEntity::getId).toList()));
        return others;
    }

    private static void fire(JobEntity timer, CommandContext context) {
        context.setCurrentJob(timer);
        timer.execute(context);
    }
}
