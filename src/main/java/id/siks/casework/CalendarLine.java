package id.siks.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What people keep in the calendar: a holiday, a clock stop, a week of opening hours. */
sealed interface CalendarLine permits Holiday, ClockStop, OfficeWeek {

    /** Its key, 0 while it is not saved. */
    long id();

    /** Where it holds: the beginning of the area code, empty for the nation. */
    String area();

    /** True when it holds in the area with this code, or in all areas whose codes begin so. */
    default boolean holdsIn(String code) {
        return code.startsWith(area());
    }

    /** The moment before which it changes nothing. */
    Instant begins();

    /** How the audit writes it. */
    String inWords();

    /** True when it is of the same kind and has the same key. */
    default boolean replaces(CalendarLine other) {
        return getClass() == other.getClass() && id() == other.id();
    }

    void save(CalendarRows rows);

    void delete(CalendarRows rows);

    /** When a day begins anywhere: first in the east, where the clock is nine hours ahead. */
    static Instant firstMoment(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.ofHours(9)).toInstant();
    }
}
