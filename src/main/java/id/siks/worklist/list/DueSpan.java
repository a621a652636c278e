package id.siks.worklist.list;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * Between which moments work is due.
 *
 * @param from first moment, or null for no beginning
 * @param before first moment after it, or null for no end
 */
record DueSpan(Instant from, Instant before) {

    /** Whenever it is due. */
    static final DueSpan ANY = new DueSpan(null, null);

    /** What a filter asks for, with days as the wall clock of {@code zone} counts them; a week ends on Sunday. */
    static DueSpan of(ListFilter filter, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        String due = filter.get(ListFilter.DUE);
        if (due == null) {
            return days(filter.date(ListFilter.FROM), filter.date(ListFilter.TO), zone);
        }
        return switch (due) {
            case "late" -> new DueSpan(null, now);
            case "today" -> days(today, today, zone);
            default -> days(today, today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)), zone);
        };
    }

    private static DueSpan days(LocalDate first, LocalDate last, ZoneId zone) {
        return new DueSpan(
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
