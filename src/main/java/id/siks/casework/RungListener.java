package id.siks.casework;

import id.siks.platform.BusinessTime;
import id.siks.platform.engine.TaskClosed;
import id.siks.platform.engine.TaskReassigned;
import id.siks.platform.engine.TaskRescheduled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes at the rungs told of a task what was done with it afterwards, in the transaction of whoever did it. */
@Component
class RungListener {

    private final RungRows rows;
    private final WorkCalendars calendars;
    private final RungAnswers answers;
    private final BusinessTime time;

    RungListener(RungRows rows, WorkCalendars calendars, RungAnswers answers, BusinessTime time) {
        this.rows = rows;
        this.calendars = calendars;
        this.answers = answers;
        this.time = time;
    }

    @EventListener
    void on(TaskClosed task) {
        rows.ended(task.taskId(), task.completed() ? ToldRung.Deed.DONE : ToldRung.Deed.GONE, time.now());
    }

    /** Given back to the team is no answer, nor is that it came to somebody by itself. */
    @EventListener
    void on(TaskReassigned task) {
        if (task.assignee() != null && !answers.isWithheld()) {
            rows.acted(task.taskId(), ToldRung.Deed.TAKEN, time.now());
        }
    }

    /** That the calendar moved it is no answer either: nobody looked at the task. */
    @EventListener
    void on(TaskRescheduled task) {
        if (!calendars.isChanging()) {
            rows.acted(task.taskId(), ToldRung.Deed.MOVED, time.now());
        }
    }
}
