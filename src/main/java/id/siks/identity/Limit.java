package id.siks.identity;

import java.time.Duration;
import java.util.List;

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
    NIK_LOOKUP(new Allowance(60, Duration.ofMinutes(1)), new Allowance(1000, Duration.ofDays(1))),
    /** Questions to the public page that tells whether a paper holds: enough for an office, too little for guessing serials. */
    SERIAL_CHECK(new Allowance(30, Duration.ofMinutes(1))),
    /** Mails with a code to an address that may be a stranger's. */
    MAIL_CODE(new Allowance(3, Duration.ofMinutes(10)), new Allowance(10, Duration.ofDays(1))),
    /** Papers that hold nobody's data but take a moment to print. */
    PRINT(new Allowance(20, Duration.ofMinutes(1))),
    EXPORT(new Allowance(5, Duration.ofDays(1))),
    UPLOAD(new Allowance(60, Duration.ofMinutes(1)));

    private final List<Allowance> allowances;

    Limit(Allowance... allowances) {
        this.allowances = List.of(allowances);
    }

    List<Allowance> allowances() {
        return allowances;
    }

    record Allowance(long times, Duration per) {}
}
