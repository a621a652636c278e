package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.Scheduled;

/** What rooms do by the clock, with the settings the application comes with. */
class SchedulesTests {

    @Test
    void a_long_job_keeps_no_other_waiting() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
                .withUserConfiguration(Schedules.class)
                .withBean(Jobs.class)
                .run(application -> {
                    Jobs jobs = application.getBean(Jobs.class);
                    try {
                        assertThat(jobs.told.await(10, TimeUnit.SECONDS)).isTrue();
                    } finally {
                        jobs.end.countDown();
                    }
                });
    }

    /** One that takes all night, and one that tells when it is done while the other goes on. */
    static class Jobs {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private final CountDownLatch told = new CountDownLatch(1);

        @Scheduled(fixedDelay = 60_000)
        void allNight() throws InterruptedException {
            begun.countDown();
            end.await();
        }

        @Scheduled(fixedDelay = 10)
        void tell() {
            if (begun.getCount() == 0) {
                told.countDown();
            }
        }
    }
}
