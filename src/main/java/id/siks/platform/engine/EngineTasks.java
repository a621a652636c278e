package id.siks.platform.engine;

import id.siks.platform.Conflict;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The engine's open user tasks, for the room that shows them: who has one, and what is open at all. */
@Component
public class EngineTasks {

    private static final int AT_ONCE = 1000;

    private final TaskService engine;

    EngineTasks(TaskService engine) {
        this.engine = engine;
    }

    /**
     * Gives the task to somebody, or to nobody.
     *
     * @param assignee account id, or null
     */
    public void assign(String taskId, String assignee) {
        racing(() -> {
            engine.setAssignee(taskId, assignee);
            return null;
        });
    }

    /** Ids of all open tasks. Reads them all: for the reconcile only. */
    public Set<String> openIds() {
        Set<String> ids = new HashSet<>();
        int before;
        do {
            before = ids.size();
            engine.createTaskQuery().active().orderByTaskId().asc().listPage(before, AT_ONCE).stream()
                    .map(Task::getId)
                    .forEach(ids::add);
        } while (ids.size() > before);
        return ids;
    }

    /**
     * Runs {@code deed}; when the engine finds that the task or its case has moved on meanwhile, that is a
     * {@link Conflict}, not a fault (security requirement 26).
     */
    public <T> T racing(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (OptimisticLockingException | NullValueException lost) {
            Conflict conflict = Conflict.because("platform.error.moved-on");
            conflict.initCause(lost);
            throw conflict;
        }
    }
}
