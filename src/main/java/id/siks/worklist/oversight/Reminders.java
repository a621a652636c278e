package id.siks.worklist.oversight;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When supervisors last reminded of which work. */
@Repository
class Reminders {

    private final JdbcClient jdbc;

    Reminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a reminder at {@code now}; false, and nothing noted, when there was one since {@code today} began. */
    boolean mark(String taskId, Instant now, Instant today) {
        return jdbc.sql(
                                """
                                update worklist.work_item set reminded_at = :now
                                where task_id = :task and (reminded_at is null or reminded_at < :today)""")
                        .param("now", Timestamp.from(now))
                        .param("today", Timestamp.from(today))
                        .param("task", taskId)
                        .update()
                == 1;
    }
}
