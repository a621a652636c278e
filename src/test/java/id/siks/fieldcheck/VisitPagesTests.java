package id.siks.fieldcheck;

import static id.siks.identity.TestActors.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

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

    @Autowired
    MessageSource messages;

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

    @ParameterizedTest
    @MethodSource("id.siks.evidence.SampleFiles#badPhotos")
    void a_refused_photo_is_told_beside_its_field_on_the_visits_page(String problem, byte[] file) throws Exception {
        CaseRef ref = visits.asked(VILLAGE, null, "C1");
        String page = "/worklist/tasks/" + task(ref);

        MvcResult refused = mvc.perform(upload(ref, file).param("back", page))
                .andExpect(redirectedUrl(page))
                .andReturn();
        String sentence = messages.getMessage("evidence.error." + problem, null, Locale.forLanguageTag("id"))
                .split("\\{")[0];
        mvc.perform(get(page).with(with(worker)).flashAttrs(refused.getFlashMap()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"photo-file-error\"")))
                .andExpect(content().string(containsString(HtmlUtils.htmlEscape(sentence))))
                .andExpect(content().string(containsString("value=\"TOILET\" selected")));
    }

    @Test
    void a_client_without_a_page_gets_the_refusal_itself() throws Exception {
        CaseRef ref = visits.asked(VILLAGE, null, "C1");

        mvc.perform(upload(ref, new byte[0]).param("back", "/fieldcheck").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value("file"));
        mvc.perform(upload(ref, new byte[0]).param("back", "//elsewhere.example"))
                .andExpect(status().isUnprocessableEntity());
    }

    private MockMultipartHttpServletRequestBuilder upload(CaseRef ref, byte[] file) {
        String photos = fieldChecks.latest(ref).orElseThrow().photos();
        return (MockMultipartHttpServletRequestBuilder) multipart("/evidence/" + photos + "/attachments")
                .file(new MockMultipartFile("file", "foto.jpg", "image/jpeg", file))
                .param("kind", "TOILET")
                .with(csrf())
                .with(with(worker));
    }

    private String task(CaseRef ref) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();
    }
}
