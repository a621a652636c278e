package id.siks.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does the engine's due work in the calling thread: for the sample and the tests, where the executor is switched off. */
@Component
public class EngineJobs {

    private static final Logger LOG = LoggerFactory.getLogger(EngineJobs.class);
    private static final int AT_ONCE = 200;

    private final ManagementService engine;

    EngineJobs(ManagementService engine) {
        this.engine = engine;
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
