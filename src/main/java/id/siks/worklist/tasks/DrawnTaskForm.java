package id.siks.worklist.tasks;

import id.siks.casework.CaseRef;
import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.identity.Actor;
import id.siks.platform.engine.DrawnTasks;
import id.siks.platform.engine.DrawnTasks.DrawnTask;
import id.siks.platform.forms.FormInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One drawn task: its page shows what another task shows, if the diagram says so, and its own form below. What is said is said by
 * the diagram the case follows: others may draw a task of the same id.
 */
class DrawnTaskForm implements TaskForm {

    private static final String SHOWN = "shownTask";

    private final DrawnTask newest;
    private final DrawnTasks tasks;
    private final Function<String, TaskForm> rooms;
    private final DrawnDesk desk;

    /** {@code rooms} tells who handles the task whose page shows what has to be known; null for none. */
    DrawnTaskForm(DrawnTask newest, DrawnTasks tasks, Function<String, TaskForm> rooms, DrawnDesk desk) {
        this.newest = newest;
        this.tasks = tasks;
        this.rooms = rooms;
        this.desk = desk;
    }

    private DrawnTask drawn(OpenTask task) {
        return tasks.findOpen(task.id()).orElse(newest);
    }

    @Override
    public String task() {
        return newest.id();
    }

    @Override
    public String view() {
        return "worklist/drawn-task";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        Map<String, Object> model = new HashMap<>();
        DrawnTask drawn = drawn(task);
        TaskForm shown = rooms.apply(drawn.shows());
        if (shown != null) {
            model.putAll(shown.model(task, actor));
            model.put("shownView", shown.view());
            model.put(SHOWN, drawn.shows());
        }
        model.put("documentation", drawn.documentation());
        model.put("told", desk.told(task));
        return model;
    }

    @Override
    public List<CaseRef> alsoNames(Map<String, Object> model) {
        TaskForm shown = rooms.apply((String) model.get(SHOWN));
        return shown == null ? List.of() : shown.alsoNames(model);
    }

    @Override
    public String barred(OpenTask task, Actor actor) {
        return desk.barred(task, actor);
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        desk.complete(drawn(task), task, input, actor);
    }
}
