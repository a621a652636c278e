package id.siks.finalization;

import id.siks.platform.InvalidInput;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * The minister's decree (glossary 12).
 *
 * @param number running number, {@code HUK} and year: {@code 123/HUK/2026}
 * @param effectiveMonth first month in which it counts
 */
public record Decree(String number, YearMonth effectiveMonth) {

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{0,3}/HUK/20\\d{2}");

    /** Refuses a number of another shape at {@code decreeNumber} and a missing month at {@code effectiveMonth}. */
    public Decree {
        if (number == null || !SHAPE.matcher(number.strip()).matches()) {
            throw InvalidInput.at("decreeNumber", "finalization.error.decree-number");
        }
        number = number.strip();
        if (effectiveMonth == null) {
            throw InvalidInput.at("effectiveMonth", "finalization.error.effective-month");
        }
    }
}
