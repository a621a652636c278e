package id.siks.platform.engine;

import id.siks.platform.Preparation;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;

/** The engine's jobs begin to run when the application is ready and nothing is being prepared any more. */
@Configuration(proxyBeanMethods = false)
class JobsStart {

    /** A bean of the starter's that starts the jobs as soon as the application is ready. */
    private static final String TOO_EARLY = "jobExecutorStartingEventListener";

    private final ObjectProvider<JobExecutor> executor;
    private final Preparation preparation;

    JobsStart(ObjectProvider<JobExecutor> executor, Preparation preparation) {
        this.executor = executor;
        this.preparation = preparation;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        preparation.whenOver(() -> executor.ifAvailable(JobExecutor::start));
    }

    @Bean
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    static JobExecutor jobExecutor(
            TimersTogether timers,
            @Qualifier("camundaTaskExecutor") TaskExecutor threads,
            CamundaBpmProperties properties) {
        JobExecutionProperty settings = properties.getJobExecution();
        return timers.executor(threads, settings.getMaxJobsPerAcquisition(), settings.getLockTimeInMillis());
    }

    @Bean
    static BeanDefinitionRegistryPostProcessor nobodyElseStartsJobs() {
        return new BeanDefinitionRegistryPostProcessor() {
            @Override
            public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
                if (beans.containsBeanDefinition(TOO_EARLY)) {
                    beans.removeBeanDefinition(TOO_EARLY);
                }
            }
        };
    }
}
