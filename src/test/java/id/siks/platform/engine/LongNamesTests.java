package id.siks.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.TestCases;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A process may be called at length; the engine's id of such a version does not begin with its name. */
@EngineTest
class LongNamesTests {

    private static final String KEY = "test-watched-" + "for-a-long-time-".repeat(3) + "on";

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineLedger ledger;

    @Autowired
    TaskTimers timers;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcTemplate db;

    private Task task;

    @BeforeEach
    void open() {
        cases.draw(KEY, () -> TestCases.diagram("casework/test-watched.bpmn", KEY));
        CaseRef ref = cases.open(KEY, new AreaCode("1602032004"), "Barang uji", null);
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult();
    }

    @AfterEach
    void takeOut() {
        cases.end(KEY);
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(KEY)
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @Test
    void whoever_hears_of_its_tasks_hears_its_name() {
        assertThat(task.getProcessDefinitionId()).doesNotContain(KEY);

        assertThat(db.queryForObject(
                        "select process_key from worklist.work_item where task_id = ?", String.class, task.getId()))
                .isEqualTo(KEY);
        assertThat(ledger.open(task.getId())).map(TaskOpened::processKey).contains(KEY);
        assertThat(atItsTimer()).extracting(TaskOpened::processKey).containsExactly(KEY);
    }

    private List<TaskOpened> atItsTimer() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    timers.hold(List.of(context.getExecutionManager().findExecutionById(task.getExecutionId())));
                    return KnownTasks.current().at(task.getExecutionId());
                });
    }
}
