package id.siks.worklist.model;

import id.siks.casework.TaskForm;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.stereotype.Component;

/** Finds who handles a task: the rooms' {@link TaskForm}s, one per user task. */
@Component
public class TaskHandlers {

    private static final String HOUSE = "id.siks.";

    private final Map<String, TaskForm> handlers;

    TaskHandlers(List<TaskForm> handlers) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(TaskForm::task, Function.identity()));
    }

    /** The handler of a task that some room handles. */
    public TaskForm of(String task) {
        TaskForm handler = handlers.get(task);
        if (handler == null) {
            throw new IllegalStateException("No room handles the task " + task);
        }
        return handler;
    }

    /** True when a room handles the task; false for null. */
    public boolean knows(String task) {
        return task != null && handlers.containsKey(task);
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
            return "worklist.task.unknown";
        }
        String room = AopUtils.getTargetClass(handler).getPackageName().substring(HOUSE.length());
        int end = room.indexOf('.');
        return (end < 0 ? room : room.substring(0, end)) + ".task." + task;
    }
}
