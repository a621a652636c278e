package id.siks.platform.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All open user tasks as the engine's own tables have them, for whoever compares and repairs a list of them. */
@Component
public class EngineLedger {

    private static final String COMPLETED = "completed";

    // The area is a variable of the nearest execution that has one: several tasks of a process may belong to several
    // areas. Each step up is a look-up by key, written so that it stays one where the database guesses there are few
    // rows.
    private static final String PAGE =
            """
            select t.id_, t.task_def_key_, t.assignee_, t.due_date_,
              (select min(l.group_id_) from act_ru_identitylink l where l.task_id_ = t.id_) as role,
              (with recursive up as (
                 select e.parent_id_,
                   (select v.text_ from act_ru_variable v where v.var_scope_ = e.id_ and v.name_ = :area) as area
                 from act_ru_execution e where e.id_ = t.execution_id_
                 union all
                 select above.parent_id_, above.area
                 from up cross join lateral (
                   select e.parent_id_,
                     (select v.text_ from act_ru_variable v where v.var_scope_ = e.id_ and v.name_ = :area) as area
                   from act_ru_execution e where e.id_ = up.parent_id_ limit 1) above
                 where up.area is null)
               select area from up where area is not null limit 1) as area
            from act_ru_task t where t.id_ > :after order by t.id_ limit :limit""";

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService diagrams;

    EngineLedger(
            JdbcClient jdbc,
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            RepositoryService diagrams) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.diagrams = diagrams;
    }

    /**
     * Open tasks in the order of their ids.
     *
     * @param after id of the last one read, empty for the first page
     * @param limit most tasks wanted
     */
    public List<Line> after(String after, int limit) {
        // Thousands of small look-ups: to compile them takes the database twenty times as long as to do them.
        jdbc.sql("set local jit = off").update();
        return jdbc.sql(PAGE)
                .param("area", EngineVariables.AREA_CODE)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Line(
                        row.getString("id_"),
                        row.getString("task_def_key_"),
                        row.getString("role"),
                        row.getString("area"),
                        row.getString("assignee_"),
                        instant(row.getTimestamp("due_date_"))))
                .list();
    }

    /** How many tasks are open. */
    public long size() {
        return jdbc.sql("select count(*) from act_ru_task").query(Long.class).single();
    }

    /** The open task as it would be announced now; empty when it is not open. */
    public Optional<TaskOpened> open(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(this::announced);
    }

    /** True when somebody completed the task, false when it went without. */
    public boolean completed(String taskId) {
        HistoricTaskInstance past =
                history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult();
        return past != null && COMPLETED.equals(past.getDeleteReason());
    }

    private TaskOpened announced(Task task) {
        return new TaskOpened(
                task.getId(),
                task.getTaskDefinitionKey(),
                diagrams.getProcessDefinition(task.getProcessDefinitionId()).getKey(),
                runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey(),
                tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .findFirst()
                        .orElse(""),
                text(task, EngineVariables.AREA_CODE),
                text(task, EngineVariables.KIND),
                instant(task.getCreateTime()),
                instant(task.getDueDate()),
                task.getAssignee());
    }

    private String text(Task task, String variable) {
        Object value = tasks.getVariable(task.getId(), variable);
        return value == null ? "" : value.toString();
    }

    private static Instant instant(Date date) {
        return date == null ? null : Instant.ofEpochMilli(date.getTime());
    }

    /**
     * One open task.
     *
     * @param step id of the element in the diagram
     * @param role the candidate role, or null
     * @param area area the task belongs to, or null
     * @param assignee account id, or null
     * @param dueAt when it should be done, or null
     */
    public record Line(String id, String step, String role, String area, String assignee, Instant dueAt) {}
}
