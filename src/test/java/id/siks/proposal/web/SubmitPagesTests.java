package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.HiddenFields;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.finalization.VillageLists;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A cut-off that passes while the last step is open: the proposal is taken and its operator is told. */
@EngineTest
class SubmitPagesTests {

    private static final String SAYS = "masuk periode berikutnya";

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalTestData data;

    @Autowired
    Periods periods;

    @Autowired
    VillageLists villageLists;

    @Autowired
    TestActors people;

    @Autowired
    EngineJobs jobs;

    @Autowired
    BusinessTime time;

    @Autowired
    Proposals proposals;

    ProposalTestData.Place place;
    CaseRef ref;
    CaseRef period;

    @BeforeEach
    void theLastStepIsOpen() throws Exception {
        place = data.in("1503012004");
        place.period();
        ref = place.drafted(place.family());
        String page = mvc.perform(get("/proposal/{ref}/review", ref).with(with(place.operator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        period = new CaseRef(HiddenFields.of(page, "period"));
        assertThat(cutoff()).isAfter(time.now());
    }

    @AfterEach
    void present() {
        time.release();
    }

    @Test
    void inTimeNothingIsSaid() throws Exception {
        mvc.perform(get("/proposal/{ref}", ref).with(with(place.operator)).flashAttrs(sent().getFlashMap()))
                .andExpect(content().string(not(containsString(SAYS))));
    }

    @Test
    void aFamilyWithAnOpenCaseIsRefusedOnThePageWithItsNumber() throws Exception {
        FamilyContent family = place.family();
        CaseRef open = place.handedIn(family);
        ref = place.drafted(family);
        mvc.perform(submit())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Nomor ini sedang dipakai usulan " + open)))
                .andExpect(content().string(containsString("#familyCardNumber")));
        assertThat(proposals.view(ref, place.operator).submittedAt()).isNull();
    }

    @Test
    void afterTheCutoffItRollsOverAndSaysSo() throws Exception {
        time.moveTo(cutoff().plusSeconds(1));
        mvc.perform(get("/proposal/{ref}", ref).with(with(place.operator)).flashAttrs(sent().getFlashMap()))
                .andExpect(content().string(containsString(SAYS)));
    }

    @Test
    void whoAsksForDataIsToldSoToo() throws Exception {
        time.moveTo(cutoff().plusSeconds(1));
        mvc.perform(submit().accept("application/json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rolledOver").value(true));
    }

    @Test
    void whoseListsWereClosedAtOnceIsToldAlthoughTheDateHisPageShowedIsStillToCome() throws Exception {
        Instant shown = cutoff();
        time.moveTo(periods.find(period).orElseThrow().opensAt().plus(Duration.ofHours(1)));
        moveTo(time.now());
        assertThat(shown).isAfter(time.now());
        mvc.perform(submit().accept("application/json"))
                .andExpect(jsonPath("$.rolledOver").value(true));
        jobs.runDue();
        ref = place.drafted(place.family());
        mvc.perform(submit().accept("application/json"))
                .andExpect(jsonPath("$.rolledOver").value(true));
    }

    @Test
    void whoWasGivenMoreTimeIsNotToldThatItHasPassed() throws Exception {
        Instant shown = cutoff();
        moveTo(shown.plus(Duration.ofDays(2)));
        time.moveTo(shown.plusSeconds(60));
        mvc.perform(submit().accept("application/json"))
                .andExpect(jsonPath("$.rolledOver").value(false));
    }

    @Test
    void afterItsVillageHasClosedTheListThePagesNameTheNextOne() throws Exception {
        place = data.in("1505012004");
        PeriodView closed = place.period();
        CaseRef early = place.agreed();
        assertThat(page("/proposal/" + early)).contains("Berikutnya: desa/kelurahan menutup daftarnya");
        place.finalizes();
        CaseRef late = place.agreed();
        ref = place.drafted(place.family());

        Locale indonesian = new Locale("id");
        String says = "Daftar " + closed.name(indonesian) + " sudah difinalisasi";
        PeriodView next = villageLists.next(place.village).orElseThrow().period();
        assertThat(next.month()).isAfter(closed.month());
        assertThat(page("/proposal/" + late)).contains(says).doesNotContain("menutup daftarnya");
        assertThat(page("/")).contains(says);
        String review = page("/proposal/" + ref + "/review");
        assertThat(review).contains(says, "ikut daftar " + next.name(indonesian));
        assertThat(HiddenFields.of(review, "period")).isEqualTo(next.ref().value());
        period = closed.ref();
        mvc.perform(submit().accept("application/json"))
                .andExpect(jsonPath("$.rolledOver").value(true));
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(with(place.operator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aPeriodOfAnotherRegencyOrNoneSaysNothing() throws Exception {
        time.moveTo(cutoff().plusSeconds(1));
        period = new CaseRef("PRD-9999-26-000001");
        mvc.perform(submit().accept("application/json"))
                .andExpect(jsonPath("$.rolledOver").value(false));
    }

    @Test
    void aKeyThatWasUsedForSomethingElseDoesNothing() throws Exception {
        String key = UUID.randomUUID().toString();
        mvc.perform(send("/proposal/" + ref + "/place", key).param("action", "save"))
                .andExpect(status().isOk());
        notOurs(send("/proposal/" + ref + "/submit", key));
        assertThat(proposals.view(ref, place.operator).submittedAt()).isNull();
    }

    @Test
    void neitherAnotherFamilyNorAnotherDeedIsDoneWithOneKey() throws Exception {
        CaseRef other = place.drafted(place.family());
        String key = UUID.randomUUID().toString();
        mvc.perform(send("/proposal/" + ref + "/submit", key)).andExpect(status().isOk());
        mvc.perform(send("/proposal/" + ref + "/submit", key)).andExpect(status().isOk());
        jobs.runDue();
        notOurs(send("/proposal", key));
        notOurs(send("/proposal/" + ref + "/withdraw", key).param("reasonText", "Keluarga pindah ke luar"));
        assertThat(proposals.view(ref, place.operator).status()).isEqualTo(CaseStatus.READY_FOR_MEETING);
        ref = other;
        notOurs(send("/proposal/" + ref + "/submit", key));
        assertThat(proposals.view(ref, place.operator).submittedAt()).isNull();
    }

    private void notOurs(MockHttpServletRequestBuilder sent) throws Exception {
        mvc.perform(sent)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("key"));
    }

    private MockHttpServletRequestBuilder send(String path, String key) {
        return post(path)
                .param("version", Integer.toString(data.version(ref)))
                .param("key", key)
                .param("declaration", "true")
                .accept("application/json")
                .with(csrf())
                .with(with(place.operator));
    }

    private Instant cutoff() {
        return periods.find(period).orElseThrow().villageCutoffAt();
    }

    private void moveTo(Instant moment) {
        periods.moveCutoff(
                period,
                periods.find(period).orElseThrow().version(),
                Milestone.VILLAGE_CUTOFF,
                moment,
                "Kementerian mengubah masa pengusulan.",
                people.officeHead(place.village.at(AreaLevel.REGENCY)));
    }

    private MvcResult sent() throws Exception {
        return mvc.perform(submit())
                .andExpect(redirectedUrl("/proposal/" + ref))
                .andReturn();
    }

    private MockHttpServletRequestBuilder submit() {
        return post("/proposal/{ref}/submit", ref)
                .param("version", Integer.toString(data.version(ref)))
                .param("key", UUID.randomUUID().toString())
                .param("declaration", "true")
                .param("period", period.value())
                .with(csrf())
                .with(with(place.operator));
    }
}
