package id.siks.processadmin.run;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.TestCases;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import java.net.ConnectException;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.web.client.ResourceAccessException;

/** A case of a made-up process whose bridge breaks when it is told to, and those who look after processes. */
@EngineTest
abstract class RunTest {

    static final AreaCode VILLAGE = new AreaCode("1671011002");
    static final String SUBJECT = "Budi Santoso";
    static final int TRIES = 3;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    ShakyBridgeSteps bridge;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    BusinessTime time;

    Actor admin;
    Actor releaser;
    CaseRef ref;

    @BeforeEach
    void aCase() {
        repository
                .createDeployment()
                .name("test-shaky")
                .addClasspathResource("processadmin/test-shaky.bpmn")
                .enableDuplicateFiltering(true)
                .deploy();
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        ref = start();
    }

    @AfterEach
    void asItWas() {
        bridge.fault = null;
        time.release();
        cases.end("test-shaky");
    }

    CaseRef start() {
        return cases.open("test-shaky", VILLAGE, SUBJECT, null);
    }

    void cross(CaseRef of) {
        management.executeJob(job(of).getId());
    }

    /** The bridge breaks until the engine gives up; answers the incident's id. */
    String failed(CaseRef of) {
        return failed(job(of));
    }

    String failed(Job breaking) {
        bridge.fault = new ResourceAccessException("Rahasia " + SUBJECT, new ConnectException("Rahasia 1804"));
        String job = breaking.getId();
        for (int i = 0; i < TRIES; i++) {
            assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(RuntimeException.class);
        }
        Incident incident = runtime.createIncidentQuery().configuration(job).singleResult();
        return incident.getId();
    }

    Job job(CaseRef of) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(of.value())
                        .singleResult()
                        .getId())
                .singleResult();
    }

    Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(ref.value()).singleResult();
    }

    int version() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("test-shaky")
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    ResultActions read(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(with(actor))).andExpect(status().isOk());
    }

    ResultActions send(String path, String name, String value) throws Exception {
        return mvc.perform(post(path).param(name, value).with(with(admin)).with(csrf()));
    }

    static ResultMatcher says(String words) {
        return content().string(allOf(containsString(words), not(containsString("??processadmin"))));
    }
}
