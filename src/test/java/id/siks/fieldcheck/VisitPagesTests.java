package id.siks.fieldcheck;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.evidence.Attachments;
import id.siks.identity.AccessEntry;
import id.siks.identity.Actor;
import id.siks.identity.TestAccessLog;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.forms.FormSchemas;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
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

    @Autowired
    Attachments attachments;

    @Autowired
    TestAccessLog accessLog;

    @Autowired
    FormSchemas schemas;

    @Autowired
    Areas areas;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient db;

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

    /** Beyond the last island, and beyond what is read as a number. */
    @ParameterizedTest
    @CsvSource({
        "latitude, 51.5, 'Paling besar 6,1.'",
        "longitude, 94.8, 'Paling kecil 94,9.'",
        "longitude, 99999999999999999999, 'Isi dengan angka.'"
    })
    void a_place_out_of_range_is_told_at_its_field_and_nothing_is_saved(String field, String typed, String sentence)
            throws Exception {
        CaseRef ref = visits.asked(VILLAGE, null, "C1");
        visits.photo(worker, ref);
        String page = "/worklist/tasks/" + task(ref);
        mvc.perform(post(page + "/claim").with(with(worker)).with(csrf()));
        MockHttpServletRequestBuilder visit = post(page + "/complete")
                .param("key", UUID.randomUUID().toString())
                .param("version", version(ref))
                .param("form", schemas.of("record-visit").fingerprint())
                .param("visitedOn", time.today(areas.zoneOf(VILLAGE)).toString())
                .param("visitedTime", "00.00")
                .param("signC1", "CONFIRMED");
        Map<String, String> answers = new HashMap<>(FieldCheckTestData.verified());
        answers.put(field, typed);
        answers.forEach(visit::param);

        String refused = mvc.perform(visit.with(with(worker)).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused)
                .containsSubsequence("name=\"" + field + "\"", "value=\"" + typed + "\"", sentence)
                .containsOnlyOnce("class=\"field-error\"");
        assertThat(fieldChecks.latest(ref).orElseThrow().visits()).isEmpty();
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

    /** Requirement 23: who saw the family is told of its photos, too. */
    @Test
    void who_looks_at_a_photo_of_a_visit_looks_at_the_family_of_the_case() throws Exception {
        CaseRef ref = visits.asked(VILLAGE, null, "C1");
        visits.photo(worker, ref);
        String photos = fieldChecks.latest(ref).orElseThrow().photos();

        mvc.perform(get("/evidence/" + attachments.of(photos).get(0).id()).with(with(worker)))
                .andExpect(status().isOk());
        assertThat(accessLog.about("casework:" + ref))
                .extracting(AccessEntry::accountId)
                .containsExactly(worker.accountId());
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

    private String version(CaseRef ref) {
        return db.sql("select version from worklist.work_item where task_id = :task")
                .param("task", task(ref))
                .query(String.class)
                .single();
    }

    private String task(CaseRef ref) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();
    }
}
