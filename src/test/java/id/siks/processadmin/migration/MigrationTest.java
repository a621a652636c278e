package id.siks.processadmin.migration;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
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
import id.siks.casework.LadderWatch;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.processadmin.run.ShakyBridgeSteps;
import id.siks.worklist.model.TestWork;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A made-up process with two versions, somebody who plans a migration and somebody who begins it. */
@EngineTest
abstract class MigrationTest {

    static final AreaCode VILLAGE = new AreaCode("1671011003");
    static final Map<String, String> WEIGHING = Map.of("weigh-goods", "weigh-goods");
    static final String WHY = "Sudah dicoba, boleh jalan.";
    static final String REASON = "Aturan baru tentang timbangan.";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    MovingCases cases;

    @Autowired
    RudeNeighbour neighbour;

    @Autowired
    ShakyBridgeSteps bridge;

    @Autowired
    MigrationWorker worker;

    @Autowired
    MigrationRows rows;

    @Autowired
    TestWork work;

    @Autowired
    LadderWatch watch;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcTemplate jdbc;

    String key;
    Actor admin;
    Actor releaser;

    @BeforeEach
    void twoPeople() {
        key = "test-moving-" + UUID.randomUUID().toString().substring(0, 8);
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
    }

    @AfterEach
    void asItWas() {
        neighbour.task = null;
        bridge.fault = null;
        time.release();
        cases.end(key);
    }

    /** Numbers in the last column of the file; the first line names the columns. */
    static List<String> cases(ResultActions file) throws Exception {
        return file.andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1).replace("\"", ""))
                .toList();
    }

    void release(String file) {
        cases.version(key, MovingCases.model(file, key));
    }

    CaseRef open() {
        return cases.open(key, VILLAGE);
    }

    long planned(Map<String, String> steps) throws Exception {
        String to = send(steps, "save", REASON)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
    }

    long begun(Map<String, String> steps) throws Exception {
        long id = planned(steps);
        act(releaser, id, "begin").andExpect(status().is3xxRedirection());
        return id;
    }

    void run(long id) {
        int rounds = 0;
        while (rows.get(id).state() == Migration.State.RUNNING && rounds++ < 20) {
            worker.step(rows.get(id));
        }
        assertThat(rows.get(id).state()).isEqualTo(Migration.State.DONE);
    }

    ResultActions act(Actor actor, long id, String deed) throws Exception {
        return act(actor, id, deed, WHY, System.currentTimeMillis());
    }

    /** As whoever proved at {@code since} who he is. */
    ResultActions act(Actor actor, long id, String deed, String reason, long since) throws Exception {
        return mvc.perform(post("/processadmin/migrations/" + id + "/" + deed)
                .param("reason", reason)
                .sessionAttr("id.siks.identity.FreshLogin", since)
                .with(with(actor))
                .with(csrf()));
    }

    ResultActions send(Map<String, String> steps, String act, String reason) throws Exception {
        return mvc.perform(form(steps, act, reason, 1, 2));
    }

    MockHttpServletRequestBuilder form(Map<String, String> steps, String act, String reason, int source, int target) {
        return form("", steps, act, reason, source, target);
    }

    MockHttpServletRequestBuilder form(
            String door, Map<String, String> steps, String act, String reason, int source, int target) {
        MockHttpServletRequestBuilder form = post("/processadmin/migrations/plan" + door)
                .param("key", key)
                .param("source", Integer.toString(source))
                .param("target", Integer.toString(target))
                .param("act", act)
                .param("reason", reason)
                .with(with(admin))
                .with(csrf());
        new HashMap<>(steps).forEach((step, place) -> form.param("step." + step, place));
        return form;
    }

    ResultActions read(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(with(actor))).andExpect(status().isOk());
    }

    static ResultMatcher says(String words) {
        return content().string(allOf(containsString(words), not(containsString("??processadmin"))));
    }

    Task task(CaseRef ref) {
        return tasks.createTaskQuery().processInstanceBusinessKey(ref.value()).singleResult();
    }

    int version(CaseRef ref) {
        return cases.version(ref);
    }
}
