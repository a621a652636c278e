package id.siks.casework;

import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One change of the calendar: a holiday, a clock stop or a week of opening hours that comes, changes or goes.
 *
 * @param subject {@code holiday}, {@code stop} or {@code hours}
 * @param id key of the row, 0 when it is new
 * @param before how it was in words, or null when it is new
 * @param after how it will be in words, or null when it goes
 * @param area beginning of the codes of all areas it may concern
 * @param earliest no due date before this moment changes
 * @param effect makes the new calendar of the old one
 * @param writing writes it down
 * @param check refuses what the calendar cannot take, and a change of a row that is no longer as it was
 * @param year the year whose page shows it; 0 when every year's does
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
        Check check,
        int year) {

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
                firstMoment(day),
                calendar -> now == null ? calendar.without(was) : calendar.with(now),
                rows -> {
                    if (now == null) {
                        rows.delete(was);
                    } else {
                        rows.save(now);
                    }
                },
                calendar -> {
                    requireUnchanged(was == null || calendar.has(was));
                    if (now != null && calendar.hasTwin(now)) {
                        throw InvalidInput.at("day", "casework.calendar.error.twice");
                    }
                },
                (now == null ? was : now).day().getYear());
    }

    /** The same of a clock stop. */
    static CalendarEdit of(ClockStop was, ClockStop now) {
        Instant earliest = Stream.of(was == null ? now : was, now == null ? was : now)
                .map(ClockStop::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new CalendarEdit(
                "stop",
                was == null ? 0 : was.id(),
                was == null ? null : was.inWords(),
                now == null ? null : now.inWords(),
                common(was == null ? now.area() : was.area(), now == null ? was.area() : now.area()),
                earliest,
                calendar -> now == null ? calendar.without(was) : calendar.with(now),
                rows -> {
                    if (now == null) {
                        rows.delete(was);
                    } else {
                        rows.save(now);
                    }
                },
                calendar -> requireUnchanged(was == null || calendar.has(was)),
                earliest.atOffset(ZoneOffset.UTC).getYear());
    }

    /** The same of a week of opening hours. */
    static CalendarEdit of(OfficeWeek was, OfficeWeek now) {
        OfficeWeek shown = now == null ? was : now;
        return new CalendarEdit(
                "hours",
                was == null ? 0 : was.id(),
                was == null ? null : was.inWords(),
                now == null ? null : now.inWords(),
                common(was == null ? now.area() : was.area(), now == null ? was.area() : now.area()),
                Stream.of(was == null ? now : was, shown)
                        .map(CalendarEdit::begins)
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
                calendar -> refuse(calendar, was, now),
                shown.isSeasonal() ? shown.fromDay().getYear() : 0);
    }

    private static void refuse(WorkCalendar calendar, OfficeWeek was, OfficeWeek now) {
        requireUnchanged(was == null || calendar.has(was));
        if (!(now == null ? calendar.without(was) : calendar.with(now)).isWhole()) {
            throw InvalidInput.at("from", "casework.calendar.error.last-week");
        }
        if (now != null && calendar.crossing(now).isPresent()) {
            throw InvalidInput.at(
                    "from",
                    now.isSeasonal() ? "casework.calendar.error.crossing" : "casework.calendar.error.week-twice");
        }
    }

    private static void requireUnchanged(boolean unchanged) {
        if (!unchanged) {
            throw Conflict.because("casework.calendar.error.stale");
        }
    }

    // What holds always held when the oldest open task came.
    private static Instant begins(OfficeWeek week) {
        return week.isSeasonal() ? firstMoment(week.fromDay()) : Instant.EPOCH;
    }

    // The day begins first in the east, where the clock is nine hours ahead.
    private static Instant firstMoment(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.ofHours(9)).toInstant();
    }

    /** What happens, for the audit: {@code holiday-added}, {@code stop-removed}, … */
    String what() {
        if (before == null) {
            return subject + "-added";
        }
        return subject + (after == null ? "-removed" : "-changed");
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

    /** {@link InvalidInput} when the calendar cannot take the change, {@link Conflict} when somebody was faster. */
    interface Check {
        void on(WorkCalendar calendar);
    }
}
