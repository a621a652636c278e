package id.siks.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.siks.platform.Conflict;
import id.siks.platform.Preparation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever changes something while the house is being prepared waits; whoever looks around does not. */
@Timeout(30)
class ChangesWaitTests {

    private static final AccessMatrix MATRIX = new AccessMatrix(
            List.of("GET,/proposal,*", "POST,/proposal,*", "POST,/login,public", "POST,/language,public"));

    private final Preparation preparation = new Preparation();

    @BeforeEach
    void prepare() {
        preparation.begin();
    }

    @ParameterizedTest
    @CsvSource({"GET, /proposal", "HEAD, /proposal", "POST, /login", "POST, /language"})
    void lookingAroundAndLoggingInWaitForNothing(String method, String path) {
        assertThat(comesIn(waiting(Duration.ZERO), method, path)).isTrue();
    }

    @Test
    void aChangeIsMadeAsSoonAsThePreparationIsOver() {
        CompletableFuture<Boolean> change =
                CompletableFuture.supplyAsync(() -> comesIn(waiting(Duration.ofDays(1)), "POST", "/proposal"));
        assertThat(change).isNotDone();

        preparation.end();

        assertThat(change.join()).isTrue();
    }

    @Test
    void whoeverWaitedTooLongHearsThatNothingWasSaved() {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> comesIn(waiting(Duration.ZERO), "POST", "/proposal"))
                .satisfies(e -> assertThat(e.reason().key()).isEqualTo("platform.problem.preparing"));
    }

    private ChangesWait waiting(Duration patience) {
        return new ChangesWait(preparation, MATRIX, patience);
    }

    private static boolean comesIn(ChangesWait wait, String method, String path) {
        return wait.preHandle(new MockHttpServletRequest(method, path), new MockHttpServletResponse(), path);
    }
}
