package id.siks.casework;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When offices work on one weekday, in the time of the place.
 *
 * @param fromDay first day of the season, or null when it holds always
 * @param untilDay last day of the season, or null
 */
record OfficeHours(
        LocalDate fromDay,
        LocalDate untilDay,
        DayOfWeek weekday,
        LocalTime opens,
        LocalTime breakFrom,
        LocalTime breakUntil,
        LocalTime closes) {

    boolean isSeasonal() {
        return fromDay != null;
    }

    boolean holdsOn(LocalDate day) {
        return day.getDayOfWeek() == weekday && (fromDay == null || !day.isBefore(fromDay) && !day.isAfter(untilDay));
    }
}
