package id.siks.fieldcheck.process;

import id.siks.casework.CaseRef;
import id.siks.fieldcheck.model.VisitDesk;
import id.siks.platform.engine.TaskOpened;
import id.siks.platform.engine.TaskReassigned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the workers' lists in step with the engine's tasks, in the transaction that changes them. */
@Component
class VisitTasks {

    private final VisitDesk desk;

    VisitTasks(VisitDesk desk) {
        this.desk = desk;
    }

    @EventListener
    void on(TaskOpened opened) {
        if (FieldCheck.KEY.equals(opened.processKey()) && FieldCheck.RECORD_VISIT.equals(opened.taskKey())) {
            desk.visitWaits(new CaseRef(opened.caseRef()), opened.taskId(), opened.dueAt());
        }
    }

    @EventListener
    void on(TaskReassigned reassigned) {
        desk.visitTakenBy(
                reassigned.taskId(), reassigned.assignee() == null ? null : Long.valueOf(reassigned.assignee()));
    }
}
