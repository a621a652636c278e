package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTests {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void an_answer_counts_while_it_is_young_enough() {
        Remembered<Integer> answer = new Remembered<>(Duration.ofDays(1), asked::incrementAndGet);

        assertThat(answer.get()).isEqualTo(1);
        assertThat(answer.get()).isEqualTo(1);
    }

    @Test
    void whoever_wants_that_of_this_moment_asks_for_all() {
        Remembered<Integer> answer = new Remembered<>(Duration.ofDays(1), asked::incrementAndGet);
        answer.get();

        assertThat(answer.anew()).isEqualTo(2);
        assertThat(answer.get()).isEqualTo(2);
    }

    @Test
    void an_old_answer_is_asked_for_anew() {
        Remembered<Integer> answer = new Remembered<>(Duration.ofNanos(-1), asked::incrementAndGet);
        answer.get();

        assertThat(answer.get()).isEqualTo(2);
    }
}
