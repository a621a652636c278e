package id.siks.casework;

import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import java.time.Instant;
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
 * @param gone what goes, or null when it comes or changes
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
        CalendarLine gone,
        String area,
        Instant earliest,
        Effect effect,
        Writing writing,
        Check check,
        int year) {

    private static final String STOP = "stop";

    /** Of a holiday; {@code was} is null when it is new, {@code now} when it goes. */
    static CalendarEdit of(Holiday was, Holiday now) {
        return of("holiday", was, now, (now == null ? was : now).day().getYear(), calendar -> {
            if (now != null && calendar.hasTwin(now)) {
                throw InvalidInput.at("day", "casework.calendar.error.twice");
            }
        });
    }

    /** The same of a clock stop. */
    static CalendarEdit of(ClockStop was, ClockStop now) {
        int year = earliest(was, now).atOffset(ZoneOffset.UTC).getYear();
        return of(STOP, was, now, year, calendar -> {});
    }

    /** The same of a week of opening hours. */
    static CalendarEdit of(OfficeWeek was, OfficeWeek now) {
        OfficeWeek shown = now == null ? was : now;
        int year = shown.isSeasonal() ? shown.fromDay().getYear() : 0;
        return of("hours", was, now, year, calendar -> {
            if (!changed(calendar, was, now).isWhole()) {
                throw InvalidInput.at("from", "casework.calendar.error.last-week");
            }
            if (now != null && calendar.crossing(now).isPresent()) {
                throw InvalidInput.at(
                        "from",
                        now.isSeasonal() ? "casework.calendar.error.crossing" : "casework.calendar.error.week-twice");
            }
        });
    }

    private static CalendarEdit of(String subject, CalendarLine was, CalendarLine now, int year, Check rules) {
        CalendarLine first = was == null ? now : was;
        CalendarLine last = now == null ? was : now;
        return new CalendarEdit(
                subject,
                was == null ? 0 : was.id(),
                was == null ? null : was.inWords(),
                now == null ? null : now.inWords(),
                now == null ? was : null,
                common(first.area(), last.area()),
                earliest(was, now),
                calendar -> changed(calendar, was, now),
                rows -> {
                    if (now == null) {
                        was.delete(rows);
                    } else {
                        now.save(rows);
                    }
                },
                calendar -> {
                    if (was != null && !calendar.has(was)) {
                        throw Conflict.because("casework.calendar.error.stale");
                    }
                    rules.on(calendar);
                },
                year);
    }

    private static WorkCalendar changed(WorkCalendar calendar, CalendarLine was, CalendarLine now) {
        return now == null ? calendar.without(was) : calendar.with(now);
    }

    private static Instant earliest(CalendarLine was, CalendarLine now) {
        return Stream.of(was == null ? now : was, now == null ? was : now)
                .map(CalendarLine::begins)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** True when it is about a clock stop. */
    boolean isStop() {
        return subject.equals(STOP);
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
