package id.siks.worklist.model;

import id.siks.platform.engine.EngineLedger.Line;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All open items, in the form in which the engine tells its open tasks. */
@Repository
class ItemLedger {

    private final JdbcClient jdbc;

    ItemLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Open items by the ids of their tasks: those after one id, up to another or to the end.
     *
     * @param until the last id wanted, or null for no end
     */
    Map<String, Line> between(String after, String until) {
        Map<String, Line> lines = new HashMap<>();
        jdbc.sql(
                        """
                        select task_id, task_key, role, area_code, assignee, due_at from worklist.work_item
                        where state = 'OPEN' and task_id > :after and (:until::text is null or task_id <= :until)""")
                .param("after", after)
                .param("until", until)
                .query(row -> {
                    String id = row.getString("task_id");
                    Instant dueAt = row.getTimestamp("due_at").toInstant();
                    lines.put(
                            id,
                            new Line(
                                    id,
                                    row.getString("task_key"),
                                    row.getString("role"),
                                    row.getString("area_code"),
                                    row.getString("assignee"),
                                    dueAt));
                });
        return lines;
    }

    /** How many items are open. */
    long size() {
        return jdbc.sql("select count(*) from worklist.work_item where state = 'OPEN'")
                .query(Long.class)
                .single();
    }
}
