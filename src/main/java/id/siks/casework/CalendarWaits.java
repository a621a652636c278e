package id.siks.casework;

import id.siks.platform.BusinessTime;
import id.siks.platform.engine.TaskOpened;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells of which tasks the due date is not yet what the calendar wants, so that nobody is told that they are late. */
@Component
class CalendarWaits {

    private final CalendarFollows follows;
    private final WorkCalendars calendars;
    private final BusinessTime time;

    CalendarWaits(CalendarFollows follows, WorkCalendars calendars, BusinessTime time) {
        this.follows = follows;
        this.calendars = calendars;
        this.time = time;
    }

    /** The changes of the calendar that not all open due dates have followed, as far as they concern tasks of these cases. */
    List<CalendarFollows.Waiting> read(Collection<String> cases) {
        return follows.waiting(cases);
    }

    /** True when the task has yet to follow one of the changes, or a stop without end was not counted on to this moment. */
    boolean concerns(TaskOpened task, List<CalendarFollows.Waiting> changes) {
        Instant now = time.now();
        return calendars.at(task.areaCode()).isBehind(now)
                || changes.stream().anyMatch(c -> c.concerns(task.caseRef(), task.areaCode(), task.dueAt()));
    }
}
