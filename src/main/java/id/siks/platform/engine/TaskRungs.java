package id.siks.platform.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Says when somebody is told next that an open task becomes or is late. Answered by the room that keeps the deadlines. */
public interface TaskRungs {

    /**
     * The moment of each task's next rung, by the task's id; absent when all of them are behind it.
     *
     * @param tasks open tasks as they would be announced now
     */
    Map<String, Instant> next(Collection<TaskOpened> tasks);
}
