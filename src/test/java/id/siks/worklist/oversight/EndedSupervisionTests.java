package id.siks.worklist.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.HeldRows;
import id.siks.area.AreaCode;
import id.siks.casework.CaseTurns;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.NotFound;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorklistTest;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever waits for a case's turn steers its work with what he still is then (requirement 12). */
class EndedSupervisionTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("5312");

    @Autowired
    Oversight oversight;

    @Autowired
    CaseTurns turns;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate db;

    @Test
    void a_supervisor_whose_duty_ends_while_he_waits_moves_no_deadline() {
        Actor verifier = people.verifier(REGENCY);
        String task = work.open(freshVillage(REGENCY), null);
        WorkItem item = items.find(task).orElseThrow();
        Instant due = item.dueAt();
        String day = workingDay(REGENCY, 10).toString();

        CompletableFuture<Void> moved = transaction.execute(status -> {
            turns.take(item.ref());
            CompletableFuture<Void> begun =
                    CompletableFuture.runAsync(() -> oversight.moveDue(task, day, "Jembatan ke desa putus.", verifier));
            HeldRows.untilWaitedFor(db);
            accounts.end(verifier.accountId(), Assignment.of(Role.REGENCY_VERIFIER, REGENCY));
            return begun;
        });

        assertThatThrownBy(moved::join).hasCauseInstanceOf(NotFound.class);
        assertThat(items.find(task).orElseThrow().dueAt()).isEqualTo(due);
    }
}
