package id.siks.processadmin.migration;

import id.siks.processadmin.migration.Mapping.Built;
import id.siks.processadmin.migration.Migration.State;
import id.siks.processadmin.migration.MigrationCases.Case;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    MigrationWorker(
            MigrationRows rows,
            MigrationCases known,
            Pairs pairs,
            Mapping mapping,
            Mover mover,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.known = known;
        this.pairs = pairs;
        this.mapping = mapping;
        this.mover = mover;
        this.transaction = transaction;
    }

    /** Works for a moment on each migration; others want the clock too. */
    @Scheduled(fixedDelay = 1_000)
    void work() {
        for (Migration migration : rows.running()) {
            long end = System.nanoTime() + A_WHILE;
            boolean more = true;
            while (more && System.nanoTime() < end) {
                more = step(migration);
            }
        }
    }

    /** One batch; false when nothing is left to do for now. */
    boolean step(Migration migration) {
        Pair pair = pairs.of(migration.key(), migration.source(), migration.target());
        Built built = mapping.build(pair, migration.choice());
        if (!built.isSound()) {
            transaction.executeWithoutResult(s -> rows.put(migration.id(), State.PAUSED, "PAUSED", null));
            return false;
        }
        try {
            return together(migration, pair, built);
        } catch (MigratingProcessInstanceValidationException refused) {
            stay(migration, refused.getValidationReport().getProcessInstanceId(), Trial.read(refused));
            return true;
        } catch (RuntimeException one) {
            // Whatever it is: one case must not keep the others, nor this migration the next.
            LOG.info("Cases of migration {} are moved one by one: {}", migration.id(), one.getClass());
            return apart(migration, pair, built);
        }
    }

    private boolean together(Migration migration, Pair pair, Built built) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (rows.lock(migration.id()).state() != State.RUNNING) {
                return false;
            }
            List<Case> cases = known.next(migration.id(), AT_ONCE);
            if (cases.isEmpty()) {
                return goesOn(migration, pair);
            }
            mover.settle(migration, pair, built, cases);
            return true;
        }));
    }

    /** Cases may have begun with the old version meanwhile. */
    private boolean goesOn(Migration migration, Pair pair) {
        if (known.enrol(migration.id(), pair.sourceId()) > 0) {
            return true;
        }
        rows.put(migration.id(), State.DONE, "DONE", null);
        return false;
    }

    /** Each case of a batch for itself, so that one that is busy does not keep the others. */
    private boolean apart(Migration migration, Pair pair, Built built) {
        List<Case> cases = transaction.execute(status -> known.next(migration.id(), AT_ONCE));
        for (Case one : cases) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (rows.lock(migration.id()).state() == State.RUNNING) {
                        mover.settle(migration, pair, built, known.next(migration.id(), one.instance()));
                    }
                });
            } catch (MigratingProcessInstanceValidationException refused) {
                stay(migration, one.instance(), Trial.read(refused));
            } catch (BranchRefused refused) {
                // The message might quote what a step was about.
                LOG.info(
                        "A branch is not begun for a case of migration {}: {}",
                        migration.id(),
                        refused.getCause().getClass());
                stay(migration, one.instance(), refused.objection());
            } catch (ProcessEngineException | DataAccessException busy) {
                postpone(migration, one.instance(), MoveFault.BUSY);
            } catch (RuntimeException fault) {
                LOG.warn("A case of migration {} cannot be moved: {}", migration.id(), fault.getClass());
                postpone(migration, one.instance(), MoveFault.OTHER);
            }
        }
        return !cases.isEmpty();
    }

    private void postpone(Migration migration, String instance, MoveFault fault) {
        transaction.executeWithoutResult(status -> {
            if (known.failed(migration.id(), instance) >= TRIES) {
                known.stayed(migration.id(), instance, new Objection(null, fault));
            }
        });
    }

    private void stay(Migration migration, String instance, Objection why) {
        transaction.executeWithoutResult(status -> known.stayed(migration.id(), instance, why));
    }
}
