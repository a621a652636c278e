package id.siks.fieldcheck;

import static id.siks.identity.TestActors.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitPagesTests {

    private static final AreaCode VILLAGE = AreaCode.of("32.05.06.2011");

    @Autowired
    MockMvc mvc;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    FieldChecks fieldChecks;

    @Autowired
    TestActors people;

    @Autowired
    TaskService tasks;

    Actor worker;

    @BeforeAll
    void hire() {
        worker = people.socialWorker(AreaCode.of("32.05.06"));
    }

    @Test
    void a_worker_sees_his_visits_by_village_and_nobody_elses() throws Exception {
        CaseRef ref = visits.asked(VILLAGE, null, "C1");
        Actor stranger = people.socialWorker(AreaCode.of("32.05.08"));

        mvc.perform(get("/fieldcheck").with(with(worker)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Dusun Uji RT 001")))
                .andExpect(content().string(containsString("/worklist/tasks/" + task(ref))));
        mvc.perform(get("/fieldcheck").with(with(stranger)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Dusun Uji RT 001"))));
    }

    @Test
    void a_visit_that_is_over_leaves_the_list() throws Exception {
        CaseRef ref = visits.asked(VILLAGE, null, "C1");
        String task = task(ref);
        fieldChecks.cancel(ref);

        mvc.perform(get("/fieldcheck").with(with(worker))).andExpect(content().string(not(containsString(task))));
    }

    @Test
    void other_roles_have_no_visits() throws Exception {
        mvc.perform(get("/fieldcheck").with(with(people.operator(VILLAGE)))).andExpect(status().is4xxClientError());
    }

    @Test
    void the_task_shows_the_home_and_asks_for_the_claimed_signs_only() throws Exception {
        CaseRef ref = visits.asked(VILLAGE, null, "C1", "C5");

        mvc.perform(get("/worklist/tasks/" + task(ref)).with(with(worker)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Dusun Uji RT 001")))
                .andExpect(content().string(containsString("name=\"signC5\"")))
                .andExpect(content().string(not(containsString("name=\"signC7\""))))
                .andExpect(content().string(containsString("value=\"C7\"")));
    }

    @Test
    void only_a_worker_of_the_district_adds_photos_and_only_while_the_visit_waits() throws Exception {
        CaseRef ref = visits.asked(VILLAGE, null, "C1");
        String photos = "/evidence/" + fieldChecks.latest(ref).orElseThrow().photos() + "/attachments";
        Actor stranger = people.socialWorker(AreaCode.of("32.05.08"));

        mvc.perform(multipart(photos).param("kind", "HOUSE_FRONT").with(csrf()).with(with(stranger)))
                .andExpect(status().isNotFound());
        visits.confirms(worker, ref);
        mvc.perform(multipart(photos).param("kind", "HOUSE_FRONT").with(csrf()).with(with(worker)))
                .andExpect(status().isNotFound());
    }

    private String task(CaseRef ref) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();
    }
}
