package id.siks.worklist.tasks;

import id.siks.platform.engine.DrawnTasks;
import id.siks.platform.engine.DrawnTasks.DrawnTask;
import id.siks.platform.web.LiveWords;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The titles of drawn tasks: their names in the diagram, which is drawn in one language. */
@Component
class DrawnTitles implements LiveWords {

    static final String PREFIX = "worklist.task.drawn.";

    private final DrawnTasks tasks;

    DrawnTitles(DrawnTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Optional<String> find(String key) {
        return key.startsWith(PREFIX)
                ? tasks.find(key.substring(PREFIX.length())).map(DrawnTask::name)
                : Optional.empty();
    }
}
