package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is remembered of those who come, and for how long. */
class MetersTests {

    final AtomicLong clock = new AtomicLong();

    @Test
    void whoHasAllHisTimesAgainTakesNoRoom() {
        Meters<Integer> codes = new Meters<>(Limit.MAIL_CODE, Integer.MAX_VALUE, clock::get);
        for (int i = 0; i < 1000; i++) {
            codes.of(i).take(3);
        }
        clock.addAndGet(Duration.ofMinutes(9).toNanos());
        assertThat(codes.of(0).left()).isNotNull();
        assertThat(codes.size()).isEqualTo(1000);

        clock.addAndGet(Duration.ofMinutes(2).toNanos());
        for (int i = 0; i < 400; i++) {
            codes.of(0);
        }
        assertThat(codes.size()).isEqualTo(1);
        assertThat(codes.of(0).left()).as("he came in between").isNotNull();
    }

    @Test
    void ofStrangersThoseWhoCameLastAreKept() {
        Meters<Integer> strangers = new Meters<>(Limit.FAILED_LOGIN, 3, clock::get);
        for (int i = 0; i < 10; i++) {
            strangers.of(i).take(5);
        }
        assertThat(strangers.size()).isEqualTo(3);
        assertThat(strangers.known(9)).isPresent();
        assertThat(strangers.known(0)).isEmpty();
    }

    @Test
    void askingMakesNoMeter() {
        Meters<Integer> strangers = new Meters<>(Limit.FAILED_TOKEN, 3, clock::get);
        assertThat(strangers.known(1)).isEmpty();
        assertThat(strangers.size()).isZero();
    }
}
