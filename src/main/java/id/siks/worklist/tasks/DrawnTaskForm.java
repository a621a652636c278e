package id.siks.worklist.tasks;

import id.siks.casework.CaseRef;
import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.identity.Actor;
import id.siks.platform.engine.DrawnTasks.DrawnTask;
import id.siks.platform.forms.FormInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One drawn task: its page shows what another task shows, if the diagram says so, and its own form below. */
class DrawnTaskForm implements TaskForm {

    private final DrawnTask drawn;
    private final TaskForm shown;
    private final DrawnDesk desk;

    /** {@code shown} handles the task whose page shows what has to be known; null for none. */
    DrawnTaskForm(DrawnTask drawn, TaskForm shown, DrawnDesk desk) {
        this.drawn = drawn;
        this.shown = shown;
        this.desk = desk;
    }

    @Override
    public String task() {
        return drawn.id();
    }

    @Override
    public String view() {
        return "worklist/drawn-task";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        Map<String, Object> model = new HashMap<>();
        if (shown != null) {
            model.putAll(shown.model(task, actor));
            model.put("shownView", shown.view());
        }
        model.put("documentation", drawn.documentation());
        return model;
    }

    @Override
    public List<CaseRef> alsoNames(Map<String, Object> model) {
        return shown == null ? List.of() : shown.alsoNames(model);
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        desk.complete(drawn, task, input, actor);
    }
}
