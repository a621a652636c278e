package id.siks.worklist.model;

import id.siks.casework.TaskForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.stereotype.Component;

/** Finds who handles a task: the rooms' {@link TaskForm}s, one per user task, and one for all that are drawn later. */
@Component
public class TaskHandlers {

    private static final String HOUSE = "id.siks.";

    private final Map<String, TaskForm> handlers;
    private final OtherHandlers others;

    TaskHandlers(List<TaskForm> handlers, OtherHandlers others) {
        this.others = others;
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(TaskForm::task, Function.identity()));
    }

    /** The handler of a task; there is one for each that can be opened. */
    public TaskForm of(String task) {
        return find(task).orElseThrow(() -> new IllegalStateException("Nobody handles the task " + task));
    }

    /** True when somebody handles the task; false for null. */
    public boolean knows(String task) {
        return task != null && find(task).isPresent();
    }

    private Optional<TaskForm> find(String task) {
        TaskForm handler = handlers.get(task);
        return handler == null ? others.find(task) : Optional.of(handler);
    }

    /** Key of what is said of a task that has gone by itself: its room's own word, or {@code usual}. */
    public String gone(String task, String usual) {
        TaskForm handler = handlers.get(task);
        return handler == null || handler.gone() == null ? usual : handler.gone();
    }

    /** Key of the task's title, in the messages of the room that handles it. */
    public String titleKey(String task) {
        TaskForm handler = handlers.get(task);
        if (handler == null) {
            return others.titleKey(task);
        }
        String room = AopUtils.getTargetClass(handler).getPackageName().substring(HOUSE.length());
        int end = room.indexOf('.');
        return (end < 0 ? room : room.substring(0, end)) + ".task." + task;
    }
}
