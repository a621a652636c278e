package id.siks.platform.engine;

import java.time.Instant;

/** Says until when a new task should be done. Answered by the room that keeps the deadlines. */
public interface TaskDueDates {

    /**
     * The due date of a task.
     *
     * @param taskKey id of the user task
     * @param kind kind of the case, as the engine's routing value holds it; may be empty
     * @param areaCode area of the task, digits only
     * @param openedAt moment of creation
     */
    Instant dueAt(String taskKey, String kind, String areaCode, Instant openedAt);
}
