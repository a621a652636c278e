package id.siks.worklist.model;

import id.siks.casework.CaseRef;
import id.siks.casework.OpenDues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells the calendar which open work has a due date it may move. */
@Component
class WorkDues implements OpenDues {

    // In the order of the index of open cases, so that what is done long ago is never read.
    private static final String PAGE =
            """
            select item_id, task_id, task_key, case_ref, kind, area_code, opened_at, due_at,
              due_moved_by is not null as by_hand
            from worklist.work_item
            where state = 'OPEN' and area_code like ? and opened_at >= ? and due_at >= ? and (case_ref, item_id) > (?, ?)
            order by case_ref, item_id limit ?""";

    private final JdbcTemplate jdbc;
    private final TaskHandlers handlers;

    WorkDues(JdbcTemplate jdbc, TaskHandlers handlers) {
        this.jdbc = jdbc;
        this.handlers = handlers;
    }

    @Override
    public List<OpenDue> page(String area, Instant openedFrom, Instant dueFrom, OpenDue after, int most, boolean lock) {
        return jdbc.query(
                lock ? PAGE + " for update" : PAGE,
                this::due,
                area + "%",
                Timestamp.from(openedFrom),
                Timestamp.from(dueFrom),
                after == null ? "" : after.ref().value(),
                after == null ? 0 : after.item(),
                most);
    }

    private OpenDue due(ResultSet row, int index) throws SQLException {
        String task = row.getString("task_key");
        return new OpenDue(
                row.getLong("item_id"),
                row.getString("task_id"),
                task,
                handlers.titleKey(task),
                new CaseRef(row.getString("case_ref")),
                row.getString("kind"),
                row.getString("area_code"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getBoolean("by_hand"));
    }
}
