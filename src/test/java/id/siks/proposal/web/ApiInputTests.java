package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.evidence.Attachments;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.forms.FormSchemas;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import id.siks.register.outside.SimulatedCivilRegistry;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a client that asks for data gets for bad input: the field and the sentence a page shows, and nothing is saved. */
@EngineTest
class ApiInputTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    Attachments attachments;

    @Autowired
    FormSchemas schemas;

    @Autowired
    SimulatedCivilRegistry civilRegistry;

    @Autowired
    TestActors people;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    ProposalTestData.Place place;
    CaseRef ref;
    int version;

    @BeforeEach
    void aDraft() {
        place = data.in("1503012005");
        ref = proposals.draft(place.operator, place.village);
        version = data.version(ref);
    }

    @ParameterizedTest
    @CsvSource({
        "family, familyCardNumber, 123, 16 angka",
        "family, familyCardNumber, 18040101012000AB, angka 0–9",
        "family, familyCardNumber, 1804013213200001, tanggal yang ada",
        "family, familyCardNumber, 1804010101200000, tidak boleh 0000",
        "family, members[0].nik, 12345, 16 angka",
        "family, members[0].nik, 18040157088500OI, angka 0–9",
        "family, members[0].nik, 1804013902850001, bukan tanggal lahir",
        "family, members[0].nik, 1804010101850000, tidak boleh 0000",
        "family, members[0].fullName, S1TI, tidak boleh memakai angka",
        "family, members[0].birthDate, 31-02-1985, tidak ada di kalender",
        "family, members[0].birthDate, 2199-01-01, masa depan",
        "family, members[0].relationToHead, x, jawaban yang tersedia",
        "family, rt, AB, tiga angka",
        "family, phone, 12, +62",
        "family, channel, MINISTRY_EMERGENCY, petugas kementerian",
        "housing, housing.bedrooms, dua, angka saja",
        "housing, housing.floorAreaSquareMetres, luas, angka",
        "housing, housing.floor, x, jawaban yang tersedia",
        "place, place.latitude, 52.5, luar Indonesia",
        "submit, declaration, false, pernyataan"
    })
    void aBadValueHasItsFieldAndItsSentence(String step, String field, String value, String sentence) throws Exception {
        refused(form(step, Map.of(field, value, "place.longitude", "13.4")), field, sentence);
        nothingIsSaved();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SI\u0000TI", "SI\u0007TI", "SI\u202eTI"})
    void controlAndDirectionCharactersAreRefusedEverywhere(String text) throws Exception {
        refused(
                form("family", Map.of("members[0].fullName", text)),
                "members[0].fullName",
                "karakter yang tidak boleh");
        refused(form("housing", Map.of("housing.floor", text)), "housing.floor", "karakter yang tidak boleh");
        refused(form("place", Map.of("place.latitude", text)), "place.latitude", "karakter yang tidak boleh");
        refused(form("submit", Map.of("note", text)), "note", "karakter yang tidak boleh");
        refused(form("withdraw", Map.of("reasonText", text)), "reasonText", "karakter yang tidak boleh");
        nothingIsSaved();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 10_240})
    void endlessNamesAreRefused(int length) throws Exception {
        refused(form("family", Map.of("members[0].fullName", "A".repeat(length))), "members[0].fullName", "aling ");
        nothingIsSaved();
    }

    @ParameterizedTest
    @MethodSource("id.siks.evidence.SampleFiles#badPhotos")
    void aFileThatIsNoGoodPhotoIsRefused(String key, byte[] bytes) throws Exception {
        mvc.perform(multipart("/proposal/{ref}/photos", ref)
                        .file(new MockMultipartFile("file", "foto.jpg", "image/jpeg", bytes))
                        .param("kind", "HOUSE_FRONT")
                        .accept(MediaType.APPLICATION_JSON)
                        .with(csrf())
                        .with(with(place.operator)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value("file"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString(" ")));
        assertThat(attachments.of(ref.value())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "12", "desa"})
    void anUnknownVillageIsRefused(String village) throws Exception {
        int before = proposals.unfinished(place.operator);
        refused(
                post("/proposal")
                        .param("village", village)
                        .param("key", UUID.randomUUID().toString()),
                "village",
                "tidak dikenal");
        assertThat(proposals.unfinished(place.operator)).isEqualTo(before);
    }

    @Test
    void anIncompleteProposalIsToldFieldByField() throws Exception {
        refused(form("submit", Map.of("declaration", "true")), "familyCardNumber", "");
        nothingIsSaved();
    }

    @Test
    void aFamilyWithAnOpenCaseIsToldWhichOne() throws Exception {
        FamilyContent family = place.family();
        CaseRef open = place.submitted(family);
        ref = place.drafted(family);
        refused(form("submit", Map.of("declaration", "true")), "familyCardNumber", open.value());
        assertThat(proposals.view(ref, place.operator).submittedAt()).isNull();
    }

    @Test
    void whatIsSentTwiceHappensOnce() throws Exception {
        ref = place.drafted(place.family());
        Map<String, String> once = Map.of(
                "declaration", "true",
                "version", Integer.toString(data.version(ref)),
                "key", UUID.randomUUID().toString());
        asked(form("submit", once), place.operator).andExpect(status().isOk());
        asked(form("submit", once), place.operator).andExpect(status().isOk());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(ref.value())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aStalePageIsAConflict() throws Exception {
        ref = place.drafted(place.family());
        for (String step : new String[] {"family", "submit"}) {
            problem(asked(form(step, Map.of("version", "0", "declaration", "true")), place.operator), 409);
        }
        assertThat(proposals.view(ref, place.operator).submittedAt()).isNull();
    }

    @Test
    void aWithdrawalNeedsItsReason() throws Exception {
        refused(form("withdraw", Map.of("reasonText", "pendek")), "reasonText", "10");
        assertThat(proposals.view(ref, place.operator).status()).isEqualTo(CaseStatus.DRAFT);
    }

    @Test
    void aDecisionWithoutReasonIsRefusedAndOneThatComesTooLateIsAConflictThatSaysWhoWasFaster() throws Exception {
        ref = place.visited();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey("decide-proposal")
                .singleResult()
                .getId();
        String path = "/worklist/tasks/" + task;
        asked(post(path + "/claim"), place.verifier).andExpect(status().is3xxRedirection());
        refused(decision(path, Map.of("decision", "reject")), place.verifier, "reasonCode", "");
        assertThat(proposals.view(ref, place.verifier).status()).isEqualTo(CaseStatus.REGENCY_REVIEW);
        // A worker of the same regency who is no verifier, and a verifier of another one.
        problem(asked(decision(path, Map.of("decision", "approve")), data.in("1502012005").verifier), 404);
        data.does(place.verifier, ref, "decide-proposal", Map.of("decision", "approve"));
        Actor late = people.verifier(place.village.at(AreaLevel.REGENCY));
        for (Actor actor : new Actor[] {late, place.verifier}) {
            problem(asked(decision(path, Map.of("decision", "approve")), actor), 409)
                    .andExpect(jsonPath("$.detail").value(containsString(place.verifier.displayName())));
        }
    }

    @Test
    void aTaskPageFromBeforeSomebodyMendedTheProposalIsAConflict() throws Exception {
        FamilyContent family = TestFamilies.withMember(
                place.family(), 0, TestFamilies.member("1804081506859001", "Budi Santosa", Sex.MALE, 1, true));
        ref = place.handedIn(family);
        stale(
                "correct-proposal",
                place.operator,
                () -> proposals.saveMembers(
                        ref,
                        data.version(ref),
                        TestFamilies.withMember(family, 0, TestFamilies.head("Budi Santosa"))
                                .members(),
                        people.operator(place.village)));
        assertThat(proposals.view(ref, place.operator).status()).isEqualTo(CaseStatus.IDENTITY_MISMATCHED);
    }

    @Test
    void aDecisionOnAPageFromBeforeADeathIsAConflict() throws Exception {
        place = data.in("1503012006");
        ref = place.visited();
        String nik =
                proposals.view(ref, place.verifier).content().members().get(1).nik();
        stale(
                "decide-proposal",
                place.verifier,
                () -> civilRegistry.announceDeath(nik, LocalDate.of(2026, 10, 1)),
                "decision",
                "reject",
                "reasonCode",
                "NOT_ELIGIBLE_CRITERIA",
                "reasonText",
                "Keluarga ini sudah mampu");
        assertThat(proposals.view(ref, place.verifier).status()).isEqualTo(CaseStatus.REGENCY_REVIEW);
    }

    /** The actor has the page of his task before him, something happens, and he sends it. */
    private void stale(String key, Actor actor, Runnable meanwhile, String... answers) throws Exception {
        String path = "/worklist/tasks/"
                + tasks.createTaskQuery()
                        .processInstanceBusinessKey(ref.value())
                        .taskDefinitionKey(key)
                        .singleResult()
                        .getId();
        asked(post(path + "/claim"), actor).andExpect(status().is3xxRedirection());
        String page = mvc.perform(get(path).with(with(actor)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String seen = ProposalForms.versionOn(page);
        meanwhile.run();
        MockHttpServletRequestBuilder sent = post(path + "/complete")
                .param("key", UUID.randomUUID().toString())
                .param("version", seen)
                .param("declaration", "true")
                .param("form", schemas.of(key).fingerprint());
        for (int i = 0; i < answers.length; i += 2) {
            sent.param(answers[i], answers[i + 1]);
        }
        problem(asked(sent, actor), 409);
    }

    private MockHttpServletRequestBuilder decision(String path, Map<String, String> answers) {
        MockHttpServletRequestBuilder request = post(path + "/complete")
                .param("key", UUID.randomUUID().toString())
                .param("version", "1")
                .param("form", schemas.of("decide-proposal").fingerprint());
        answers.forEach(request::param);
        return request;
    }

    @Test
    void aChoiceWithBlanksAroundItIsTheChoice() throws Exception {
        asked(form("family", Map.of("channel", " VILLAGE_MEETING ", "address", "Jalan Melati 3")), place.operator)
                .andExpect(status().isOk());
        assertThat(proposals.view(ref, place.operator).content().address()).isEqualTo("Jalan Melati 3");
    }

    private void nothingIsSaved() {
        assertThat(data.version(ref)).isEqualTo(version);
    }

    private void refused(MockHttpServletRequestBuilder request, String field, String sentence) throws Exception {
        refused(request, place.operator, field, sentence);
    }

    private void refused(MockHttpServletRequestBuilder request, Actor actor, String field, String sentence)
            throws Exception {
        problem(asked(request, actor), 422)
                .andExpect(jsonPath("$.errors[?(@.field == '" + field + "')].message")
                        .value(hasItem(containsString(sentence))));
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

    private MockHttpServletRequestBuilder form(String step, Map<String, String> fields) {
        MockHttpServletRequestBuilder request = post("/proposal/{ref}/{step}", ref, step);
        Map<String, String> always = Map.of(
                "version", Integer.toString(data.version(ref)),
                "key", UUID.randomUUID().toString(),
                "action", "next");
        always.forEach((name, value) -> {
            if (!fields.containsKey(name)) {
                request.param(name, value);
            }
        });
        fields.forEach(request::param);
        return request;
    }
}
