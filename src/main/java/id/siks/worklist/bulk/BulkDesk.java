package id.siks.worklist.bulk;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.forms.FormSchema;
import id.siks.platform.forms.FormSchemas;
import id.siks.worklist.desk.WorkDesk;
import id.siks.worklist.desk.WorkDesk.Deed;
import id.siks.worklist.desk.WorkHanding;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import id.siks.worklist.talk.Sentences;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one deed to many pieces of work. Each is a transaction of its own, checked as if it were alone; what came of it is
 * noted in the same transaction, so that a request sent twice does nothing twice.
 */
@Service
class BulkDesk {

    static final int MOST = 200;

    private final WorkDesk desk;
    private final WorkHanding handing;
    private final WorkItems items;
    private final TaskHandlers handlers;
    private final FormSchemas schemas;
    private final BulkRows rows;
    private final Refusals refusals;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    BulkDesk(
            WorkDesk desk,
            WorkHanding handing,
            WorkItems items,
            TaskHandlers handlers,
            FormSchemas schemas,
            BulkRows rows,
            Refusals refusals,
            BusinessTime time,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.handing = handing;
        this.items = items;
        this.handlers = handlers;
        this.schemas = schemas;
        this.rows = rows;
        this.refusals = refusals;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The open work among {@code taskIds} that the actor's duties cover; refused at {@code item} when there is none. */
    List<WorkItem> chosen(Collection<String> taskIds, Actor actor) {
        List<String> asked = taskIds.stream().distinct().toList();
        if (asked.size() > MOST) {
            throw InvalidInput.at("item", "worklist.bulk.error.many", MOST);
        }
        List<WorkItem> found = asked.stream()
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
        return schemas.of(task).only(same);
    }

    void claim(UUID key, Collection<String> tasks, Actor actor) {
        each(key, What.CLAIM, tasks, actor, task -> desk.claim(task, actor));
    }

    void release(UUID key, Collection<String> tasks, Actor actor) {
        each(key, What.RELEASE, tasks, actor, task -> desk.release(task, actor));
    }

    void give(UUID key, Collection<String> tasks, String to, String reason, Actor actor) {
        Sentences.optional("giveReason", reason, WorkHanding.LONGEST);
        each(key, What.GIVE, tasks, actor, task -> handing.give(task, to, reason, actor));
    }

    /**
     * Gives the same answer to all.
     *
     * @param versions by task, what the page was made from
     * @param form fingerprint of the form the page was made from
     * @param sent what was answered; a fault stands at its field and nothing is done
     */
    void complete(UUID key, Map<String, Integer> versions, String form, Map<String, String[]> sent, Actor actor) {
        if (rows.deed(actor.accountId(), key).isEmpty()) {
            sheet(chosen(versions.keySet(), actor)).check(sent, time.today(ZoneOffset.UTC));
        }
        each(
                key,
                What.COMPLETE,
                versions.keySet(),
                actor,
                task -> completeOne(key, task, versions.get(task), form, sent, actor));
    }

    /** What came of it, in the order of the list; {@link NotFound} when the actor did no such thing. */
    List<BulkRows.Result> results(UUID key, Actor actor) {
        if (rows.deed(actor.accountId(), key).isEmpty()) {
            throw new NotFound("bulk " + key);
        }
        return rows.results(actor.accountId(), key);
    }

    /** What was done; empty when nothing was. */
    Optional<What> deed(UUID key, Actor actor) {
        return rows.deed(actor.accountId(), key);
    }

    /** Takes it first when nobody has it; both happen or neither. */
    private void completeOne(UUID key, String task, int version, String form, Map<String, String[]> sent, Actor actor) {
        WorkItem item = desk.locked(task, actor);
        if (item.version() != version) {
            throw Conflict.because("worklist.error.stale-page");
        }
        if (handlers.of(item.task()).sameForMany().isEmpty()) {
            throw InvalidInput.at("item", "worklist.bulk.error.alone");
        }
        if (item.assignee() == null) {
            desk.claim(task, actor);
        }
        int now = items.find(task).map(WorkItem::version).orElse(version);
        UUID own = UUID.nameUUIDFromBytes((key + task).getBytes(StandardCharsets.UTF_8));
        desk.complete(task, new Deed(own, now, form), sent, actor);
    }

    private void each(UUID key, What what, Collection<String> tasks, Actor actor, Consumer<String> deed) {
        List<String> asked = new ArrayList<>(tasks.stream().distinct().toList());
        if (asked.isEmpty()) {
            throw InvalidInput.at("item", "worklist.bulk.error.none");
        }
        if (asked.size() > MOST) {
            throw InvalidInput.at("item", "worklist.bulk.error.many", MOST);
        }
        long account = actor.accountId();
        transaction.executeWithoutResult(status -> rows.begin(account, key, what, time.now()));
        for (int place = 0; place < asked.size(); place++) {
            one(key, asked.get(place), place, account, deed);
        }
    }

    private void one(UUID key, String task, int place, long account, Consumer<String> deed) {
        try {
            transaction.executeWithoutResult(status -> {
                if (rows.note(account, key, task, place, null)) {
                    deed.accept(task);
                }
            });
        } catch (RuntimeException refused) {
            String why = refusals.words(refused);
            transaction.executeWithoutResult(status -> rows.note(account, key, task, place, why));
        }
    }

    /** What is done to many. */
    enum What {
        CLAIM,
        RELEASE,
        GIVE,
        COMPLETE
    }
}
