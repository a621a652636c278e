package id.siks.finalization;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How often a regency sends a batch (glossary 2: monthly in 2024, quarterly in some regencies in 2021). */
public enum Cadence {
    MONTHLY(1),
    QUARTERLY(3);

    private final int months;

    Cadence(int months) {
        this.months = months;
    }

    /** Months from one period to the next. */
    public int months() {
        return months;
    }

    /** The first month of the period that closes in {@code last}. */
    public YearMonth first(YearMonth last) {
        return last.minusMonths(months - 1L);
    }

    /**
     * The months of the period that closes in {@code last}, as people call it: {@code November 2026}; a quarter is
     * {@code September–November 2026}.
     */
    public String name(YearMonth last, Locale language) {
        YearMonth first = first(last);
        String end = DateTimeFormatter.ofPattern("MMMM yyyy", language).format(last);
        if (first.equals(last)) {
            return end;
        }
        String pattern = first.getYear() == last.getYear() ? "MMMM" : "MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, language).format(first) + "–" + end;
    }
}
