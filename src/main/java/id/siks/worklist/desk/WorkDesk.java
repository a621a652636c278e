package id.siks.worklist.desk;

import id.siks.area.Areas;
import id.siks.casework.CaseTurns;
import id.siks.casework.Moments;
import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.casework.TaskForm.Shown;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.Refused;
import id.siks.platform.engine.EngineTasks;
import id.siks.platform.forms.FormInput;
import id.siks.platform.forms.FormSchema;
import id.siks.platform.forms.FormSchemas;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import id.siks.worklist.row.NamesShown;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes, gives back and does one piece of work. Who may is checked again with the row in hand. */
@Service
@Transactional
public class WorkDesk {

    private final CaseTurns turns;
    private final WorkItems items;
    private final Handings handings;
    private final TaskHandlers handlers;
    private final FormSchemas schemas;
    private final EngineTasks engine;
    private final OnceOnly once;
    private final Actors actors;
    private final Areas areas;
    private final Moments moments;
    private final NamesShown shown;
    private final BusinessTime time;

    WorkDesk(
            CaseTurns turns,
            WorkItems items,
            Handings handings,
            TaskHandlers handlers,
            FormSchemas schemas,
            EngineTasks engine,
            OnceOnly once,
            Actors actors,
            Areas areas,
            Moments moments,
            NamesShown shown,
            BusinessTime time) {
        this.turns = turns;
        this.items = items;
        this.handings = handings;
        this.handlers = handlers;
        this.schemas = schemas;
        this.engine = engine;
        this.once = once;
        this.actors = actors;
        this.areas = areas;
        this.moments = moments;
        this.shown = shown;
        this.time = time;
    }

    /** The item, when the actor's duties cover it; {@link NotFound} else. */
    @Transactional(readOnly = true)
    public WorkItem look(String taskId, Actor actor) {
        return visible(items.find(taskId), actor, item -> isDutyOf(actor, item));
    }

    /** The item, when it is the actor who did it. */
    @Transactional(readOnly = true)
    public Optional<WorkItem> lastDone(String taskId, Actor actor) {
        return items.find(taskId).filter(item -> Objects.equals(item.doneBy(), actor.accountId()));
    }

    /** Everything the page of an open task shows; whose data it shows is written down. */
    @Transactional
    Sheet sheet(WorkItem item, Actor actor) {
        TaskForm handler = handlers.of(item.task());
        OpenTask task = item.asOpenTask();
        Shown page = handler.shown(task, actor);
        shown.page(item.ref(), handler.alsoNames(page.model()), item.task(), actor);
        FormSchema schema = schemas.of(item.task()).given(page.initial());
        return new Sheet(handler.view(), page.model(), schema, page.initial());
    }

    /** Key of what is said of a task that has gone by itself; its argument is the moment. */
    String gone(WorkItem item) {
        return handlers.gone(item.task(), "worklist.closed.gone");
    }

    /** Key of the sentence for somebody who may not do just this one, or null. */
    @Transactional(readOnly = true)
    String barred(WorkItem item, Actor actor) {
        return handlers.of(item.task()).barred(item.asOpenTask(), actor);
    }

    /** Takes the task; taken by himself already, nothing changes. {@link Refused} when he may not do it. */
    public void claim(String taskId, Actor actor) {
        WorkItem item = locked(taskId, actor);
        if (item.isOf(actor.accountId())) {
            return;
        }
        if (item.assignee() != null) {
            throw Conflict.because("worklist.error.taken", actors.nameOf(item.assignee()));
        }
        String barred = barred(item, actor);
        if (barred != null) {
            throw Refused.because(barred);
        }
        engine.assign(taskId, actor.id());
    }

    /** Gives the task back to the team. */
    public void release(String taskId, Actor actor) {
        requireOwn(locked(taskId, actor), actor);
        engine.assign(taskId, null);
    }

    /**
     * Does the task with what the page sent.
     *
     * @param deed idempotency key and the versions the page was made from
     * @param sent parameters of the request
     */
    public void complete(String taskId, Deed deed, Map<String, String[]> sent, Actor actor) {
        look(taskId, actor);
        once.once(deed.key(), actor.accountId(), "/worklist?done=" + taskId, () -> {
            WorkItem item = locked(taskId, actor);
            requireOwn(item, actor);
            TaskForm handler = handlers.of(item.task());
            OpenTask task = item.asOpenTask();
            FormSchema schema = schemas.of(item.task()).given(handler.initial(task, actor));
            if (deed.version() != item.version() || !schema.fingerprint().equals(deed.form())) {
                throw Conflict.because("worklist.error.stale-page");
            }
            FormInput input = schema.check(sent, time.today(areas.zoneOf(item.area())));
            engine.racing(() -> handler.complete(task, input, actor));
        });
    }

    /**
     * The open item with the case's turn and the row in hand, until the transaction ends. The wait for them may be long:
     * whose duty it is then counts ({@link NotFound} else).
     */
    public WorkItem locked(String taskId, Actor actor) {
        return locked(taskId, actor, WorkDesk::isDutyOf);
    }

    /** The same for whoever may see it; {@link NotFound} when {@code seen} says no, before the wait or after it. */
    public WorkItem locked(String taskId, Actor actor, BiPredicate<Actor, WorkItem> seen) {
        turns.take(visible(items.find(taskId), actor, found -> seen.test(actor, found))
                .ref());
        Optional<WorkItem> found = items.lock(taskId);
        Actor now = actors.again(actor);
        WorkItem item = visible(found, now, held -> seen.test(now, held));
        if (item.state() == WorkItem.State.DONE) {
            throw Conflict.because("worklist.error.done", actors.nameOf(item.doneBy()), moment(item));
        }
        if (!item.isOpen()) {
            throw Conflict.because(handlers.gone(item.task(), "worklist.error.gone"), moment(item));
        }
        return item;
    }

    /** True while it is open and the actor's to do. */
    @Transactional(readOnly = true)
    boolean mayDo(WorkItem item, Actor actor) {
        return item.isOpen()
                && item.isOf(actor.accountId())
                && handings.of(item.taskId()).owner() == null;
    }

    /** {@link Conflict} unless the actor has it and does not only work on it for somebody else. */
    void requireOwn(WorkItem item, Actor actor) {
        requireAssignee(item, actor);
        Long owner = handings.of(item.taskId()).owner();
        if (owner != null) {
            throw Conflict.because("worklist.error.asked", actors.nameOf(owner));
        }
    }

    /** {@link Conflict} unless the actor has it. */
    void requireAssignee(WorkItem item, Actor actor) {
        if (item.assignee() == null) {
            throw Conflict.because("worklist.error.not-taken");
        }
        if (!item.isOf(actor.accountId())) {
            throw Conflict.because("worklist.error.taken", actors.nameOf(item.assignee()));
        }
    }

    private WorkItem visible(Optional<WorkItem> found, Actor actor, Predicate<WorkItem> seen) {
        WorkItem item = found.orElseThrow(() -> new NotFound("task"));
        if (!seen.test(item)) {
            shown.refused(item.ref(), item.task(), actor);
            throw new NotFound("task for account " + actor.id());
        }
        return item;
    }

    private static boolean isDutyOf(Actor actor, WorkItem item) {
        return actor.holds(item.role(), item.area());
    }

    private String moment(WorkItem item) {
        return moments.full(item.doneAt(), item.area());
    }

    /** What the page was made from. */
    public record Deed(UUID key, int version, String form) {}

    /** What the page of an open task shows. */
    record Sheet(String view, Map<String, Object> model, FormSchema schema, Map<String, Object> initial) {}
}
