package id.siks.platform;

import java.time.Duration;

/** A limit is used up (requirement 21). Answered with 429 and {@code Retry-After}. */
public class TooManyRequests extends RuntimeException {

    private final Duration retryAfter;

    /** The caller may try again after {@code retryAfter}. */
    public TooManyRequests(Duration retryAfter) {
        super("limit reached");
        this.retryAfter = retryAfter;
    }

    /** How long to wait. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
