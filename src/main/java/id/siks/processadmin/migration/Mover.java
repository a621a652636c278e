package id.siks.processadmin.migration;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseTurns;
import id.siks.platform.engine.TaskMoved;
import id.siks.platform.engine.TaskTimers;
import id.siks.processadmin.migration.Mapping.Built;
import id.siks.processadmin.migration.MigrationCases.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves some cases. What they were and what they are is written with it: either all of it happens or nothing. Tasks keep
 * their ids and with them who has them, their due dates and what was agreed about them; timers keep their dates.
 */
@Component
class Mover {

    // Those that already wait for their next rung keep it; only who had no timer is given one.
    private static final String TASKS =
            """
            select t.id_, t.task_def_key_, not exists (
                select 1 from act_ru_job j where j.process_instance_id_ = t.proc_inst_id_
                  and j.handler_cfg_ = t.task_def_key_ || :timer) as bare
            from act_ru_task t where t.proc_inst_id_ = any(:instances) order by t.id_""";

    private final RuntimeService engine;
    private final BranchStart branches;
    private final MigrationCases known;
    private final CaseTurns turns;
    private final TaskTimers timers;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Mover(
            RuntimeService engine,
            BranchStart branches,
            MigrationCases known,
            CaseTurns turns,
            TaskTimers timers,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.engine = engine;
        this.branches = branches;
        this.known = known;
        this.turns = turns;
        this.timers = timers;
        this.events = events;
        this.jdbc = jdbc;
    }

    /**
     * Settles the cases: each has moved, stays with the reason, or is gone. The engine's objection climbs up, and so does
     * {@link BranchRefused}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Migration migration, Pair pair, Built built, List<Case> cases) {
        cases.stream()
                .map(Case::ref)
                .filter(CaseRef::isShaped)
                .sorted()
                .distinct()
                .forEach(ref -> turns.take(new CaseRef(ref)));
        Set<String> asked = new TreeSet<>(cases.stream().map(Case::instance).toList());
        Map<String, List<String>> standing = known.standing(asked, pair.sourceId());
        List<String> moving = new ArrayList<>();
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        standing.forEach((instance, steps) -> {
            Optional<Objection> why = Trial.foreseen(built, migration.steps().keySet(), steps);
            why.ifPresent(objection -> known.stayed(migration.id(), instance, objection));
            if (why.isEmpty()) {
                moving.add(instance);
                missing.put(instance, built.branches().missing(steps));
            }
        });
        move(built, migration.steps(), moving);
        missing.forEach(branches::begin);
        known.moved(migration.id(), moving);
        asked.removeAll(standing.keySet());
        known.gone(migration.id(), asked);
    }

    private void move(Built built, Map<String, String> steps, List<String> instances) {
        if (instances.isEmpty()) {
            return;
        }
        List<OpenTask> tasks = tasks(instances);
        engine.newMigration(built.plan()).processInstanceIds(instances).execute();
        for (OpenTask task : tasks) {
            String key = steps.get(task.key());
            if (!task.key().equals(key)) {
                events.publishEvent(new TaskMoved(task.id(), key));
            }
        }
        timers.adopt(tasks.stream().filter(OpenTask::bare).map(OpenTask::id).toList());
    }

    private List<OpenTask> tasks(List<String> instances) {
        return jdbc.sql(TASKS)
                .param("timer", TaskTimers.ELEMENT)
                .param("instances", instances.toArray(String[]::new))
                .query((row, n) ->
                        new OpenTask(row.getString("id_"), row.getString("task_def_key_"), row.getBoolean("bare")))
                .list();
    }

    /** A task before the move; bare when no timer stands at it. */
    private record OpenTask(String id, String key, boolean bare) {}
}
