package id.siks.platform;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BusinessTimeTests {

    private final BusinessTime time = new BusinessTime();

    @AfterEach
    void present() {
        time.release();
    }

    @Test
    void where_work_apart_moves_only_its_thread_goes_and_the_engine_with_it() {
        Instant present = time.now();
        Instant past = present.minus(Duration.ofDays(200));

        time.apart(() -> {
            time.moveTo(past);

            assertThat(time.now()).isCloseTo(past, within(10, SECONDS));
            assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(past, within(10, SECONDS));
            CompletableFuture.runAsync(() -> {
                        assertThat(time.now()).isCloseTo(present, within(10, SECONDS));
                        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(present, within(10, SECONDS));
                    })
                    .join();
        });

        assertThat(time.now()).isCloseTo(present, within(10, SECONDS));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(present, within(10, SECONDS));
    }
}
