package id.siks.worklist;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Role;
import id.siks.platform.engine.TaskOpened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The life of the work items; every change is one statement in the transaction of the task itself. */
@Repository
class WorkItems {

    static final String COLUMNS =
            """
            item_id, task_id, task_key, case_ref, kind, role, area_code, opened_at, due_at, assignee, state, done_by,
            done_at, version\s""";

    private static final String OPEN =
            """
            insert into worklist.work_item
              (task_id, task_key, process_key, case_ref, kind, role, area_code, team_area, opened_at, due_at, assignee,
               state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')""";

    // Whoever had it when it was done is who did it: only the assignee may.
    private static final String CLOSE =
            """
            update worklist.work_item
            set state = ?, done_by = case when ? then assignee end, done_at = ?, version = version + 1
            where task_id = ? and state = 'OPEN' returning\s"""
                    + COLUMNS;

    private final JdbcTemplate jdbc;

    WorkItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void open(TaskOpened task) {
        Role role = Role.valueOf(task.role());
        jdbc.update(
                OPEN,
                task.taskId(),
                task.taskKey(),
                task.processKey(),
                task.caseRef(),
                task.kind(),
                task.role(),
                task.areaCode(),
                cut(task.areaCode(), role),
                Timestamp.from(task.openedAt()),
                Timestamp.from(task.dueAt()),
                account(task.assignee()));
    }

    /** Another hand has it; what was agreed with the one before is over. */
    void reassign(String taskId, String assignee) {
        jdbc.update(
                """
                update worklist.work_item
                set assignee = ?, owner = null, follow_up_at = null, stands_in_for = null, version = version + 1
                where task_id = ? and state = 'OPEN' and assignee is distinct from ?""",
                account(assignee),
                taskId,
                account(assignee));
    }

    void reschedule(String taskId, Instant dueAt) {
        jdbc.update(
                "update worklist.work_item set due_at = ?, version = version + 1 where task_id = ? and state = 'OPEN'",
                Timestamp.from(dueAt),
                taskId);
    }

    Optional<WorkItem> close(String taskId, boolean done, Instant at) {
        String state = (done ? WorkItem.State.DONE : WorkItem.State.GONE).name();
        return jdbc.query(CLOSE, WorkItems::item, state, done, Timestamp.from(at), taskId).stream()
                .findFirst();
    }

    Optional<WorkItem> find(String taskId) {
        return one("select " + COLUMNS + "from worklist.work_item where task_id = ?", taskId);
    }

    /** The item, kept from everybody else until the transaction ends. */
    Optional<WorkItem> lock(String taskId) {
        return one("select " + COLUMNS + "from worklist.work_item where task_id = ? for update", taskId);
    }

    List<WorkItem> openOf(CaseRef ref) {
        return jdbc.query(
                "select " + COLUMNS + "from worklist.work_item where case_ref = ? and state = 'OPEN' order by due_at",
                WorkItems::item,
                ref.value());
    }

    /** Open work the account has, in the order of the cases. */
    List<WorkItem> openWith(long account) {
        return jdbc.query(
                "select " + COLUMNS
                        + "from worklist.work_item where assignee = ? and state = 'OPEN' order by case_ref, item_id",
                WorkItems::item,
                account);
    }

    List<String> openTaskIds() {
        return jdbc.queryForList("select task_id from worklist.work_item where state = 'OPEN'", String.class);
    }

    /** The part of the area that is the usual territory of the role. */
    static String cut(String area, Role role) {
        return area.substring(0, Math.min(area.length(), role.digits()));
    }

    static WorkItem item(ResultSet row, int index) throws SQLException {
        Timestamp doneAt = row.getTimestamp("done_at");
        return new WorkItem(
                row.getLong("item_id"),
                row.getString("task_id"),
                row.getString("task_key"),
                new CaseRef(row.getString("case_ref")),
                row.getString("kind"),
                Role.valueOf(row.getString("role")),
                new AreaCode(row.getString("area_code")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getObject("assignee", Long.class),
                WorkItem.State.valueOf(row.getString("state")),
                row.getObject("done_by", Long.class),
                doneAt == null ? null : doneAt.toInstant(),
                row.getInt("version"));
    }

    private Optional<WorkItem> one(String sql, String taskId) {
        return jdbc.query(sql, WorkItems::item, taskId).stream().findFirst();
    }

    private static Long account(String assignee) {
        return assignee == null ? null : Long.valueOf(assignee);
    }
}
