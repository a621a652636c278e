package id.siks.finalization;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.Timeline;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests share that walk a regency through its periods. */
@EngineTest
abstract class PeriodTest {

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    RehearsedMembers members;

    @Autowired
    Periods periods;

    @Autowired
    Batches batches;

    @Autowired
    Timeline timeline;

    @Autowired
    TestActors people;

    @Autowired
    EngineJobs jobs;

    @Autowired
    BusinessTime time;

    @Autowired
    TaskService tasks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    /** Where the operator of the village closes its list. */
    String villageTask(Walk walk, AreaCode village) {
        return "/worklist/tasks/"
                + tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(walk.ref.value())
                        .taskDefinitionKey("finalize-village")
                        .list()
                        .stream()
                        .filter(task -> village.value().equals(tasks.getVariable(task.getId(), "areaCode")))
                        .findFirst()
                        .orElseThrow()
                        .getId();
    }
}
