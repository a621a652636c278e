package id.siks.platform.engine;

import id.siks.platform.Causes;
import id.siks.platform.OutsideDown;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * How a failed job is tried again: at the growing distances of its model. When they are used up it becomes an incident, but
 * where an outside system is down it is tried at the last distance until that is back: recovery needs no hand (requirement
 * 27), however many cases wait and however long.
 */
final class PatientRetries implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return new Retry(jobId, failure);
    }

    private static final class Retry extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        Retry(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        protected void decrementRetries(JobEntity job) {
            boolean last = job.getRetries() <= 1;
            if (!last || !isOutsideDown(exception)) {
                super.decrementRetries(job);
            }
        }

        private static boolean isOutsideDown(Throwable failure) {
            return Causes.of(failure).anyMatch(OutsideDown.class::isInstance);
        }
    }
}
