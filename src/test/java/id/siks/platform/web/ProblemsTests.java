package id.siks.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.OutsideDown;
import id.siks.platform.Refused;
import id.siks.platform.TooManyRequests;
import java.time.Duration;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Requirement 26: what is thrown becomes the status people can act on. */
class ProblemsTests {

    @Test
    void eachRefusalHasItsStatus() {
        assertThat(status(InvalidInput.at("nik", "x"))).isEqualTo(422);
        assertThat(status(Refused.because("x"))).isEqualTo(422);
        assertThat(status(Conflict.because("x"))).isEqualTo(409);
        assertThat(status(new NotFound("x"))).isEqualTo(404);
        assertThat(status(new TooManyRequests(Duration.ofSeconds(3)))).isEqualTo(429);
        assertThat(status(new MaxUploadSizeExceededException(1))).isEqualTo(413);
        assertThat(status(new CannotCreateTransactionException("x"))).isEqualTo(503);
        assertThat(status(new OutsideDown("x") {})).isEqualTo(503);
        assertThat(status(new InvalidFileNameException("a\0.jpg", "x"))).isEqualTo(400);
        assertThat(status(new IllegalStateException("x"))).isEqualTo(500);
    }

    @Test
    void aLostRaceIsAConflictWhoeverNoticedIt() {
        assertThat(status(new OptimisticLockingFailureException("x"))).isEqualTo(409);
        assertThat(status(new OptimisticLockingException("x"))).isEqualTo(409);
    }

    @Test
    void whatTheEngineWrapsIsFound() {
        assertThat(status(new ProcessEngineException("outer", new RuntimeException(Refused.because("inner")))))
                .isEqualTo(422);
    }

    private static int status(Exception thrown) {
        return Problems.of(thrown).status().value();
    }
}
