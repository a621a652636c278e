package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.platform.TooManyRequests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requirement 21: what may be done only so often. */
class LimitsTests {

    private final Limits limits = new Limits();
    private final Actor one = new Actor(1, "Satu", List.of());
    private final Actor other = new Actor(2, "Dua", List.of());

    @Test
    void fiveExportsADayAndNoMore() {
        for (int i = 0; i < 5; i++) {
            limits.use(Limit.EXPORT, one);
        }
        assertThatThrownBy(() -> limits.use(Limit.EXPORT, one))
                .isInstanceOfSatisfying(TooManyRequests.class, refusal -> assertThat(refusal.retryAfter())
                        .isBetween(Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    @Test
    void oneUsersLimitIsNotAnothers() {
        for (int i = 0; i < 5; i++) {
            limits.use(Limit.EXPORT, one);
        }
        assertThatCode(() -> limits.use(Limit.EXPORT, other)).doesNotThrowAnyException();
        assertThatCode(() -> limits.use(Limit.UPLOAD, one)).doesNotThrowAnyException();
    }

    @Test
    void sixtyLookUpsAMinute() {
        for (int i = 0; i < 60; i++) {
            limits.use(Limit.NIK_LOOKUP, one);
        }
        assertThatThrownBy(() -> limits.use(Limit.NIK_LOOKUP, one)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void askingUsesNothingUp() {
        for (int i = 0; i < 50; i++) {
            limits.check(Limit.FAILED_LOGIN, "10.9.9.9");
        }
        assertThatCode(() -> limits.use(Limit.FAILED_LOGIN, "10.9.9.9")).doesNotThrowAnyException();
    }
}
