package id.siks.platform.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Says when somebody is told next that an open task becomes or is late. Answered by the room that keeps the deadlines. */
public interface TaskRungs {

    /**
     * The moment of each task's next rung, by the task's id; absent when all of them are behind it.
     *
     * @param tasks open tasks as they would be announced now
     */
    Map<String, Instant> next(Collection<TaskOpened> tasks);

    /**
     * Takes the turns of cases whose timers are about to fire in the running transaction; waits for none.
     *
     * @param cases business keys
     * @return those of the cases on which nobody else acts at this moment
     */
    Set<String> takeTurns(Collection<String> cases);

    /**
     * Lets the timers at these tasks fire, one after another; what they have to know is read for all of them before, and
     * what they tell is written for all of them afterwards.
     *
     * @param tasks open tasks of cases whose turns are taken
     */
    void climb(Collection<TaskOpened> tasks, Runnable firings);
}
