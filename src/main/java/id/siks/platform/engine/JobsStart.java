package id.siks.platform.engine;

import id.siks.platform.Preparation;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

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
