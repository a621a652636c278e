package id.siks.processadmin.migration;

import id.siks.casework.ModelNews;
import id.siks.casework.ModelTroubled;
import id.siks.processadmin.migration.Mapping.Built;
import id.siks.processadmin.migration.Migration.State;
import id.siks.processadmin.migration.MigrationCases.Case;
import id.siks.processadmin.run.ModelMessages;
import id.siks.processadmin.run.ModelTroubles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the cases of the migrations that run, some at a time. How far it is stands in the tables only: whoever comes after a
 * fall goes on there.
 */
@Component
class MigrationWorker {

    /** Cases that move together. */
    static final int AT_ONCE = 50;

    private static final int TRIES = 5;
    private static final long A_WHILE = TimeUnit.SECONDS.toNanos(2);
    private static final Logger LOG = LoggerFactory.getLogger(MigrationWorker.class);

    private final MigrationRows rows;
    private final MigrationCases known;
    private final Pairs pairs;
    private final Mapping mapping;
    private final Mover mover;
    private final TransactionTemplate transaction;
    private final ModelTroubles troubles;
    private final ModelMessages messages;

    MigrationWorker(
            MigrationRows rows,
            MigrationCases known,
            Pairs pairs,
            Mapping mapping,
            Mover mover,
            TransactionTemplate transaction,
            ModelTroubles troubles,
            ModelMessages messages) {
        this.rows = rows;
        this.known = known;
        this.pairs = pairs;
        this.mapping = mapping;
        this.mover = mover;
        this.transaction = transaction;
        this.troubles = troubles;
        this.messages = messages;
    }

    /** Works for a moment on each migration; others want the clock too, and one that cannot go on keeps none from it. */
    @Scheduled(fixedDelay = 1_000)
    void work() {
        for (Migration migration : rows.running()) {
            try {
                prepared(migration).ifPresent(this::forAWhile);
            } catch (RuntimeException later) {
                LOG.warn("Migration {} cannot go on now", migration.id(), later);
            }
        }
    }

    /** One batch; false when nothing is left to do for now. */
    boolean step(Migration migration) {
        return prepared(migration).map(this::batch).orElse(false);
    }

    /** Worked out once for many batches: neither the two versions nor the choice change any more. Paused when it is not sound. */
    private Optional<Move> prepared(Migration migration) {
        Pair pair = pairs.of(migration.key(), migration.source(), migration.target());
        Built built = mapping.build(pair, migration.choice());
        if (built.isSound()) {
            return Optional.of(new Move(migration, pair, built));
        }
        transaction.executeWithoutResult(s -> pause(migration, built.objections()));
        return Optional.empty();
    }

    /** Nobody is there at that moment: whoever planned and began it has to be told, and why it stopped stays. */
    private void pause(Migration migration, List<Objection> objections) {
        if (rows.lock(migration.id()).state() != State.RUNNING) {
            return;
        }
        String faults = objections.stream()
                .map(objection -> objection.fault().name())
                .distinct()
                .collect(Collectors.joining(","));
        rows.put(migration.id(), State.PAUSED, "PAUSED", null, faults);
        troubles.tell(ModelTroubled.Kind.MOVE_PAUSED, migration.words(), migration.hands());
    }

    private void forAWhile(Move move) {
        long end = System.nanoTime() + A_WHILE;
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = batch(move);
        }
    }

    private boolean batch(Move move) {
        try {
            return together(move);
        } catch (MigratingProcessInstanceValidationException refused) {
            stay(move.id(), refused.getValidationReport().getProcessInstanceId(), Trial.read(refused));
            return true;
        } catch (RuntimeException one) {
            // Whatever it is: one case must not keep the others, nor this migration the next.
            LOG.info("Cases of migration {} are moved one by one: {}", move.id(), one.getClass());
            return apart(move);
        }
    }

    private boolean together(Move move) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (rows.lock(move.id()).state() != State.RUNNING) {
                return false;
            }
            List<Case> cases = known.next(move.id(), AT_ONCE);
            if (cases.isEmpty()) {
                return goesOn(move);
            }
            settle(move, cases);
            return true;
        }));
    }

    /** Cases may have begun with the old version meanwhile. */
    private boolean goesOn(Move move) {
        if (known.enrol(move.id(), move.pair.sourceId()) > 0) {
            return true;
        }
        rows.put(move.id(), State.DONE, "DONE", null, null);
        messages.tell(ModelNews.Kind.MOVE_DONE, move.migration.words(), move.migration.hands(), null);
        return false;
    }

    /** Each case of a batch for itself, so that one that is busy does not keep the others. */
    private boolean apart(Move move) {
        List<Case> cases = transaction.execute(status -> known.next(move.id(), AT_ONCE));
        cases.forEach(one -> alone(move, one.instance()));
        return !cases.isEmpty();
    }

    private void alone(Move move, String instance) {
        try {
            transaction.executeWithoutResult(status -> {
                if (rows.lock(move.id()).state() == State.RUNNING) {
                    settle(move, known.next(move.id(), instance));
                }
            });
        } catch (MigratingProcessInstanceValidationException refused) {
            stay(move.id(), instance, Trial.read(refused));
        } catch (BranchRefused refused) {
            // The message might quote what a step was about.
            LOG.info(
                    "A branch is not begun for a case of migration {}: {}",
                    move.id(),
                    refused.getCause().getClass());
            stay(move.id(), instance, refused.objection());
        } catch (ProcessEngineException | DataAccessException busy) {
            postpone(move.id(), instance, MoveFault.BUSY);
        } catch (RuntimeException fault) {
            LOG.warn("A case of migration {} cannot be moved: {}", move.id(), fault.getClass());
            postpone(move.id(), instance, MoveFault.OTHER);
        }
    }

    private void settle(Move move, List<Case> cases) {
        mover.settle(move.migration, move.pair, move.built, cases);
    }

    private void postpone(long migration, String instance, MoveFault fault) {
        transaction.executeWithoutResult(status -> {
            if (known.failed(migration, instance) >= TRIES) {
                known.stayed(migration, instance, new Objection(null, fault));
            }
        });
    }

    private void stay(long migration, String instance, Objection why) {
        transaction.executeWithoutResult(status -> known.stayed(migration, instance, why));
    }

    /** A migration, ready to move cases. */
    private record Move(Migration migration, Pair pair, Built built) {

        long id() {
            return migration.id();
        }
    }
}
