package id.siks.casework;

import id.siks.ChildWork;
import id.siks.area.AreaCode;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Many tasks are open whose reminder is due: their timers fire as soon as jobs run. */
class LongLadder implements ChildWork {

    static final int CASES = 1_000;

    /** The process their cases follow. */
    static final String KEY = WatchedWork.key(Role.VILLAGE_OPERATOR);

    static final AreaCode VILLAGE = new AreaCode("1501012001");
    private static final int AT_ONCE = 50;

    private final TestCases cases;
    private final WatchedWork work;
    private final TestActors people;
    private final TaskService tasks;
    private final EngineTasks engine;
    private final Deadlines deadlines;
    private final BusinessTime time;

    LongLadder(
            TestCases cases,
            WatchedWork work,
            TestActors people,
            TaskService tasks,
            EngineTasks engine,
            Deadlines deadlines,
            BusinessTime time) {
        this.cases = cases;
        this.work = work;
        this.people = people;
        this.tasks = tasks;
        this.engine = engine;
        this.deadlines = deadlines;
        this.time = time;
    }

    @Override
    public void prepare() {
        people.operator(VILLAGE);
        time.moveTo(time.now().minus(Duration.ofDays(14)));
        cases.many(CASES, () -> work.open(Role.VILLAGE_OPERATOR, VILLAGE));
        time.release();
        dueWithinADay();
    }

    /** The reminder's moment is behind, the supervisor's ahead. */
    private void dueWithinADay() {
        Instant due = deadlines.clock(VILLAGE.value()).after(time.now(), 0);
        List<Task> open = tasks.createTaskQuery().processDefinitionKey(KEY).list();
        for (int i = 0; i < open.size(); i += AT_ONCE) {
            Map<String, Instant> some = new HashMap<>();
            open.subList(i, Math.min(i + AT_ONCE, open.size())).forEach(task -> some.put(task.getId(), due));
            engine.reschedule(some);
        }
    }
}
