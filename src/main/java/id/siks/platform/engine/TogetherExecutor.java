package id.siks.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/** Hands the timers at open tasks that it has taken at once to one thread; every other job goes its usual way. */
final class TogetherExecutor extends SpringJobExecutor {

    private final TimersTogether timers;

    TogetherExecutor(TimersTogether timers) {
        this.timers = timers;
    }

    @Override
    public Command<AcquiredJobs> getAcquireJobsCmd(int most) {
        return new Acquisition(this, most);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return () -> {
            List<String> others = jobs.size() > 1 && isActive() ? timers.fire(jobs, engine) : jobs;
            new ExecuteJobsRunnable(others, engine).run();
        };
    }

    private static final class Acquisition extends AcquireJobsCmd {

        private Acquisition(JobExecutor executor, int most) {
            super(executor, most);
        }

        @Override
        public AcquiredJobs execute(CommandContext context) {
            AcquiredJobs acquired = super.execute(context);
            List<List<String>> batches = acquired.getJobIdBatches();
            List<String> single = batches.stream()
                    .filter(batch -> batch.size() == 1)
                    .map(batch -> batch.get(0))
                    .toList();
            if (single.size() > 1) {
                Set<String> timers =
                        WaitingInstances.<WaitingInstances.TaskTimer>ask(
                                        context, "taskTimers", String.join(",", single))
                                .stream()
                                .map(WaitingInstances.TaskTimer::job)
                                .collect(Collectors.toSet());
                if (!timers.isEmpty()) {
                    batches.removeIf(batch -> batch.size() == 1 && timers.contains(batch.get(0)));
                    // The engine takes out of it again what somebody else was faster to take.
                    batches.add(new ArrayList<>(timers));
                }
            }
            return acquired;
        }
    }
}
