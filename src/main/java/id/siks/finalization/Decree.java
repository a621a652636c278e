package id.siks.finalization;

import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The minister's decree (glossary 12).
 *
 * @param number running number, {@code HUK} and year: {@code 123/HUK/2026}
 * @param effectiveMonth first month in which it counts
 */
public record Decree(String number, YearMonth effectiveMonth) {

    private static final int MONTHS_OF_A_YEAR = 12;
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

    /**
     * Refuses a decree of another time at {@code decreeNumber} and {@code effectiveMonth}: its year and its month lie at
     * most a year from the period's.
     *
     * @param period month in which the period closes
     */
    public void requireNear(YearMonth period) {
        List<FieldError> far = new ArrayList<>();
        if (Math.abs(year() - period.getYear()) > 1) {
            far.add(FieldError.of("decreeNumber", "finalization.error.decree-year"));
        }
        if (Math.abs(ChronoUnit.MONTHS.between(period, effectiveMonth)) > MONTHS_OF_A_YEAR) {
            far.add(FieldError.of("effectiveMonth", "finalization.error.effective-month-far"));
        }
        if (!far.isEmpty()) {
            throw new InvalidInput(far);
        }
    }

    private int year() {
        return Integer.parseInt(number.substring(number.lastIndexOf('/') + 1));
    }
}
