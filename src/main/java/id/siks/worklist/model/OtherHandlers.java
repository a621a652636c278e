package id.siks.worklist.model;

import id.siks.casework.TaskForm;
import java.util.Optional;

/** Handles tasks that no room knows: somebody has drawn them into a diagram since the house was built. */
public interface OtherHandlers {

    /** Who handles the task; empty when it is in no diagram or has no form. */
    Optional<TaskForm> find(String task);

    /** Key of its title. */
    String titleKey(String task);
}
