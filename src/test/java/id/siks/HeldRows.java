package id.siks;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that this transaction holds and another one wants. */
public final class HeldRows {

    private HeldRows() {}

    /** Goes on when another connection waits for a row of this thread's transaction. */
    public static void untilWaitedFor(JdbcTemplate db) {
        Awaitility.await()
                .pollInSameThread()
                .until(() -> db.queryForObject(
                                "select count(*) from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))",
                                Integer.class)
                        > 0);
    }
}
