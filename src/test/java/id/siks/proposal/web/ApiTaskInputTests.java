package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.Attachments;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.fieldcheck.FieldChecks;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormSchemas;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** The same for tasks of the meeting and of the visit, for the papers of both, and for a family the register has. */
@EngineTest
class ApiTaskInputTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    FieldChecks fieldChecks;

    @Autowired
    Attachments attachments;

    @Autowired
    BatchMember batch;

    @Autowired
    FormSchemas schemas;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private static ProposalTestData.Place place;
    private static CaseRef visited;

    /** Nothing of what is refused changes anything, so one village with one visit does for all of them. */
    @BeforeEach
    void aVillageWithAVisit() {
        if (place == null) {
            place = data.in("1806112008");
            visited = place.listed();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "route, x, tersedia",
        "heldOn, 31-02-2026, kalender",
        "heldOn, 2099-01-01, masa depan",
        "attendance, banyak, angka",
        "place, '', Wajib diisi"
    })
    void badMinutesHaveTheirFieldAndTheirSentence(String field, String value, String sentence) throws Exception {
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        Map<String, String> minutes = new HashMap<>(
                Map.of("route", "MINUTES", "heldOn", "2026-01-05", "place", "Balai pekon", "attendance", "42"));
        minutes.put(field, value);
        refused(place.operator, meeting, "record-meeting", minutes, field, sentence);
    }

    @Test
    void aMeetingIsNotSentBackWithoutAReason() throws Exception {
        ProposalTestData.Place other = data.in("1806112007");
        CaseRef ref = other.ready();
        CaseRef meeting = proposals.openMeeting(other.village, other.operator);
        other.photo(meeting, AttachmentKind.MEETING_MINUTES);
        other.records(meeting, ProposalTestData.agreedTo(ref));
        Map<String, String> back = new HashMap<>(Map.of("signature", "sendBack", "reasonText", "pendek"));
        refused(other.head, meeting, "sign-meeting", back, "reasonText", "10");
        back.put("reasonText", "Tempat musyawarah keliru.");
        refused(other.head, meeting, "sign-meeting", back, "reasonCode", "Wajib diisi");
    }

    @ParameterizedTest
    @CsvSource({
        "outcome, x, tersedia",
        "visitedOn, 2099-01-01, belum tiba",
        "latitude, utara, angka",
        "latitude, 52.5, 6",
        "longitude, 13.4, 94",
        "notOwnFamily, false, Centang"
    })
    void aBadVisitHasItsFieldAndItsSentence(String field, String value, String sentence) throws Exception {
        Map<String, String> answers = new HashMap<>(FieldCheckTestData.verified());
        answers.put(field, value);
        refused(place.worker, visited, "record-visit", answers, field, sentence);
        assertThat(fieldChecks.latest(visited).orElseThrow().visits()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("id.siks.evidence.SampleFiles#badPhotos")
    void aFileThatIsNoGoodPhotoIsRefusedAtTheDoorOfTheVisitsToo(String key, byte[] bytes) throws Exception {
        String photos = fieldChecks.latest(visited).orElseThrow().photos();
        var upload = multipart("/evidence/{owner}/attachments", photos)
                .file(new MockMultipartFile("file", "foto.jpg", "image/jpeg", bytes))
                .param("kind", "HOUSE_FRONT");
        problem(asked(upload, place.worker), 422)
                .andExpect(jsonPath("$.errors[0].field").value("file"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString(" ")));
        assertThat(attachments.of(photos)).isEmpty();
    }

    @Test
    void aFamilyTheRegisterHasIsToldWhichOne() throws Exception {
        ProposalTestData.Place other = data.in("1806112009");
        FamilyContent family = other.family();
        CaseRef first = other.handedIn(family);
        other.meets(ProposalTestData.agreedTo(first));
        other.finalizes();
        visits.confirms(other.worker, first);
        data.does(other.verifier, first, "decide-proposal", Map.of("decision", "approve"));
        transaction.executeWithoutResult(status -> batch.determined(List.of(first), "123/HUK/2026"));

        CaseRef again = other.drafted(family);
        var submit = post("/proposal/{ref}/submit", again)
                .param("declaration", "true")
                .param("version", Integer.toString(data.version(again)))
                .param("key", UUID.randomUUID().toString());
        problem(asked(submit, other.operator), 422)
                .andExpect(jsonPath("$.errors[?(@.field == 'familyCardNumber')].message")
                        .value(hasItem(containsString("sudah terdaftar di DTKS pada keluarga"))));
        assertThat(proposals.view(again, other.operator).submittedAt()).isNull();
    }

    private void refused(
            Actor actor, CaseRef ref, String key, Map<String, String> answers, String field, String sentence)
            throws Exception {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
        String path = "/worklist/tasks/" + task;
        asked(post(path + "/claim"), actor).andExpect(status().is3xxRedirection());
        MockHttpServletRequestBuilder request = post(path + "/complete")
                .param("key", UUID.randomUUID().toString())
                .param("version", version(task))
                .param("form", schemas.of(key).fingerprint());
        answers.forEach(request::param);
        problem(asked(request, actor), 422)
                .andExpect(jsonPath("$.errors[?(@.field == '" + field + "')].message")
                        .value(hasItem(containsString(sentence))));
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    private String version(String task) {
        return db.sql("select version from worklist.work_item where task_id = :task")
                .param("task", task)
                .query(String.class)
                .single();
    }

    private static ResultActions problem(ResultActions answer, int status) throws Exception {
        return answer.andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString(" ")));
    }

    private ResultActions asked(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        return mvc.perform(
                request.accept(MediaType.APPLICATION_JSON).with(csrf()).with(with(actor)));
    }
}
