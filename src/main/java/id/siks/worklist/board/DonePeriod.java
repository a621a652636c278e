package id.siks.worklist.board;

import id.siks.finalization.Cadence;
import id.siks.worklist.model.BoardSums;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * A period by which what was done is counted and listed.
 *
 * @param closing month in which it closes
 */
record DonePeriod(YearMonth closing, Cadence cadence) {

    /** The period a request names by the month it closes in, {@code 2026-11}; empty for anything else. */
    static Optional<DonePeriod> named(String month, Cadence cadence) {
        return month != null && month.matches("20\\d\\d-(0[1-9]|1[0-2])")
                ? Optional.of(new DonePeriod(YearMonth.parse(month), cadence))
                : Optional.empty();
    }

    /** The first moment of it. */
    Instant from() {
        return start(cadence.first(closing));
    }

    /** The first moment after it. */
    Instant to() {
        return start(closing.plusMonths(1));
    }

    /** Its months, as people call it. */
    public String name(Locale language) {
        return cadence.name(closing, language);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(BoardSums.CLOCK).toInstant();
    }
}
