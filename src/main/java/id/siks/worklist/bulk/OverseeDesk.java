package id.siks.worklist.bulk;

import id.siks.identity.Actor;
import id.siks.platform.Faults;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.worklist.bulk.BulkRun.What;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import id.siks.worklist.oversight.Oversight;
import id.siks.worklist.oversight.Supervision;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What a supervisor does about many pieces of work of others. */
@Service
class OverseeDesk {

    private final Oversight oversight;
    private final Supervision supervision;
    private final WorkItems items;
    private final BulkRun run;

    OverseeDesk(Oversight oversight, Supervision supervision, WorkItems items, BulkRun run) {
        this.oversight = oversight;
        this.supervision = supervision;
        this.items = items;
        this.run = run;
    }

    /**
     * The open work among {@code taskIds} with which the actor may do the deed; refused at {@code item} when there is none,
     * and {@link NotFound} when all of it lies in areas he does not supervise.
     *
     * @param steering true for a deed that decides about the work: passing it on, moving its deadline
     */
    List<WorkItem> chosen(Collection<String> taskIds, boolean steering, Actor actor) {
        List<WorkItem> found = BulkRun.distinct(taskIds).stream()
                .flatMap(id -> items.find(id).stream())
                .filter(item -> supervision.covers(actor, item))
                .toList();
        if (found.isEmpty()) {
            throw new NotFound("work to oversee");
        }
        List<WorkItem> open = found.stream()
                .filter(item -> item.isOpen() && supervision.over(actor, item))
                .toList();
        if (open.isEmpty()) {
            throw InvalidInput.at("item", "worklist.oversight.error.none");
        }
        if (steering && !supervision.steersAny(actor, open)) {
            throw InvalidInput.at("item", "worklist.oversight.error.steers-not");
        }
        return open.stream()
                .filter(item -> !steering || supervision.steers(actor, item))
                .toList();
    }

    void reassign(UUID key, Collection<String> tasks, String to, String reason, Actor actor) {
        run.each(key, What.REASSIGN, tasks, actor, task -> oversight.reassign(task, to, reason, actor));
    }

    void remind(UUID key, Collection<String> tasks, Actor actor) {
        run.each(key, What.REMIND, tasks, actor, task -> oversight.remind(task, actor));
    }

    void note(UUID key, Collection<String> tasks, String words, Actor actor) {
        run.each(key, What.NOTE, tasks, actor, task -> oversight.note(task, words, actor));
    }

    /** Refused at {@code dueDay} and {@code dueReason} as in {@link #moveDue}, before it is begun. */
    void requireDue(List<WorkItem> chosen, String day, String reason) {
        Faults faults = new Faults();
        faults.check(() -> oversight.requireDay(day, chosen));
        faults.check(() -> Oversight.reason(reason));
        faults.refuse();
    }

    void moveDue(UUID key, Collection<String> tasks, String day, String reason, Actor actor) {
        run.each(key, What.MOVE_DUE, tasks, actor, task -> oversight.moveDue(task, day, reason, actor));
    }

    /** True when it was begun already: a request sent again goes on with what is left of it, unchecked as a whole. */
    boolean isBegun(UUID key, Actor actor) {
        return run.deed(key, actor).isPresent();
    }
}
