package id.siks.processadmin.migration;

import id.siks.platform.engine.TaskMoved;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody who gets in the way of one task whenever it is to be moved. */
@Component
class RudeNeighbour {

    /** The engine's id of the task, or null. */
    volatile String task;

    /** What comes of it. */
    volatile Supplier<RuntimeException> fault;

    @EventListener
    void on(TaskMoved moved) {
        if (moved.taskId().equals(task)) {
            throw fault.get();
        }
    }
}
