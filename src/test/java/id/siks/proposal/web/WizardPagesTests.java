package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
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
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.proposal.Channel;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** The steps of the wizard: drafts are saved, nothing typed is lost, every bad value has its sentence at its field. */
@EngineTest
class WizardPagesTests {

    private static final AreaCode DISTRICT = new AreaCode("121906");

    @Autowired
    MockMvc mvc;

    @Autowired
    Proposals proposals;

    @Autowired
    TestActors actors;

    @Autowired
    Areas areas;

    @Autowired
    Attachments attachments;

    @Autowired
    BusinessTime time;

    @Autowired
    MessageSource messages;

    Actor operator;
    CaseRef ref;

    @BeforeEach
    void aDraft() {
        AreaCode village = areas.children(DISTRICT).get(0).code();
        operator = actors.operator(village);
        ref = proposals.draft(operator, village);
    }

    @ParameterizedTest
    @CsvSource({"family", "housing", "photos", "place", "review"})
    void everyStepIsDrawnForAnEmptyDraft(String step) throws Exception {
        mvc.perform(get("/proposal/{ref}/{step}", ref, step).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("aria-current=\"step\"")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void anIncompleteStepIsSavedAndLeadsOn() throws Exception {
        sendFamily(Map.of("address", "Jalan Melati 3", "rt", "3"))
                .andExpect(redirectedUrl("/proposal/" + ref + "/housing"));
        assertThat(saved().content().address()).isEqualTo("Jalan Melati 3");
        assertThat(saved().content().rt()).isEqualTo("003");
    }

    @Test
    void theListOfFaultsNamesTheFieldBeforeItsSentence() throws Exception {
        sendFamily(Map.of("phone", "12"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("<a href=\"#phone\"><b>Nomor telepon:</b>")));
    }

    @Test
    void theEmergencyRouteIsOfferedToTheMinistryOnly() throws Exception {
        String emergency = "value=\"MINISTRY_EMERGENCY\"";
        mvc.perform(get("/proposal/{ref}/family", ref).with(with(operator)))
                .andExpect(content().string(not(containsString(emergency))));
        sendFamily(Map.of("channel", "MINISTRY_EMERGENCY"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("petugas kementerian")));
        assertThat(saved().channel()).isEqualTo(Channel.VILLAGE_MEETING);

        operator = actors.holding(List.of(
                Assignment.nation(Role.MINISTRY_OFFICER), Assignment.of(Role.VILLAGE_OPERATOR, saved().village())));
        mvc.perform(get("/proposal/{ref}/family", ref).with(with(operator)))
                .andExpect(content().string(containsString(emergency)))
                .andExpect(content().string(not(containsString("??"))));
        sendFamily(Map.of("channel", "MINISTRY_EMERGENCY")).andExpect(status().is3xxRedirection());
        assertThat(saved().channel()).isEqualTo(Channel.MINISTRY_EMERGENCY);
    }

    @Test
    void theHomePageTellsHowManyDraftsOfTheVillageAreUnfinished() throws Exception {
        int before = proposals.unfinished(operator);
        proposals.draft(operator, saved().village());

        assertThat(proposals.unfinished(operator)).isEqualTo(before + 1);
        mvc.perform(get("/").with(with(operator)))
                .andExpect(content().string(containsString((before + 1) + " draf belum selesai")));
        assertThat(proposals.unfinished(actors.operator(new AreaCode("1101012001"))))
                .isZero();
    }

    @Test
    void backSavesToo() throws Exception {
        send("housing", Map.of("action", "back", "housing.floor", "9"))
                .andExpect(redirectedUrl("/proposal/" + ref + "/family"));
        assertThat(saved().content().housing().floor()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "familyCardNumber, 123, 16 angka",
        "familyCardNumber, 18040101012000AB, angka 0–9",
        "familyCardNumber, 1804013213200001, tanggal yang ada",
        "familyCardNumber, 1804010101200000, tidak boleh 0000",
        "members[0].nik, 12345, 16 angka",
        "members[0].nik, 18040157088500OI, angka 0–9",
        "members[0].nik, 1804013902850001, bukan tanggal lahir",
        "members[0].nik, 1804010101850000, tidak boleh 0000",
        "members[0].fullName, S1TI, tidak boleh memakai angka",
        "members[0].birthDate, 31-02-1985, tidak ada di kalender",
        "members[0].relationToHead, x, jawaban yang tersedia",
        "rt, AB, tiga angka",
        "phone, 12, +62"
    })
    void aBadValueHasItsSentenceAtItsFieldAndIsKept(String field, String value, String sentence) throws Exception {
        sendFamily(Map.of(field, value, "address", "Jalan Kenanga 8"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)))
                .andExpect(content().string(containsString("value=\"Jalan Kenanga 8\"")))
                .andExpect(content().string(containsString("#" + field)));
        assertThat(saved().content().address()).isNull();
    }

    @Test
    void controlAndDirectionCharactersAreRefusedAtTheirField() throws Exception {
        for (String bad : new String[] {"SI\u0000TI", "SI\u0007TI", "SI\u202eTI"}) {
            sendFamily(Map.of("members[0].fullName", bad))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("#members[0].fullName")));
        }
    }

    @Test
    void endlessNamesAreRefusedAtTheirField() throws Exception {
        for (int length : new int[] {101, 10_240}) {
            sendFamily(Map.of("members[0].fullName", "A".repeat(length)))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("#members[0].fullName")));
        }
    }

    @Test
    void nobodyIsBornTomorrow() throws Exception {
        LocalDate tomorrow = time.today(ZoneOffset.UTC).plusDays(2);
        sendFamily(Map.of("members[0].birthDate", tomorrow.toString()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("masa depan")));
    }

    @Test
    void aPlaceOutsideIndonesiaIsRefused() throws Exception {
        send("place", Map.of("place.latitude", "52,5", "place.longitude", "13,4"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("di luar Indonesia")))
                .andExpect(content().string(containsString("value=\"52,5\"")));
    }

    @Test
    void anInaccuratePlaceIsTakenWithADoubt() throws Exception {
        send("place", Map.of("place.latitude", "-5.03", "place.longitude", "104.08", "place.accuracyMetres", "180"))
                .andExpect(redirectedUrl("/proposal/" + ref + "/review"));
        mvc.perform(get("/proposal/{ref}/place", ref).with(with(operator)))
                .andExpect(content().string(containsString("lebih dari 50 meter")));
    }

    @Test
    void theMapOpensOnTheVillagesOtherProposalsAndElsewhereOnlyNearThem() throws Exception {
        send("place", Map.of("place.latitude", "-2.6712", "place.longitude", "111.6234"))
                .andExpect(status().is3xxRedirection());
        CaseRef second = proposals.draft(operator, saved().village());
        mvc.perform(get("/proposal/{ref}/place", second).with(with(operator)))
                .andExpect(content().string(containsString("[-2.6712,111.6234]")));

        AreaCode next = areas.children(DISTRICT).get(2).code();
        Actor neighbour = actors.operator(next);
        mvc.perform(get("/proposal/{ref}/place", proposals.draft(neighbour, next))
                        .with(with(neighbour)))
                .andExpect(content().string(containsString("data-near=")))
                .andExpect(content().string(not(containsString("-2.6712"))));
    }

    @Test
    void unknownFieldsAreIgnored() throws Exception {
        sendFamily(Map.of(
                        "address", "Jalan Melati 3", "status", "DETERMINED", "village", "3171011001", "draftedBy", "1"))
                .andExpect(status().is3xxRedirection());
        assertThat(saved().village()).isEqualTo(areas.children(DISTRICT).get(0).code());
    }

    @Test
    void membersAreAddedAndRemovedWithoutScript() throws Exception {
        sendFamily(Map.of("action", "add-member", "members[0].fullName", "SITI CONTOH"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"SITI CONTOH\"")))
                .andExpect(content().string(containsString("members[1].nik")));
        sendFamily(Map.of(
                        "action", "remove-member-0",
                        "members[0].fullName", "SITI CONTOH",
                        "members[1].fullName", "BUDI CONTOH"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"BUDI CONTOH\"")))
                .andExpect(content().string(not(containsString("SITI CONTOH"))));
    }

    @Test
    void aStalePageShowsWhatIsSavedBesideWhatWasTyped() throws Exception {
        String old = Integer.toString(saved().version());
        sendFamily(Map.of("address", "Jalan Lama 1")).andExpect(status().is3xxRedirection());
        sendFamily(Map.of("version", old, "address", "Jalan Baru 2"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("sudah usang")))
                .andExpect(content().string(containsString("value=\"Jalan Baru 2\"")))
                .andExpect(content().string(containsString("Tersimpan sekarang: Jalan Lama 1")));
    }

    @Test
    void theSameFormSentTwiceIsSavedOnce() throws Exception {
        Map<String, String> form = Map.of(
                "version", Integer.toString(saved().version()),
                "key", UUID.randomUUID().toString(),
                "address", "Jalan Melati 3");
        sendFamily(form).andExpect(redirectedUrl("/proposal/" + ref + "/housing"));
        int version = saved().version();
        sendFamily(form).andExpect(redirectedUrl("/proposal/" + ref + "/housing"));
        assertThat(saved().version()).isEqualTo(version);
    }

    @Test
    void whoAsksForDataGetsTheSameFaultsAsData() throws Exception {
        mvc.perform(family(Map.of("members[0].nik", "12345")).accept("application/json"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("members[0].nik"));
        mvc.perform(family(Map.of("address", "Jalan Melati 3", "action", "save"))
                        .accept("application/json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(saved().version()))
                .andExpect(jsonPath("$.next").value(endsWith("/family")));
    }

    @Test
    void theLookUpWhileTypingAnswersWithAFragmentAndSavesNothing() throws Exception {
        mvc.perform(post("/proposal/{ref}/duplicates", ref)
                        .with(csrf())
                        .with(with(operator))
                        .header("HX-Request", "true")
                        .param("familyCardNumber", "1219060101209999")
                        .param("members[0].nik", "belum selesai"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<html"))));
        assertThat(saved().content().familyCardNumber()).isNull();
    }

    /** Requirement 21: a saved number is looked up as much as a typed one, by a browser and by a client. */
    @Test
    void eachNewNumberCountsAsLookedUpWhetherItIsTriedOrSaved() throws Exception {
        sendFamily(thirty("12")).andExpect(status().is3xxRedirection());
        sendFamily(thirty("12")).andExpect(status().is3xxRedirection());
        MockHttpServletRequestBuilder tried =
                post("/proposal/{ref}/duplicates", ref).with(csrf());
        thirty("13").forEach(tried::param);
        mvc.perform(tried.with(with(operator))).andExpect(status().isOk());

        mvc.perform(family(thirty("14")).accept("application/json")).andExpect(status().isTooManyRequests());
        sendFamily(thirty("14")).andExpect(status().isTooManyRequests());
        assertThat(saved().content().members().get(0).nik()).startsWith("12");
        sendFamily(Map.of("address", "Jalan Melati 3")).andExpect(status().is3xxRedirection());
    }

    /** A family of thirty whose numbers begin so. */
    private static Map<String, String> thirty(String begin) {
        Map<String, String> typed = new LinkedHashMap<>(Map.of("action", "save"));
        for (int i = 0; i < FamilyForm.MOST_MEMBERS; i++) {
            typed.put("members[" + i + "].nik", begin + "1906010190%04d".formatted(i + 1));
        }
        return typed;
    }

    @Test
    void submittingAnIncompleteProposalNamesWhatIsMissing() throws Exception {
        send("submit", Map.of("declaration", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("#familyCardNumber")));
    }

    @Test
    void withoutTheDeclarationNothingIsSent() throws Exception {
        send("submit", Map.of())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Centang pernyataan")));
        assertThat(saved().submittedAt()).isNull();
    }

    @ParameterizedTest
    @MethodSource("id.siks.evidence.SampleFiles#badPhotos")
    void aBadPhotoIsRefusedWhereItWasChosen(String problem, byte[] bytes) throws Exception {
        // A browser sends an empty file where none was chosen.
        String key = bytes.length == 0 ? "proposal.page.error.photo-empty" : "evidence.error." + problem;
        String sentence =
                messages.getMessage(key, null, Locale.forLanguageTag("id")).split("\\{")[0];
        mvc.perform(multipart("/proposal/{ref}/photos", ref)
                        .file(new MockMultipartFile("file", "foto.jpg", "image/jpeg", bytes))
                        .param("kind", "HOUSE_FRONT")
                        .with(csrf())
                        .with(with(operator)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("#photos.HOUSE_FRONT")))
                .andExpect(content().string(containsString(HtmlUtils.htmlEscape(sentence))));
        assertThat(attachments.of(ref.value())).isEmpty();
    }

    @Test
    void aPhotoSentTwiceFromOnePageIsThereOnceAndAnUnreadableKeyIsRefused() throws Exception {
        String page = mvc.perform(get("/proposal/{ref}/photos", ref).with(with(operator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
        assertThat(key.find()).isTrue();
        photo("HOUSE_FRONT", key.group(1)).andExpect(status().is3xxRedirection());
        photo("HOUSE_FRONT", key.group(1)).andExpect(status().is3xxRedirection());
        assertThat(attachments.of(ref.value())).hasSize(1);
        photo("FAMILY_CARD", key.group(1)).andExpect(status().is3xxRedirection());
        assertThat(attachments.of(ref.value())).hasSize(2);
        photo("FAMILY_CARD", "bukan kunci").andExpect(status().isUnprocessableEntity());
        assertThat(attachments.of(ref.value())).hasSize(2);
    }

    private ResultActions photo(String kind, String key) throws Exception {
        return mvc.perform(multipart("/proposal/{ref}/photos", ref)
                .file(new MockMultipartFile("file", "foto.jpg", "image/jpeg", ProposalTestData.jpeg()))
                .param("kind", kind)
                .param("key", key)
                .with(csrf())
                .with(with(operator)));
    }

    @Test
    void othersFindNothingHere() throws Exception {
        Actor neighbour = actors.operator(areas.children(DISTRICT).get(1).code());
        mvc.perform(get("/proposal/{ref}/family", ref).with(with(neighbour))).andExpect(status().isNotFound());
        mvc.perform(get("/proposal/nonsense/family").with(with(operator))).andExpect(status().isNotFound());
    }

    private ProposalView saved() {
        return proposals.view(ref, operator);
    }

    private ResultActions sendFamily(Map<String, String> fields) throws Exception {
        return mvc.perform(family(fields));
    }

    private MockHttpServletRequestBuilder family(Map<String, String> fields) {
        return form("family", fields);
    }

    private ResultActions send(String step, Map<String, String> fields) throws Exception {
        return mvc.perform(form(step, fields));
    }

    private MockHttpServletRequestBuilder form(String step, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "version", Integer.toString(saved().version()),
                "key", UUID.randomUUID().toString(),
                "action", "next"));
        all.putAll(fields);
        MockHttpServletRequestBuilder request =
                post("/proposal/{ref}/{step}", ref, step).with(csrf()).with(with(operator));
        all.forEach(request::param);
        return request;
    }
}
