package id.siks.casework;

import id.siks.HeldRows;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two deeds at one case: the one is about to begin while the other already has its turn. */
@Component
public class TakenTurns {

    private final CaseTurns turns;
    private final TransactionTemplate transaction;
    private final JdbcTemplate db;

    TakenTurns(CaseTurns turns, TransactionTemplate transaction, JdbcTemplate db) {
        this.turns = turns;
        this.transaction = transaction;
        this.db = db;
    }

    /** Does {@code first} as soon as {@code later} waits for it; answers what becomes of {@code later}. */
    public CompletableFuture<Void> meanwhile(CaseRef ref, Runnable later, Runnable first) {
        return transaction.execute(status -> {
            turns.take(ref);
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(later);
            HeldRows.untilWaitedFor(db);
            first.run();
            return waiting;
        });
    }
}
