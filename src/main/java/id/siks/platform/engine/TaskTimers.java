package id.siks.platform.engine;

import id.siks.platform.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The timer at an open user task: a boundary event that interrupts nothing, called as the task with {@link #ELEMENT} behind
 * it. There is at most one job for it, armed anew when it has fired and moved with the due date. Tasks that one element
 * opens side by side have one timer together.
 */
@Component
public class TaskTimers {

    /** What the id of a task is followed by in the id of its timer. */
    public static final String ELEMENT = "-delayed";

    private static final String ROLE =
            """
            coalesce((select l.group_id_ from act_ru_identitylink l
                where l.task_id_ = t.id_ and l.group_id_ is not null order by l.id_ limit 1), '') as role""";

    // The nearest area counts: each of many tasks has its own. The body around tasks side by side counts them.
    private static final String PLACES =
            """
            select t.id_, t.task_def_key_, t.assignee_, t.due_date_, t.create_time_, root.business_key_,
              (select d.key_ from act_re_procdef d where d.id_ = t.proc_def_id_) as process_key,
              case when body.id_ is null then e.id_ else up.id_ end as scope,
              coalesce(area.text_, '') as area, coalesce(kind.text_, '') as kind,
              %s
            from act_ru_task t
            join act_ru_execution e on e.id_ = t.execution_id_
            join act_ru_execution root on root.id_ = t.proc_inst_id_
            left join act_ru_execution up on up.id_ = e.parent_id_
            left join act_ru_variable body on body.execution_id_ = up.id_ and body.name_ = 'nrOfInstances'
            left join act_ru_variable kind on kind.execution_id_ = root.id_ and kind.name_ = 'kind'
            left join lateral (
              with recursive above as (
                select e.id_, e.parent_id_, 0 as height
                union all
                select p.id_, p.parent_id_, height + 1 from above join act_ru_execution p on p.id_ = above.parent_id_)
              select v.text_ from above join act_ru_variable v on v.execution_id_ = above.id_ and v.name_ = 'areaCode'
              order by height limit 1) area on true
            where %s order by t.id_ for no key update of t""";

    private static final String OF_TASKS = PLACES.formatted(ROLE, "t.id_ = any (?)");
    // Two ways to an execution are two questions: asked with an "or" the database reads all of them.
    private static final String AT_SCOPES = PLACES.formatted(
            ROLE,
            """
            e.id_ in (select id_ from act_ru_execution where id_ = any (?)
              union all select id_ from act_ru_execution where parent_id_ = any (?))""");

    // Whoever has many others' tasks already does not wait for one more.
    private static final String UNLESS_HELD =
            """
            select t.id_, t.task_def_key_, t.assignee_, t.due_date_, t.create_time_, t.execution_id_, %s
            from act_ru_task t where t.execution_id_ = any (?) order by t.id_ for no key update of t nowait"""
                    .formatted(ROLE);

    private static final String ARMED =
            "select id_, execution_id_ from act_ru_job where execution_id_ = any (?) and handler_cfg_ like '%" + ELEMENT
                    + "'";

    // One that the executor has is left to it: it waits for the tasks and then looks at their dates.
    private static final String MOVE =
            """
            update act_ru_job set duedate_ = ?, rev_ = rev_ + 1
            where id_ = ? and duedate_ <> ? and (lock_owner_ is null or lock_exp_time_ < ?)""";

    private final JdbcTemplate db;
    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<TaskRungs> rungs;
    private final BusinessTime time;

    TaskTimers(
            JdbcTemplate db, ObjectProvider<ProcessEngine> engine, ObjectProvider<TaskRungs> rungs, BusinessTime time) {
        this.db = db;
        this.engine = engine;
        this.rungs = rungs;
        this.time = time;
    }

    /**
     * The task that opens together with its timer at this moment. Its id and role are not known yet, its due date only
     * when the model gives it; null else.
     */
    public TaskOpened opening(DelegateExecution scope) {
        ActivityImpl activity = ((ExecutionEntity) scope).getActivity();
        ActivityImpl task = activity.getActivityBehavior() instanceof MultiInstanceActivityBehavior
                ? activity.getActivities().get(0)
                : activity;
        Expression due = ((UserTaskActivityBehavior) task.getActivityBehavior())
                .getTaskDefinition()
                .getDueDateExpression();
        return new TaskOpened(
                null,
                task.getActivityId(),
                null,
                scope.getProcessBusinessKey(),
                null,
                text(scope, EngineVariables.AREA_CODE),
                text(scope, EngineVariables.KIND),
                time.now(),
                due == null ? null : ((Date) due.getValue(scope)).toInstant(),
                null);
    }

    /** Business key of the case whose timer fires at this moment. */
    public String firingCase() {
        return job().getExecution().getProcessBusinessKey();
    }

    /** The open tasks at which the timer stands that fires at this moment, kept from everybody else. */
    public List<TaskOpened> firing() {
        String scope = job().getExecutionId();
        KnownTasks known = KnownTasks.current();
        if (known.at(scope) == null) {
            known.put(
                    scope,
                    places(new String[] {scope}).stream().map(Place::task).toList());
        }
        return known.at(scope);
    }

    /**
     * Reads the tasks at the timers of these executions, which are about to fire; fails when somebody else has one. A timer
     * whose tasks lie deeper looks for them itself. Area and kind are those the executions were read with, before the tasks
     * are locked: the turns of the cases are taken before either, and both values stay as they are while a case has tasks.
     * They are given when an instance or one of its branches begins; nothing writes them later, and a move to another
     * version keeps them.
     *
     * @param scopes executions whose instances the command knows
     */
    void hold(Collection<ExecutionEntity> scopes) {
        Map<String, ExecutionEntity> places = new HashMap<>();
        Map<String, String> timers = new HashMap<>();
        for (ExecutionEntity scope : scopes) {
            Stream.concat(Stream.of(scope), scope.getExecutions().stream()).forEach(place -> {
                places.put(place.getId(), place);
                timers.put(place.getId(), scope.getId());
            });
        }
        Map<String, List<TaskOpened>> held = new HashMap<>();
        db.query(
                UNLESS_HELD,
                row -> {
                    String place = row.getString("execution_id_");
                    held.computeIfAbsent(timers.get(place), scope -> new ArrayList<>())
                            .add(task(row, places.get(place)));
                },
                (Object) places.keySet().toArray(String[]::new));
        held.forEach(KnownTasks.current()::put);
    }

    private static TaskOpened task(ResultSet row, ExecutionEntity place) throws SQLException {
        return task(
                row,
                place.getProcessDefinition().getKey(),
                place.getProcessBusinessKey(),
                text(place, EngineVariables.AREA_CODE),
                text(place.getProcessInstance(), EngineVariables.KIND));
    }

    /**
     * Arms the timers of these tasks by what is to be told next: their due dates have changed, or the calendar has. Those
     * that are not open or have no such timer are left out.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Collection<String> taskIds) {
        TaskRungs ladder = rungs.getIfAvailable();
        if (ladder == null || taskIds.isEmpty()) {
            return;
        }
        List<Place> places = db.query(OF_TASKS, TaskTimers::place, (Object) taskIds.toArray(String[]::new));
        String[] scopes = places.stream().map(Place::scope).distinct().toArray(String[]::new);
        List<Place> all = scopes.length == places.size() ? places : places(scopes);
        Map<String, Instant> next = ladder.next(all.stream().map(Place::task).toList());
        Map<String, Instant> first = new TreeMap<>();
        Map<String, String> elements = new HashMap<>();
        for (Place place : all) {
            Instant at = next.get(place.task().taskId());
            if (at != null) {
                first.merge(place.scope(), at, (one, other) -> one.isBefore(other) ? one : other);
                elements.put(place.scope(), place.task().taskKey() + ELEMENT);
            }
        }
        arm(first, elements);
    }

    /**
     * Arms the timers of tasks that follow a diagram with timers since a moment ago: the engine has set them as if the tasks
     * had opened now. Where nothing is to be told any more no timer is left.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(Collection<String> taskIds) {
        TaskRungs ladder = rungs.getIfAvailable();
        if (ladder == null || taskIds.isEmpty()) {
            return;
        }
        follow(taskIds);
        List<Place> places = db.query(OF_TASKS, TaskTimers::place, (Object) taskIds.toArray(String[]::new));
        List<Place> all = places(places.stream().map(Place::scope).distinct().toArray(String[]::new));
        Map<String, Instant> next = ladder.next(all.stream().map(Place::task).toList());
        Set<String> told = all.stream().map(Place::scope).collect(Collectors.toSet());
        all.stream()
                .filter(p -> next.containsKey(p.task().taskId()))
                .map(Place::scope)
                .forEach(told::remove);
        db.update(
                "delete from act_ru_job where execution_id_ = any (?) and handler_cfg_ like '%" + ELEMENT + "'",
                (Object) told.toArray(String[]::new));
    }

    private void arm(Map<String, Instant> first, Map<String, String> elements) {
        Map<String, String> armed = new HashMap<>();
        db.query(
                ARMED,
                row -> {
                    armed.put(row.getString("execution_id_"), row.getString("id_"));
                },
                (Object) first.keySet().toArray(String[]::new));
        Timestamp now = Timestamp.from(time.now());
        db.batchUpdate(
                MOVE,
                armed.entrySet().stream()
                        .map(e -> new Object[] {at(first, e.getKey()), e.getValue(), at(first, e.getKey()), now})
                        .toList());
        first.forEach((scope, at) -> {
            if (!armed.containsKey(scope)) {
                create(scope, elements.get(scope), at);
            }
        });
    }

    private static Timestamp at(Map<String, Instant> first, String scope) {
        return Timestamp.from(first.get(scope));
    }

    /** A timer that had come to its end; a case that follows a diagram without it gets none. */
    private void create(String scope, String element, Instant at) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(scope);
            TimerDeclarationImpl timer = TimerDeclarationImpl.getDeclarationsForScope(execution.getActivity())
                    .get(element);
            if (timer != null) {
                timer.createTimerInstance(execution).setDuedate(Date.from(at));
            }
            return null;
        });
    }

    private List<Place> places(String[] scopes) {
        return db.query(AT_SCOPES, TaskTimers::place, scopes, scopes);
    }

    private static JobEntity job() {
        return Context.getCommandContext().getCurrentJob();
    }

    private static String text(DelegateExecution scope, String variable) {
        Object value = scope.getVariable(variable);
        return value == null ? "" : value.toString();
    }

    private static Place place(ResultSet row, int index) throws SQLException {
        return new Place(
                row.getString("scope"),
                task(
                        row,
                        row.getString("process_key"),
                        row.getString("business_key_"),
                        row.getString("area"),
                        row.getString("kind")));
    }

    private static TaskOpened task(ResultSet row, String process, String caseRef, String area, String kind)
            throws SQLException {
        Timestamp due = row.getTimestamp("due_date_");
        return new TaskOpened(
                row.getString("id_"),
                row.getString("task_def_key_"),
                process,
                caseRef,
                row.getString("role"),
                area,
                kind,
                row.getTimestamp("create_time_").toInstant(),
                due == null ? null : due.toInstant(),
                row.getString("assignee_"));
    }

    /** A task and the execution at which its timer stands. */
    private record Place(String scope, TaskOpened task) {}
}
