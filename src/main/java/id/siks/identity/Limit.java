package id.siks.identity;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/** What may be done only so often (requirement 21). */
public enum Limit {
    /**
     * Whatever somebody asks, by a browser or by one client. Twenty a second, for a minute at once: an open list tells itself
     * at most every two seconds that something changed and then asks twice, so ten busy tabs ask ten times a second, which nobody
     * can look at; a page with ten pictures asks eleven times. What asks more is no person.
     */
    CALL(new Allowance(1200, Duration.ofMinutes(1))),
    FAILED_LOGIN(new Allowance(5, Duration.ofMinutes(5))),
    /** Tokens of clients that are no good; many clients of an office may come from one address. */
    FAILED_TOKEN(new Allowance(60, Duration.ofMinutes(1))),
    NIK_LOOKUP(1000, new Allowance(60, Duration.ofMinutes(1))),
    /** Questions to the public page that tells whether a paper holds: enough for an office, too little for guessing serials. */
    SERIAL_CHECK(new Allowance(30, Duration.ofMinutes(1))),
    /** Mails with a code to an address that may be a stranger's. */
    MAIL_CODE(10, new Allowance(3, Duration.ofMinutes(10))),
    /** Papers that hold nobody's data but take a moment to print. */
    PRINT(new Allowance(20, Duration.ofMinutes(1))),
    EXPORT(5),
    UPLOAD(new Allowance(60, Duration.ofMinutes(1)));

    private static final int NO_DAY = 0;

    private final int aDay;
    private final List<Allowance> allowances;

    Limit(Allowance... allowances) {
        this(NO_DAY, allowances);
    }

    Limit(int aDay, Allowance... allowances) {
        this.aDay = aDay;
        this.allowances = List.of(allowances);
    }

    /** How often within minutes; empty when only the day counts. */
    List<Allowance> allowances() {
        return allowances;
    }

    /** How often on one day of the calendar; empty when the day does not count. */
    OptionalInt aDay() {
        return aDay == NO_DAY ? OptionalInt.empty() : OptionalInt.of(aDay);
    }

    /** More than this nobody can use up at once. */
    long most() {
        LongStream brief = allowances.stream().mapToLong(Allowance::times);
        return LongStream.concat(brief, aDay().stream().asLongStream()).min().orElseThrow();
    }

    record Allowance(long times, Duration per) {}
}
