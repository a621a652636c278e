package id.siks.worklist.bulk;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.forms.FormSchema;
import id.siks.platform.forms.FormSchemas;
import id.siks.worklist.bulk.BulkRun.What;
import id.siks.worklist.desk.WorkDesk;
import id.siks.worklist.desk.WorkDesk.Deed;
import id.siks.worklist.desk.WorkHanding;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Takes, gives back, passes on and decides many pieces of work of one's own team. */
@Service
class BulkDesk {

    private final WorkDesk desk;
    private final WorkHanding handing;
    private final WorkItems items;
    private final TaskHandlers handlers;
    private final FormSchemas schemas;
    private final BulkRun run;
    private final Refusals refusals;
    private final BusinessTime time;

    BulkDesk(
            WorkDesk desk,
            WorkHanding handing,
            WorkItems items,
            TaskHandlers handlers,
            FormSchemas schemas,
            BulkRun run,
            Refusals refusals,
            BusinessTime time) {
        this.desk = desk;
        this.handing = handing;
        this.items = items;
        this.handlers = handlers;
        this.schemas = schemas;
        this.run = run;
        this.refusals = refusals;
        this.time = time;
    }

    /** The open work among {@code taskIds} that the actor's duties cover; refused at {@code item} when there is none. */
    List<WorkItem> chosen(Collection<String> taskIds, Actor actor) {
        List<WorkItem> found = BulkRun.distinct(taskIds).stream()
                .flatMap(id -> items.find(id).stream())
                .filter(item -> item.isOpen() && actor.holds(item.role(), item.area()))
                .toList();
        if (found.isEmpty()) {
            throw InvalidInput.at("item", "worklist.bulk.error.none");
        }
        return found;
    }

    /** What may be answered the same for all; refused at {@code item} when their form does not allow it. */
    FormSchema sheet(List<WorkItem> chosen) {
        Set<String> tasks = chosen.stream().map(WorkItem::task).collect(java.util.stream.Collectors.toSet());
        if (tasks.size() > 1) {
            throw InvalidInput.at("item", "worklist.bulk.error.mixed");
        }
        String task = tasks.iterator().next();
        Set<String> same = handlers.of(task).sameForMany();
        if (same.isEmpty()) {
            throw InvalidInput.at("item", "worklist.bulk.error.alone");
        }
        return schemas.of(task).forMany(same);
    }

    void claim(UUID key, Collection<String> tasks, Actor actor) {
        run.each(key, What.CLAIM, tasks, actor, task -> desk.claim(task, actor));
    }

    void release(UUID key, Collection<String> tasks, Actor actor) {
        run.each(key, What.RELEASE, tasks, actor, task -> desk.release(task, actor));
    }

    void give(UUID key, Collection<String> tasks, String to, String reason, Actor actor) {
        run.each(key, What.GIVE, tasks, actor, task -> handing.give(task, to, reason, actor));
    }

    /**
     * Gives the same answer to all.
     *
     * @param versions by task, what the page was made from
     * @param form fingerprint of the form the page was made from
     * @param sent what was answered; a fault stands at its field and nothing is done
     */
    void complete(UUID key, Map<String, Integer> versions, String form, Map<String, String[]> sent, Actor actor) {
        if (!isBegun(key, actor)) {
            sheet(chosen(versions.keySet(), actor)).check(sent, time.today(ZoneOffset.UTC));
        }
        run.each(
                key,
                What.COMPLETE,
                versions.keySet(),
                actor,
                task -> completeOne(key, task, versions.get(task), form, sent, actor));
    }

    /** True when it was begun already: a request sent again goes on with what is left of it, unchecked as a whole. */
    boolean isBegun(UUID key, Actor actor) {
        return run.deed(key, actor).isPresent();
    }

    /** Takes it first, so that whoever has it by now is named; both happen or neither. */
    private void completeOne(UUID key, String task, int version, String form, Map<String, String[]> sent, Actor actor) {
        WorkItem item = desk.locked(task, actor);
        desk.claim(task, actor);
        if (item.version() != version) {
            throw Conflict.because("worklist.error.stale-page");
        }
        if (handlers.of(item.task()).sameForMany().isEmpty()) {
            throw InvalidInput.at("item", "worklist.bulk.error.alone");
        }
        int now = items.find(task).map(WorkItem::version).orElse(version);
        UUID own = UUID.nameUUIDFromBytes((key + task).getBytes(StandardCharsets.UTF_8));
        try {
            desk.complete(task, new Deed(own, now, form), sent, actor);
        } catch (InvalidInput invalid) {
            throw refusals.atField(invalid, schemas.of(item.task()));
        }
    }
}
