package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreparationTests {

    private final Preparation preparation = new Preparation();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void what_comes_afterwards_waits_for_the_end_and_happens_once() {
        preparation.begin();
        preparation.whenOver(done::incrementAndGet);
        assertThat(done).hasValue(0);
        assertThat(preparation.awaitEnd(Duration.ZERO)).isFalse();

        preparation.end();
        preparation.end();

        assertThat(done).hasValue(1);
        assertThat(preparation.awaitEnd(Duration.ZERO)).isTrue();
    }

    @Test
    void nothing_begins_and_nobody_waits_when_the_application_closes() {
        preparation.begin();
        preparation.whenOver(done::incrementAndGet);

        preparation.close();
        preparation.end();

        assertThat(preparation.isClosing()).isTrue();
        assertThat(preparation.awaitEnd(Duration.ofDays(1))).isFalse();
        assertThat(done).hasValue(0);
    }
}
