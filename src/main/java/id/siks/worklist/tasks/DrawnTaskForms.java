package id.siks.worklist.tasks;

import id.siks.casework.TaskForm;
import id.siks.platform.engine.DrawnTasks;
import id.siks.platform.forms.FormSchemas;
import id.siks.worklist.model.OtherHandlers;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Handles every user task that is drawn in a diagram and has a form. */
@Component
class DrawnTaskForms implements OtherHandlers {

    private final DrawnTasks tasks;
    private final FormSchemas schemas;
    private final DrawnDesk desk;
    private final ObjectProvider<TaskForm> rooms;

    DrawnTaskForms(DrawnTasks tasks, FormSchemas schemas, DrawnDesk desk, ObjectProvider<TaskForm> rooms) {
        this.tasks = tasks;
        this.schemas = schemas;
        this.desk = desk;
        this.rooms = rooms;
    }

    @Override
    public Optional<TaskForm> find(String task) {
        return schemas.has(task)
                ? tasks.find(task).map(newest -> new DrawnTaskForm(newest, tasks, this::shown, desk))
                : Optional.empty();
    }

    @Override
    public String titleKey(String task) {
        return tasks.find(task).isPresent() ? DrawnTitles.PREFIX + task : "worklist.task.unknown";
    }

    private TaskForm shown(String task) {
        return rooms.stream()
                .filter(form -> form.task().equals(task))
                .findFirst()
                .orElse(null);
    }
}
