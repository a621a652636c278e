package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.proposal.Channel;
import id.siks.register.FamilyRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The steps of the wizard: drafts are saved, nothing typed is lost, every bad value has its sentence at its field. */
class WizardPagesTests extends WizardTest {

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
    void nobodyIsAddedBeyondTheMostAndTheOperatorIsTold() throws Exception {
        Map<String, String> all = new LinkedHashMap<>(Map.of("action", "add-member"));
        for (int i = 0; i < FamilyRules.MOST_MEMBERS - 1; i++) {
            all.put("members[" + i + "].fullName", "SITI CONTOH");
        }
        sendFamily(all)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("members[" + (FamilyRules.MOST_MEMBERS - 1) + "].nik")));
        all.put("members[" + (FamilyRules.MOST_MEMBERS - 1) + "].fullName", "BUDI CONTOH");
        sendFamily(all)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Paling banyak " + FamilyRules.MOST_MEMBERS + " anggota")))
                .andExpect(content().string(containsString("value=\"BUDI CONTOH\"")));
        assertThat(saved().content().members()).isEmpty();
    }

    @Test
    void aButtonNobodyKnowsSavesNothing() throws Exception {
        sendFamily(Map.of("action", "adopt-all", "address", "Jalan Melati 3"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(saved().content().address()).isNull();
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
    void aStalePageShowsTheTicksAndTheMembersSomebodyElseHasSaved() throws Exception {
        Map<String, String> mine = Map.of(
                "version", Integer.toString(saved().version()),
                "members[0].fullName", "SITI CONTOH",
                "members[0].birthDate", "1985-06-15");
        sendFamily(Map.of(
                        "ownFamily", "true",
                        "members[0].fullName", "BUDI CONTOH",
                        "members[0].birthDate", "1984-02-01",
                        "members[1].fullName", "SITI CONTOH",
                        "members[1].birthDate", "1985-06-15",
                        "members[1].noPapers", "true",
                        "members[1].identityPapers", "1"))
                .andExpect(status().is3xxRedirection());
        String page = page(sendFamily(mine).andExpect(status().isConflict()));
        assertThat(page).contains("tidak ada di halaman ini: BUDI CONTOH");
        for (String ticked : List.of("ownFamily", "members[0].noPapers", "members[0].identityPapers")) {
            assertThat(field(page, ticked)).as(ticked).contains("Tersimpan sekarang");
        }
        assertThat(field(page, "members[0].birthPlace")).doesNotContain("Tersimpan sekarang");

        Map<String, String> fetched = new LinkedHashMap<>(mine);
        fetched.put("action", "fetch-members");
        assertThat(page(sendFamily(fetched))).contains("value=\"BUDI CONTOH\"", "value=\"SITI CONTOH\"");
    }

    @Test
    void aStalePageShowsWhoIsNotSavedAnyMore() throws Exception {
        String old = Integer.toString(saved().version());
        sendFamily(Map.of("members[0].fullName", "SITI CONTOH", "members[0].birthDate", "1985-06-15"));
        String page = page(sendFamily(Map.of(
                "version", old,
                "members[0].fullName", "SITI CONTOH",
                "members[0].birthDate", "1985-06-15",
                "members[1].fullName", "BUDI CONTOH",
                "members[1].birthDate", "1984-02-01")));
        assertThat(page.substring(page.indexOf("id=\"member-1\""))).contains("tidak ada dalam usulan yang tersimpan");
        assertThat(page.substring(0, page.indexOf("id=\"member-1\""))).doesNotContain("tidak ada dalam usulan");
    }

    @Test
    void aStaleHousingPageShowsTheTicksOfSomebodyElse() throws Exception {
        String old = Integer.toString(saved().version());
        send("housing", Map.of("housing.assets", "BICYCLE")).andExpect(status().is3xxRedirection());
        String page = page(send("housing", Map.of("version", old, "housing.floor", "9")));
        assertThat(field(page, "housing.assets")).contains("Tersimpan sekarang", "Sepeda");
        assertThat(field(page, "housing.floor")).contains("Tersimpan sekarang", "kosong");
    }

    private static String page(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    /** What stands from the field on to the next one. */
    private static String field(String page, String id) {
        String from = page.substring(page.indexOf("id=\"" + id + "\""));
        int next = from.indexOf("class=\"field");
        while (next >= 0 && from.startsWith("class=\"field-", next)) {
            next = from.indexOf("class=\"field", next + 1);
        }
        return next < 0 ? from : from.substring(0, next);
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
        for (int i = 0; i < 30; i++) {
            typed.put("members[" + i + "].nik", begin + "1906010190%04d".formatted(i + 1));
        }
        return typed;
    }

    @Test
    void othersFindNothingHere() throws Exception {
        Actor neighbour = actors.operator(areas.children(DISTRICT).get(1).code());
        mvc.perform(get("/proposal/{ref}/family", ref).with(with(neighbour))).andExpect(status().isNotFound());
        mvc.perform(get("/proposal/nonsense/family").with(with(operator))).andExpect(status().isNotFound());
    }
}
