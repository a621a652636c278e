package id.siks.worklist.desk;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was agreed about open work between the hands it passes through. Another assignee ends all of it. */
@Repository
class Handings {

    private static final Handing NOTHING = new Handing(null, null, null, null);

    private final JdbcClient jdbc;

    Handings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Handing of(String taskId) {
        return jdbc.sql(
                        """
                        select owner, owner_stands_in_for, follow_up_at, stands_in_for
                        from worklist.work_item where task_id = :task""")
                .param("task", taskId)
                .query((row, number) -> {
                    Timestamp followUp = row.getTimestamp("follow_up_at");
                    return new Handing(
                            row.getObject("owner", Long.class),
                            row.getObject("owner_stands_in_for", Long.class),
                            followUp == null ? null : followUp.toInstant(),
                            row.getObject("stands_in_for", Long.class));
                })
                .optional()
                .orElse(NOTHING);
    }

    /** The assignee works on it for {@code owner}, whose it is unless he has it because {@code absent} is on leave. */
    void ownedBy(String taskId, Long owner, Long absent) {
        set("owner", taskId, owner, Types.BIGINT);
        set("owner_stands_in_for", taskId, absent, Types.BIGINT);
    }

    /** It sleeps until {@code at}; null wakes it. */
    void followUp(String taskId, Instant at) {
        set("follow_up_at", taskId, at == null ? null : Timestamp.from(at), Types.TIMESTAMP);
    }

    /** The assignee has it because {@code absent} is on leave. */
    void standsInFor(String taskId, Long absent) {
        set("stands_in_for", taskId, absent, Types.BIGINT);
    }

    private void set(String column, String taskId, Object value, int type) {
        jdbc.sql("update worklist.work_item set " + column + " = :value, version = version + 1 where task_id = :task")
                .param("value", value, type)
                .param("task", taskId)
                .update();
    }

    /**
     * What was agreed about one piece of work.
     *
     * @param owner account that gets it back, or null
     * @param ownerStandsInFor account on leave whose work it is that the owner lent, or null
     * @param followUpAt until when it sleeps, or null
     * @param standsInFor account on leave whose work it is, or null
     */
    record Handing(Long owner, Long ownerStandsInFor, Instant followUpAt, Long standsInFor) {

        /** For whom on leave {@code account} has it once it is given back to him; null when it is his own. */
        Long backInPlaceOf(long account) {
            return owner == account ? ownerStandsInFor : owner;
        }
    }
}
