package id.siks.casework;

import id.siks.casework.OpenDues.OpenDue;
import id.siks.casework.OpenDues.Range;
import java.time.Duration;
import java.time.Instant;

/**
 * One calendar gives way to another, and open due dates follow.
 *
 * @param at when the change was made
 * @param stop true when a clock stop comes, changes or goes
 * @param area beginning of the codes of all areas it may concern
 * @param earliest no due date before this moment changes
 */
record CalendarShift(Instant at, boolean stop, String area, Instant earliest, WorkCalendar before, WorkCalendar after) {

    /**
     * So long beside the change a task may have got its date by either calendar: longer than any transaction that opens tasks
     * and than other servers remember a calendar.
     */
    static final Duration SETTLED = Duration.ofMinutes(3);

    // A ladder is not longer; what it may be by the table is corrected when its timer fires.
    private static final Duration LADDER = Duration.ofDays(31);

    static CalendarShift of(CalendarEdit edit, WorkCalendar before, Instant at) {
        return new CalendarShift(
                at,
                edit.isStop(),
                edit.area(),
                edit.earliest(),
                before,
                edit.effect().on(before));
    }

    /** True when it may give the task another due date. */
    boolean concerns(OpenDue due) {
        return due.area().startsWith(area) && !due.dueAt().isBefore(earliest);
    }

    /** True when the task opened so close to the change, or after it, that its date may be by either calendar. */
    boolean isBeside(OpenDue due) {
        return !due.openedAt().isBefore(at.minus(SETTLED));
    }

    /** True when whatever opened beside it can be seen by now. */
    boolean isSettled(Instant now) {
        return !at.plus(SETTLED).isAfter(now);
    }

    /** The tasks whose due date or ladder may follow it. */
    Range following() {
        return following(area, earliest);
    }

    /** The same of a shift of which no more is known: also where the date stays, the days of the rungs may be others. */
    static Range following(String area, Instant earliest) {
        return new Range(area, Instant.EPOCH, earliest.minus(LADDER));
    }

    /** The tasks whose due date may follow it. */
    Range concerned() {
        return new Range(area, Instant.EPOCH, earliest);
    }

    /** The tasks that opened beside it or after it. */
    Range beside() {
        return new Range(area, at.minus(SETTLED), earliest);
    }

    /** The same from the calendar before it to {@code calendar}. */
    CalendarShift to(WorkCalendar calendar) {
        return new CalendarShift(at, stop, area, earliest, before, calendar);
    }
}
