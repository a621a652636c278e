package id.siks.processadmin.replay;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long a replay may take: whatever can take long looks at it before each piece of its work. */
final class TimeLimit {

    private final BooleanSupplier reached;

    TimeLimit(BooleanSupplier reached) {
        this.reached = reached;
    }

    /** So long from now on, or less when the application ends before. */
    static TimeLimit of(Duration length, BooleanSupplier ending) {
        long from = System.nanoTime();
        return new TimeLimit(() -> ending.getAsBoolean() || System.nanoTime() - from >= length.toNanos());
    }

    /** Work was given up because the limit is reached. */
    static final class Reached extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    boolean isReached() {
        return reached.getAsBoolean();
    }

    /** Gives the work up with {@link Reached} when it is. */
    void require() {
        if (isReached()) {
            throw new Reached();
        }
    }
}
