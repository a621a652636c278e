package id.siks.worklist.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.TestCases;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.DrawnTasks;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases with one made-up task each, so that the worklist can be tested without any other room. */
@Component
public class TestWork {

    private static final String KEY = "test-weighing";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final TestCases cases;
    private final BusinessTime time;
    private final WorklistReconcile reconcile;
    private final BoardSums sums;
    private final DrawnTasks drawn;
    private final JdbcTemplate jdbc;

    TestWork(
            RuntimeService runtime,
            TaskService tasks,
            TestCases cases,
            BusinessTime time,
            WorklistReconcile reconcile,
            BoardSums sums,
            DrawnTasks drawn,
            JdbcTemplate jdbc) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.cases = cases;
        this.time = time;
        this.reconcile = reconcile;
        this.sums = sums;
        this.drawn = drawn;
        this.jdbc = jdbc;
    }

    /** A case of the village with the task weigh-goods; answers the task's id. */
    @Transactional
    public String open(AreaCode village, Long openedBy) {
        return open(village, openedBy, "Keluarga Uji");
    }

    /** The same about somebody of that name. */
    @Transactional
    public String open(AreaCode village, Long openedBy, String subject) {
        deploy();
        CaseRef ref = cases.open(KEY, village, subject, openedBy);
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();
    }

    /** The task weigh-goods of the village in a case that is there; answers its id. */
    @Transactional
    public String openIn(CaseRef ref, AreaCode village) {
        deploy();
        String instance = cases.join(ref, KEY, village);
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    /** What waits in a case, due first in front. */
    public List<WorkItem> openOf(CaseRef ref) {
        return jdbc.query(
                "select " + WorkItems.COLUMNS
                        + "from worklist.work_item where case_ref = ? and state = 'OPEN' order by due_at",
                WorkItems::item,
                ref.value());
    }

    /** Ends the case of the task without doing it. */
    @Transactional
    public void drop(String taskId) {
        String instance = tasks.createTaskQuery().taskId(taskId).singleResult().getProcessInstanceId();
        runtime.deleteProcessInstance(instance, "uji");
    }

    /** Moves the due date of the task to so long from now; answers its id. */
    public String due(String taskId, Duration fromNow) {
        tasks.setDueDate(taskId, Date.from(time.now().plus(fromNow)));
        return taskId;
    }

    /** Makes the sums those of the items again, after a test has written some by itself. */
    @Transactional
    public void settle() {
        sums.recount();
    }

    /** True when the items are those of the engine and every counter equals a recount. */
    public boolean isInStep() {
        return reconcile.compare().isClean();
    }

    /** Whoever asks which tasks are drawn hears of a new diagram at once. */
    private void deploy() {
        cases.draw(KEY, () -> TestCases.diagram("worklist/test-weighing.bpmn", KEY));
        assertThat(drawn.find("weigh-goods")).isPresent();
    }
}
