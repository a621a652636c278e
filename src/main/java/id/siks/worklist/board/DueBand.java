package id.siks.worklist.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How far from its due date work is, in bands as the board counts them and its lists ask for them. */
enum DueBand {
    LATE_LONG(null, Duration.ofDays(-14)),
    LATE_TWO_WEEKS(Duration.ofDays(-14), Duration.ofDays(-7)),
    LATE_WEEK(Duration.ofDays(-7), Duration.ofDays(-3)),
    LATE_DAYS(Duration.ofDays(-3), Duration.ZERO),
    SOON(Duration.ZERO, Duration.ofDays(3)),
    LATER(Duration.ofDays(3), null);

    // Wide enough for every date the database holds, and no infinity for a driver to choke on.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final Duration from;
    private final Duration to;

    DueBand(Duration from, Duration to) {
        this.from = from;
        this.to = to;
    }

    /** The band a request names, if there is one of that name. */
    static Optional<DueBand> named(String name) {
        for (DueBand band : values()) {
            if (band.word().equals(name)) {
                return Optional.of(band);
            }
        }
        return Optional.empty();
    }

    /** The name in addresses and message keys: {@code late-week}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isLate() {
        return ordinal() <= LATE_DAYS.ordinal();
    }

    /** The first due date in the band. */
    Instant from(Instant now) {
        return from == null ? EARLIEST : now.plus(from);
    }

    /** The first due date after the band. */
    Instant to(Instant now) {
        return to == null ? LATEST : now.plus(to);
    }

    boolean holds(Instant dueAt, Instant now) {
        return !dueAt.isBefore(from(now)) && dueAt.isBefore(to(now));
    }
}
