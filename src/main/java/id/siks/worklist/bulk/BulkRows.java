package id.siks.worklist.bulk;

import id.siks.platform.retention.Perishable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of deeds done to many pieces of work, kept for a month. */
@Component
class BulkRows implements Perishable {

    private static final String ONE = "account_id = :account and bulk_id = :bulk";

    private final JdbcClient jdbc;

    BulkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins it; begun already it stays as it is. */
    void begin(long account, UUID bulk, BulkRun.What deed, Instant at) {
        jdbc.sql(
                        """
                        insert into worklist.bulk (account_id, bulk_id, deed, at) values (:account, :bulk, :deed, :at)
                        on conflict do nothing""")
                .param("account", account)
                .param("bulk", bulk)
                .param("deed", deed.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Notes what came of one piece; a repeat waits for the first to end.
     *
     * @param why the sentence with which it was refused, or null when it is done
     * @return false when it is noted already
     */
    boolean note(long account, UUID bulk, String taskId, int place, String why) {
        return jdbc.sql(
                                """
                                insert into worklist.bulk_item (account_id, bulk_id, task_id, place, done, why)
                                values (:account, :bulk, :task, :place, :done, :why) on conflict do nothing""")
                        .param("account", account)
                        .param("bulk", bulk)
                        .param("task", taskId)
                        .param("place", place)
                        .param("done", why == null)
                        .param("why", why, java.sql.Types.VARCHAR)
                        .update()
                == 1;
    }

    Optional<BulkRun.What> deed(long account, UUID bulk) {
        return jdbc.sql("select deed from worklist.bulk where " + ONE)
                .param("account", account)
                .param("bulk", bulk)
                .query(String.class)
                .optional()
                .map(BulkRun.What::valueOf);
    }

    List<Result> results(long account, UUID bulk) {
        return jdbc.sql("select task_id, done, why from worklist.bulk_item where " + ONE + " order by place")
                .param("account", account)
                .param("bulk", bulk)
                .query((row, number) ->
                        new Result(row.getString("task_id"), row.getBoolean("done"), row.getString("why")))
                .list();
    }

    @Override
    public String kind() {
        return "worklist.bulk";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return jdbc.sql(
                        """
                        delete from worklist.bulk where (account_id, bulk_id) in (
                          select account_id, bulk_id from worklist.bulk where at < :before limit :most)""")
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    /** What came of one piece; {@code why} is null when it is done. */
    record Result(String taskId, boolean done, String why) {}
}
