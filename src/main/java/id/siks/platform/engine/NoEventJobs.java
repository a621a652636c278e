package id.siks.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/**
 * Spares the search for a job that would deliver an event later, made for every subscription that ends. There is no such
 * job: {@link DiagramWall} refuses the asynchronous signals that would make one.
 */
final class NoEventJobs extends JobManager {

    private NoEventJobs() {}

    static SessionFactory factory() {
        return new OwnSession(JobManager.class, NoEventJobs::new);
    }

    @Override
    public List<JobEntity> findJobsByConfiguration(String handlerType, String configuration, String tenant) {
        return ProcessEventJobHandler.TYPE.equals(handlerType)
                ? List.of()
                : super.findJobsByConfiguration(handlerType, configuration, tenant);
    }
}
