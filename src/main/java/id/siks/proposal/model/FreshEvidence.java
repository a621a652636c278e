package id.siks.proposal.model;

import java.time.LocalDate;

/** Minutes and statements prove the village's word for three months (Kepmensos 73/HUK/2024). */
final class FreshEvidence {

    private static final int MONTHS = 3;

    private FreshEvidence() {}

    /** True when a paper of {@code day} still counts on {@code today}; no paper never counts. */
    static boolean on(LocalDate day, LocalDate today) {
        return day != null && !day.isAfter(today) && !day.plusMonths(MONTHS).isBefore(today);
    }

    /** The oldest day that still counts on {@code today}. */
    static LocalDate oldest(LocalDate today) {
        LocalDate day = today.minusMonths(MONTHS);
        // Months end on different days: three months after 28 February is 28 May, three before 31 May is 28 February.
        while (!on(day, today)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
