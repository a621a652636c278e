package id.siks.worklist.tasks;

import id.siks.casework.OpenTask;
import id.siks.casework.Timeline;
import id.siks.casework.TimelineEntry;
import id.siks.identity.Actor;
import id.siks.worklist.model.WorkItems;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who had a hand in a case before: he does not approve it at a drawn step (requirement 13). */
@Component
class EarlierHands {

    /** Deeds about the work: they lead it to whoever does it and say nothing of the case. */
    private static final Set<String> STEERING = Set.of(
            "task-given",
            "task-asked",
            "task-answered",
            "task-taken-over",
            "task-reassigned",
            "task-reminded",
            "due-moved");

    private final Timeline timeline;
    private final WorkItems items;

    EarlierHands(Timeline timeline, WorkItems items) {
        this.timeline = timeline;
        this.items = items;
    }

    /** True when the task's role approves and the actor has done something in the case at another step. */
    boolean bar(OpenTask task, Actor actor) {
        return task.role().approves()
                && (items.doneAtOtherStep(task.caseRef(), task.key(), actor.persons())
                        || timeline.of(task.caseRef()).stream().anyMatch(entry -> isHand(entry, actor)));
    }

    /** True for a deed about the work alone. */
    static boolean steers(TimelineEntry entry) {
        return STEERING.contains(entry.what());
    }

    private static boolean isHand(TimelineEntry entry, Actor actor) {
        return entry.by() != null
                && actor.persons().contains(entry.by())
                && !steers(entry)
                // At which drawn step that was, the work items say.
                && !entry.what().equals(DrawnDesk.DONE);
    }
}
