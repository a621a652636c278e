package id.siks.worklist.bulk;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one deed to many pieces of work. Each is a transaction of its own, checked as if it were alone; what came of it is
 * noted in the same transaction, so that a request sent twice does nothing twice.
 */
@Component
class BulkRun {

    static final int MOST = 200;

    private final BulkRows rows;
    private final Refusals refusals;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    BulkRun(BulkRows rows, Refusals refusals, BusinessTime time, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.refusals = refusals;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Each once, in their order; refused at {@code item} when there are none or too many. */
    static List<String> distinct(Collection<String> taskIds) {
        List<String> asked = taskIds.stream().distinct().toList();
        if (asked.isEmpty()) {
            throw InvalidInput.at("item", "worklist.bulk.error.none");
        }
        if (asked.size() > MOST) {
            throw InvalidInput.at("item", "worklist.bulk.error.many", MOST);
        }
        return asked;
    }

    /** Does it to each; refused at {@code item} when there are none or too many. */
    void each(UUID key, What what, Collection<String> tasks, Actor actor, Consumer<String> deed) {
        List<String> asked = distinct(tasks);
        long account = actor.accountId();
        transaction.executeWithoutResult(status -> rows.begin(account, key, what, time.now()));
        for (int place = 0; place < asked.size(); place++) {
            one(key, asked.get(place), place, account, deed);
        }
    }

    /** What came of it, in the order of the list; {@link NotFound} when the actor did no such thing. */
    List<BulkRows.Result> results(UUID key, Actor actor) {
        if (deed(key, actor).isEmpty()) {
            throw new NotFound("bulk " + key);
        }
        return rows.results(actor.accountId(), key);
    }

    /** What was done; empty when nothing was. */
    Optional<What> deed(UUID key, Actor actor) {
        return rows.deed(actor.accountId(), key);
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

    /** What is done to many; the first four by those whose work it is, the others by those who supervise it. */
    enum What {
        CLAIM,
        RELEASE,
        GIVE,
        COMPLETE,
        REASSIGN,
        REMIND,
        NOTE,
        MOVE_DUE;

        boolean oversees() {
            return compareTo(REASSIGN) >= 0;
        }
    }
}
