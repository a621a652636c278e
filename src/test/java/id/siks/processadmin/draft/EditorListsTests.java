package id.siks.processadmin.draft;

import static id.siks.identity.TestActors.with;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.processadmin.check.OwnProcess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The lists of the panel: whatever they offer, the check lets pass. */
@EngineTest
class EditorListsTests {

    private static final String DRAFTS = "/processadmin/drafts";
    private static final String THIRD_LOOK =
            """
            {"id": "third-look", "components": [{"type": "group", "components": [
              {"type": "radio", "id": "a", "key": "thirdLook", "values": [
                {"label": "Setuju", "value": "AGREED"}, {"label": "Tidak setuju", "value": "OPPOSED"}]},
              {"type": "radio", "id": "b", "key": "other", "values": [{"label": "Lain", "value": "OTHER"}]}]}]}""";
    private static final String TABLE =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="http://siks.id/dmn">
              <decision id="second-threshold" name="Ambang kedua"><decisionTable id="t" hitPolicy="FIRST">
                <input id="i"><inputExpression id="e" typeRef="string"><text>kind</text></inputExpression></input>
                <output id="o" name="level" typeRef="string"/>
                <rule id="r"><inputEntry id="ri"><text></text></inputEntry><outputEntry id="ro"><text>"ABOVE"</text></outputEntry></rule>
              </decisionTable></decision>
            </definitions>""";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    JdbcTemplate db;

    @Autowired
    RepositoryService engine;

    private Actor admin;

    @BeforeEach
    void people() {
        clean();
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
    }

    @AfterEach
    void clean() {
        db.update("delete from processadmin.draft_visit");
        db.update("update processadmin.draft set state = 'DROPPED' where state in ('OPEN', 'PROPOSED')");
    }

    @Test
    void the_answer_of_a_task_whose_form_is_still_drawn_can_be_asked_for() throws Exception {
        String trunk = opened("proposal-trunk");
        lists(trunk).andExpect(jsonPath("$.answers['third-look']").doesNotExist());
        upload("third-look.form", THIRD_LOOK);
        lists(trunk)
                .andExpect(jsonPath("$.forms[*].value").value(hasItem("third-look")))
                .andExpect(jsonPath("$.answers['third-look'][*].value").value(containsInAnyOrder("AGREED", "OPPOSED")))
                .andExpect(jsonPath("$.answers['third-look'][0].label").value("Setuju"))
                .andExpect(jsonPath("$.answers['decide-proposal']").doesNotExist());
    }

    @Test
    void a_drawn_task_can_show_what_the_tasks_of_its_process_show() throws Exception {
        lists(opened("proposal-trunk"))
                .andExpect(jsonPath("$.shows[*].value").value(hasItem("decide-proposal")))
                .andExpect(jsonPath("$.shows[*].value").value(not(hasItem("approve-batch"))))
                .andExpect(jsonPath("$.rooms").value(hasItems("decide-proposal", "approve-batch")));
    }

    @Test
    void a_table_is_offered_with_what_it_asks_and_answers_when_a_gateway_can_read_it() throws Exception {
        String trunk = opened("proposal-trunk");
        upload("second-threshold.dmn", TABLE);
        lists(trunk)
                .andExpect(jsonPath("$.tables[?(@.value=='second-threshold')].asks[*]")
                        .value("kind"))
                .andExpect(jsonPath("$.tables[?(@.value=='second-threshold')].answers[*].value")
                        .value("ABOVE"))
                .andExpect(jsonPath("$.tables[?(@.value=='poverty-level')].asks[*]")
                        .value(hasItems("regency", "count")))
                // Two answers at once, and a list of them, are nothing a gateway could compare.
                .andExpect(jsonPath("$.tables[*].value").value(not(hasItem("proposal-route"))))
                .andExpect(jsonPath("$.tables[*].value").value(not(hasItem("poverty-signs"))))
                .andExpect(jsonPath("$.told").value(hasItems("decision", "areaCode", "kind")));
    }

    @Test
    void escalations_collections_and_other_processes_are_chosen_too() throws Exception {
        String deployment = engine.createDeployment()
                .addString("bpmn/proposal/test-drawn.bpmn", OwnProcess.of("test-drawn"))
                .deploy()
                .getId();
        try {
            offersOtherProcesses();
        } finally {
            engine.deleteDeployment(deployment, true);
        }
    }

    private void offersOtherProcesses() throws Exception {
        lists(opened("period-finalization"))
                .andExpect(jsonPath("$.escalations[*].value").value(hasItem("task-delayed")))
                .andExpect(jsonPath("$.collections[*].collection").value(hasItems("${districts}", "${villages}")))
                .andExpect(jsonPath("$.collections[0].element").value("areaCode"))
                .andExpect(jsonPath("$.processes[*].value").value(hasItem("test-drawn")))
                .andExpect(jsonPath("$.processes[*].value").value(not(hasItem("field-check"))))
                .andExpect(jsonPath("$.reserved").value(hasItems("fieldCheck", "task", "loopCounter")));
    }

    @Test
    void what_the_check_would_refuse_is_not_offered() throws Exception {
        lists(opened("proposal-trunk"))
                .andExpect(jsonPath("$.forms[*].value").value(not(hasItem("approve-batch"))))
                .andExpect(jsonPath("$.messages[*].value").value(not(hasItem("list-emptied"))));
        String anew = location(post(DRAFTS + "/new")
                .param("kind", "BPMN")
                .param("name", "second-visit")
                .param("room", "proposal")
                .param("key", UUID.randomUUID().toString()));
        lists(anew)
                .andExpect(jsonPath("$.values").isEmpty())
                .andExpect(jsonPath("$.messages").isEmpty())
                .andExpect(jsonPath("$.steps[?(@.value=='${proposalTrunk.matchIdentity()}')]")
                        .isEmpty());
    }

    @Test
    void a_file_without_a_bottom_takes_the_lists_from_nobody() throws Exception {
        String trunk = opened("proposal-trunk");
        String deep = TABLE.replace("kind", "<a>".repeat(60_000) + "</a>".repeat(60_000));
        mvc.perform(multipart(DRAFTS + "/upload")
                        .file(new MockMultipartFile(
                                "content", "second-threshold.dmn", null, deep.getBytes(StandardCharsets.UTF_8)))
                        .param("note", "Baru.")
                        .param("uploadRoom", "proposal")
                        .param("key", UUID.randomUUID().toString())
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());

        upload("second-threshold.dmn", TABLE);
        lists(trunk).andExpect(jsonPath("$.tables[*].value").value(hasItem("second-threshold")));
        db.update("update processadmin.draft set content = ? where key = 'second-threshold'", deep);
        lists(trunk).andExpect(jsonPath("$.tables[*].value").value(not(hasItem("second-threshold"))));
    }

    private String opened(String model) throws Exception {
        return location(post(DRAFTS).param("kind", "BPMN").param("model", model));
    }

    private void upload(String name, String content) throws Exception {
        location(multipart(DRAFTS + "/upload")
                .file(new MockMultipartFile(
                        "content", name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)))
                .param("note", "Baru.")
                .param("uploadRoom", "proposal")
                .param("key", UUID.randomUUID().toString()));
    }

    private String location(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(with(admin)).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private ResultActions lists(String draft) throws Exception {
        return mvc.perform(get(draft + "/lists").with(with(admin))).andExpect(status().isOk());
    }
}
