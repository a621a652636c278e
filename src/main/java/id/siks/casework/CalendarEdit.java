package id.siks.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One change of the calendar: a holiday or a clock stop that comes, changes or goes.
 *
 * @param subject {@code holiday} or {@code stop}
 * @param id key of the row, 0 when it is new
 * @param before how it was in words, or null when it is new
 * @param after how it will be in words, or null when it goes
 * @param area beginning of the codes of all areas it may concern
 * @param earliest no due date before this moment changes
 * @param effect makes the new calendar of the old one
 * @param writing writes it down
 * @param holiday the holiday as it will be, or null
 */
record CalendarEdit(
        String subject,
        long id,
        String before,
        String after,
        String area,
        Instant earliest,
        Effect effect,
        Writing writing,
        Holiday holiday) {

    /** Of a holiday; {@code was} is null when it is new, {@code now} when it goes. */
    static CalendarEdit of(Holiday was, Holiday now) {
        LocalDate day = Stream.of(was == null ? now : was, now == null ? was : now)
                .map(Holiday::day)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new CalendarEdit(
                "holiday",
                was == null ? 0 : was.id(),
                was == null ? null : was.inWords(),
                now == null ? null : now.inWords(),
                common(was == null ? now.area() : was.area(), now == null ? was.area() : now.area()),
                // The day begins first in the east, where the clock is nine hours ahead.
                day.atStartOfDay(ZoneOffset.ofHours(9)).toInstant(),
                calendar -> now == null ? calendar.without(was) : calendar.with(now),
                rows -> {
                    if (now == null) {
                        rows.delete(was);
                    } else {
                        rows.save(now);
                    }
                },
                now);
    }

    /** The same of a clock stop. */
    static CalendarEdit of(ClockStop was, ClockStop now) {
        return new CalendarEdit(
                "stop",
                was == null ? 0 : was.id(),
                was == null ? null : was.inWords(),
                now == null ? null : now.inWords(),
                common(was == null ? now.area() : was.area(), now == null ? was.area() : now.area()),
                Stream.of(was == null ? now : was, now == null ? was : now)
                        .map(ClockStop::from)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                calendar -> now == null ? calendar.without(was) : calendar.with(now),
                rows -> {
                    if (now == null) {
                        rows.delete(was);
                    } else {
                        rows.save(now);
                    }
                },
                null);
    }

    /** What happens, for the audit: {@code holiday-added}, {@code stop-removed}, … */
    String what() {
        if (before == null) {
            return subject + "-added";
        }
        return subject + (after == null ? "-removed" : "-changed");
    }

    /** The year whose page shows it. */
    int year() {
        return holiday == null
                ? earliest.atOffset(ZoneOffset.UTC).getYear()
                : holiday.day().getYear();
    }

    /** The same text for the same change: a page shows by it of what it has told the effect. */
    public String inWords() {
        return what() + " " + id + " " + before + " > " + after;
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    /** Makes the new calendar of the old one. */
    interface Effect {
        WorkCalendar on(WorkCalendar calendar);
    }

    /** Writes it down. */
    interface Writing {
        void to(CalendarRows rows);
    }
}
