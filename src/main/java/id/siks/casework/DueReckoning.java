package id.siks.casework;

import id.siks.casework.OpenDues.Hand;
import id.siks.casework.OpenDues.OpenDue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * Where due dates go when one calendar gives way to another. A task keeps the number of working days it was given. A date that
 * somebody set by hand makes room for clock stops and stays with every other change; a cut-off stays, and so does a date that
 * is no number of working days.
 */
@Component
class DueReckoning {

    private final Deadlines deadlines;
    private final WorkCalendars calendars;

    DueReckoning(Deadlines deadlines, WorkCalendars calendars) {
        this.deadlines = deadlines;
        this.calendars = calendars;
    }

    /**
     * Where the due date of a task goes that has not followed the shift yet: asked a second time it would go on. Empty when no
     * calendar moves it.
     */
    Optional<Instant> moved(CalendarShift shift, OpenDue due) {
        Integer days = days(due);
        if (days == null || due.byHand()) {
            return days != null && shift.stop() ? Optional.of(paused(shift, due)) : Optional.empty();
        }
        WorkClock before = clock(shift.before(), due);
        WorkClock after = clock(shift.after(), due);
        if (due.dueAt().equals(before.after(due.openedAt(), days))) {
            return Optional.of(after.after(due.openedAt(), days));
        }
        if (shift.isBeside(due) && due.dueAt().equals(after.after(due.openedAt(), days))) {
            return Optional.of(due.dueAt());
        }
        OptionalInt given = given(shift, due);
        return given.isEmpty() ? Optional.empty() : Optional.of(after.after(due.openedAt(), given.getAsInt()));
    }

    /**
     * A date somebody set: the working time stays that was left when he set it or the stop began. Who set it after the change
     * knew of it, and nothing brings the date before the one he set.
     */
    private Instant paused(CalendarShift shift, OpenDue due) {
        Hand hand = due.hand();
        Instant from = WorkClock.fullMinute(hand.at().isAfter(shift.earliest()) ? hand.at() : shift.earliest());
        Duration left = clock(shift.before(), due).between(from, due.dueAt());
        WorkClock after = clock(shift.after(), due);
        if (!hand.at().isBefore(shift.at()) || after.between(from, due.dueAt()).equals(left)) {
            return due.dueAt();
        }
        Instant moved = after.plus(from, left);
        return moved.isBefore(hand.to()) ? hand.to() : moved;
    }

    /**
     * How many working days the task was given by the calendar before, when it is not what the table says now; empty when it
     * opened with the calendar after.
     */
    private OptionalInt given(CalendarShift shift, OpenDue due) {
        return due.openedAt().isBefore(shift.at())
                ? clock(shift.before(), due).daysTo(due.openedAt(), due.dueAt())
                : OptionalInt.empty();
    }

    /**
     * Where the due date of a task goes that opened beside the shift and has the date of the calendar before it all the same;
     * where it is for all others, so it may be asked as often as one likes.
     */
    Instant again(CalendarShift shift, OpenDue due) {
        Integer days = days(due);
        if (days == null || due.byHand() || !shift.isBeside(due) || !shift.concerns(due)) {
            return due.dueAt();
        }
        boolean missed = due.dueAt().equals(clock(shift.before(), due).after(due.openedAt(), days));
        return missed ? clock(shift.after(), due).after(due.openedAt(), days) : due.dueAt();
    }

    /** The day of a moment where the task is. */
    long dayOf(OpenDue due, Instant moment) {
        return moment.atZone(calendars.zone(due.area())).toLocalDate().toEpochDay();
    }

    private Integer days(OpenDue due) {
        return deadlines.term(due.task(), due.kind(), due.area()).days();
    }

    private WorkClock clock(WorkCalendar calendar, OpenDue due) {
        return calendar.at(due.area(), calendars.zone(due.area()));
    }
}
