package id.siks.worklist.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseHint;
import id.siks.casework.CaseRef;
import id.siks.identity.Role;
import id.siks.platform.engine.TaskOpened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The life of the work items; every change is one statement in the transaction of the task itself. */
@Component
public class WorkItems {

    /** The columns {@link #item} reads, for a query of one's own. */
    public static final String COLUMNS =
            """
            item_id, task_id, task_key, case_ref, kind, role, area_code, opened_at, due_at, assignee, state, done_by,
            done_at, asked_by, version\s""";

    private static final String OPEN =
            """
            insert into worklist.work_item
              (task_id, task_key, process_key, case_ref, kind, role, area_code, team_area, opened_at, due_at, assignee,
               stage, subject, asked_by, returned, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              ? or exists (select 1 from worklist.work_item before
                           where before.case_ref = ? and before.task_key = ? and before.area_code = ?),
              'OPEN') returning\s"""
                    + COLUMNS;

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

    /** A task waits; {@code hint} is what casework says of its case, or null when it knows nothing of it. */
    WorkItem open(TaskOpened task, CaseHint hint) {
        Role role = Role.valueOf(task.role());
        return jdbc.queryForObject(
                OPEN,
                WorkItems::item,
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
                account(task.assignee()),
                Stage.of(task.taskKey()).name(),
                hint == null ? "" : hint.subject(),
                hint == null ? null : hint.lastActor(),
                hint != null && hint.cameBack(),
                task.caseRef(),
                task.taskKey(),
                task.areaCode());
    }

    /**
     * The item in another hand, empty when that is no change; what was agreed with the one before is over.
     *
     * @param by account of who changes it, or null for the system
     */
    Optional<WorkItem> reassign(String taskId, String assignee, Instant at, Long by) {
        return one(
                """
                update worklist.work_item
                set assignee = ?, owner = null, owner_stands_in_for = null, follow_up_at = null, stands_in_for = null,
                    changed_at = ?, changed_by = ?, version = version + 1
                where task_id = ? and state = 'OPEN' and assignee is distinct from ? returning\s"""
                        + COLUMNS,
                account(assignee),
                Timestamp.from(at),
                by,
                taskId,
                account(assignee));
    }

    /** The item with another due date; it does not sleep beyond it. */
    Optional<WorkItem> reschedule(String taskId, Instant dueAt, Instant at, Long by) {
        return one(
                """
                update worklist.work_item
                set due_at = ?, follow_up_at = case when follow_up_at <= ? then follow_up_at end, changed_at = ?,
                    changed_by = ?, version = version + 1
                where task_id = ? and state = 'OPEN' returning\s"""
                        + COLUMNS,
                Timestamp.from(dueAt),
                Timestamp.from(dueAt),
                Timestamp.from(at),
                by,
                taskId);
    }

    /** The open item at another step. */
    WorkItem move(String taskId, String taskKey, Instant at, Long by) {
        return one(
                        """
                        update worklist.work_item
                        set task_key = ?, stage = ?, changed_at = ?, changed_by = ?, version = version + 1
                        where task_id = ? and state = 'OPEN' returning\s"""
                                + COLUMNS,
                        taskKey,
                        Stage.of(taskKey).name(),
                        Timestamp.from(at),
                        by,
                        taskId)
                .orElseThrow();
    }

    /** The open item with another role or area, and so in another team. */
    void place(String taskId, Role role, String area) {
        jdbc.update(
                """
                update worklist.work_item set role = ?, area_code = ?, team_area = ?, version = version + 1
                where task_id = ? and state = 'OPEN'""",
                role.name(),
                area,
                cut(area, role),
                taskId);
    }

    /** Also what is done is found and sorted by the name it is shown with. */
    void rename(List<CaseRef> refs, String subject) {
        jdbc.update(
                "update worklist.work_item set subject = ? where case_ref = any (?) and subject <> ?",
                subject,
                CaseRef.values(refs),
                subject);
    }

    /** Pages made of the case's open work are refused from now on. */
    void outdatePages(CaseRef ref) {
        jdbc.update(
                "update worklist.work_item set version = version + 1 where case_ref = ? and state = 'OPEN'",
                ref.value());
    }

    Optional<WorkItem> close(String taskId, boolean done, Instant at) {
        String state = (done ? WorkItem.State.DONE : WorkItem.State.GONE).name();
        return jdbc.query(CLOSE, WorkItems::item, state, done, Timestamp.from(at), taskId).stream()
                .findFirst();
    }

    /** The item of a task, whatever became of it; empty when there never was one. */
    public Optional<WorkItem> find(String taskId) {
        return one("select " + COLUMNS + "from worklist.work_item where task_id = ?", taskId);
    }

    /** The item, kept from everybody else until the transaction ends. */
    public Optional<WorkItem> lock(String taskId) {
        return one("select " + COLUMNS + "from worklist.work_item where task_id = ? for update", taskId);
    }

    /** What is due first of what waits in a case; empty when nothing does. */
    public Optional<WorkItem> firstOpenOf(CaseRef ref) {
        return one(
                "select " + COLUMNS
                        + "from worklist.work_item where case_ref = ? and state = 'OPEN' order by due_at limit 1",
                ref.value());
    }

    /** True when one of the accounts has done work of another step in the case. */
    public boolean doneAtOtherStep(CaseRef ref, String task, Collection<Long> accounts) {
        return one(
                        "select " + COLUMNS
                                + "from worklist.work_item where case_ref = ? and task_key <> ? and state = 'DONE'"
                                + " and done_by = any (?) limit 1",
                        ref.value(),
                        task,
                        accounts.toArray(Long[]::new))
                .isPresent();
    }

    /** Takes an item away that should never have been closed. */
    Optional<WorkItem> forget(String taskId) {
        return one("delete from worklist.work_item where task_id = ? returning " + COLUMNS, taskId);
    }

    /** Open work the account has, in the order of the cases. */
    public List<WorkItem> openWith(long account) {
        return openWhere("assignee", account);
    }

    /** Open work the account has asked others to do, in the order of the cases. */
    public List<WorkItem> lentBy(long account) {
        return openWhere("owner", account);
    }

    /** The part of the area that is the usual territory of the role. */
    public static String cut(String area, Role role) {
        return area.substring(0, Math.min(area.length(), role.digits()));
    }

    /** An item from a row that has the {@link #COLUMNS}. */
    public static WorkItem item(ResultSet row, int index) throws SQLException {
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
                row.getObject("asked_by", Long.class),
                row.getInt("version"));
    }

    private List<WorkItem> openWhere(String whose, long account) {
        return jdbc.query(
                "select " + COLUMNS + "from worklist.work_item where " + whose
                        + " = ? and state = 'OPEN' order by case_ref, item_id",
                WorkItems::item,
                account);
    }

    private Optional<WorkItem> one(String sql, Object... values) {
        return jdbc.query(sql, WorkItems::item, values).stream().findFirst();
    }

    private static Long account(String assignee) {
        return assignee == null ? null : Long.valueOf(assignee);
    }
}
