package id.siks.casework;

import id.siks.casework.OpenDues.OpenDue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * Where due dates go when one calendar gives way to another. A task keeps the number of working days it was given; a date that
 * somebody set by hand stays, and so does a cut-off and a date that is no number of working days.
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
            return Optional.empty();
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
