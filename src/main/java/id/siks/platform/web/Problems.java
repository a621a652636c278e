package id.siks.platform.web;

import id.siks.platform.Causes;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.Message;
import id.siks.platform.NotFound;
import id.siks.platform.OutsideDown;
import id.siks.platform.Refused;
import id.siks.platform.TooManyRequests;
import jakarta.validation.ConstraintViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Translates what code throws into what people read. Reasons hide deep: the engine wraps what our steps throw. */
final class Problems {

    private static final Map<Class<? extends Throwable>, Function<Throwable, Problem>> KNOWN = new LinkedHashMap<>();

    static {
        on(
                InvalidInput.class,
                e -> new Problem(
                        HttpStatus.UNPROCESSABLE_ENTITY, Message.of("platform.problem.422"), e.errors(), null));
        on(Refused.class, e -> Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, e.reason()));
        on(Conflict.class, e -> Problem.of(HttpStatus.CONFLICT, e.reason()));
        on(NotFound.class, e -> Problem.of(HttpStatus.NOT_FOUND));
        on(
                TooManyRequests.class,
                e -> new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        Message.of("platform.problem.429", e.retryAfter().toSeconds()),
                        List.of(),
                        e.retryAfter()));
        on(OptimisticLockingException.class, e -> Problem.of(HttpStatus.CONFLICT));
        on(OptimisticLockingFailureException.class, e -> Problem.of(HttpStatus.CONFLICT));
        on(PessimisticLockingFailureException.class, e -> Problem.of(HttpStatus.CONFLICT));
        on(DuplicateKeyException.class, e -> Problem.of(HttpStatus.CONFLICT));
        on(MaxUploadSizeExceededException.class, e -> Problem.of(HttpStatus.PAYLOAD_TOO_LARGE));
        on(MultipartException.class, e -> Problem.of(HttpStatus.BAD_REQUEST));
        // A file name with an invisible end; the container says so when the parameters are read.
        on(InvalidFileNameException.class, e -> Problem.of(HttpStatus.BAD_REQUEST));
        on(ConstraintViolationException.class, e -> Problem.of(HttpStatus.BAD_REQUEST));
        on(org.springframework.beans.TypeMismatchException.class, e -> Problem.of(HttpStatus.BAD_REQUEST));
        on(
                org.springframework.http.converter.HttpMessageNotReadableException.class,
                e -> Problem.of(HttpStatus.BAD_REQUEST));
        on(org.springframework.validation.BindException.class, e -> Problem.of(HttpStatus.BAD_REQUEST));
        on(OutsideDown.class, e -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, e.sentence()));
        on(DataAccessResourceFailureException.class, e -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE));
        on(CannotCreateTransactionException.class, e -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private Problems() {}

    /** The problem behind {@code thrown}. */
    static Problem of(Throwable thrown) {
        if (thrown instanceof ErrorResponse response) {
            return Problem.of(response.getStatusCode().value());
        }
        return Causes.of(thrown)
                .flatMap(e -> KNOWN.entrySet().stream()
                        .filter(entry -> entry.getKey().isInstance(e))
                        .map(entry -> entry.getValue().apply(e))
                        .limit(1))
                .findFirst()
                .orElseGet(() -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    private static <T extends Throwable> void on(Class<T> type, Function<T, Problem> problem) {
        KNOWN.put(type, thrown -> problem.apply(type.cast(thrown)));
    }
}
