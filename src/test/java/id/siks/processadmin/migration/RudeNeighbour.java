package id.siks.processadmin.migration;

import id.siks.platform.engine.TaskMoved;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody who works on one task whenever it is to be moved. */
@Component
class RudeNeighbour {

    /** The engine's id of the task, or null. */
    volatile String task;

    @EventListener
    void on(TaskMoved moved) {
        if (moved.taskId().equals(task)) {
            throw new OptimisticLockingException("uji");
        }
    }
}
