package id.siks.platform.web;

import id.siks.platform.FieldError;
import id.siks.platform.Message;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, for people.
 *
 * @param reason the sentence
 * @param errors faults of single fields, mostly none
 * @param retryAfter null unless waiting helps
 */
record Problem(HttpStatus status, Message reason, List<FieldError> errors, Duration retryAfter) {

    static Problem of(HttpStatus status) {
        return of(status, Message.of("platform.problem." + status.value()));
    }

    static Problem of(HttpStatus status, Message reason) {
        return new Problem(status, reason, List.of(), null);
    }

    /** For a status only the container knows of: one of those we have words for. */
    static Problem of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null || !known.isError()) {
            return of(HttpStatus.NOT_FOUND);
        }
        return switch (known) {
            case BAD_REQUEST,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    CONFLICT,
                    PAYLOAD_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    UNPROCESSABLE_ENTITY,
                    TOO_MANY_REQUESTS,
                    SERVICE_UNAVAILABLE -> of(known);
            default -> known.is4xxClientError() ? of(HttpStatus.BAD_REQUEST) : of(HttpStatus.INTERNAL_SERVER_ERROR);
        };
    }
}
