package id.siks.platform.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does the engine's due work in the calling thread: for the sample and the tests, while the executor rests. */
@Component
public class EngineJobs {

    private static final Logger LOG = LoggerFactory.getLogger(EngineJobs.class);
    private static final int AT_ONCE = 200;

    private static final long A_LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    private final ManagementService engine;
    private final ObjectProvider<JobExecutor> executor;

    EngineJobs(ManagementService engine, ObjectProvider<JobExecutor> executor) {
        this.engine = engine;
        this.executor = executor;
    }

    /**
     * Comes back when the jobs due now are done: by the executor where it works, which is waited for at most for
     * {@code patience}, else by the calling thread. Two doing the same jobs would get into each other's way.
     */
    public void settle(Duration patience) {
        JobExecutor working = executor.getIfAvailable();
        if (working == null || !working.isActive()) {
            runDue();
            return;
        }
        long end = System.nanoTime() + patience.toNanos();
        while (working.isActive() && !due().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(A_LOOK);
        }
    }

    /**
     * Runs every due job, and those they bring forth, until none is left. A job that fails waits for its next try as it
     * would with the executor, and does not stop the others.
     *
     * @return how many jobs succeeded
     */
    public int runDue() {
        int succeeded = 0;
        List<Job> due = due();
        while (!due.isEmpty()) {
            for (Job job : due) {
                succeeded += run(job) ? 1 : 0;
            }
            due = due();
        }
        return succeeded;
    }

    private List<Job> due() {
        return engine.createJobQuery().executable().active().listPage(0, AT_ONCE);
    }

    private boolean run(Job job) {
        // An earlier job of the same round may have ended the instance and its jobs with it.
        if (engine.createJobQuery().jobId(job.getId()).count() == 0) {
            return false;
        }
        try {
            engine.executeJob(job.getId());
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("Job {} of definition {} failed", job.getId(), job.getJobDefinitionId(), failure);
            return false;
        }
    }
}
