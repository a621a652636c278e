package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static id.siks.proposal.web.ProposalForms.versionOn;
import static id.siks.proposal.web.ProposalForms.withdrawal;
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
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.identity.AccessKind;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestAccessLog;
import id.siks.identity.TestActors;
import id.siks.proposal.CardPart;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import id.siks.register.TestFamilies;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The list of proposals and the page of one. */
@EngineTest
class ProposalPagesTests {

    private static final AreaCode DISTRICT = new AreaCode("121906");
    private static final String CARD = "1219060101200001";
    private static final String MOVED = "Keluarga sudah pindah ke kabupaten lain.";

    @Autowired
    MockMvc mvc;

    @Autowired
    Proposals proposals;

    @Autowired
    TestActors actors;

    @Autowired
    Areas areas;

    @Autowired
    TestAccessLog accessLog;

    AreaCode village;
    Actor operator;

    @BeforeEach
    void anOperator() {
        village = areas.children(DISTRICT).get(2).code();
        operator = actors.operator(village);
    }

    @Test
    void theListIsAPageAndAFragment() throws Exception {
        CaseRef ref = proposals.draft(operator, village);
        mvc.perform(get("/proposal").with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html")))
                .andExpect(content().string(containsString(ref.value())))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/proposal")
                        .param("status", "DRAFT")
                        .header("HX-Request", "true")
                        .with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<html"))))
                .andExpect(content().string(containsString(ref.value())));
    }

    /** Requirement 23. */
    @Test
    void whomTheListNamesIsNotedAndADraftWithoutAnybodyNamesNobody() throws Exception {
        CaseRef nobody = proposals.draft(operator, village);
        CaseRef named = withCard();
        proposals.saveMembers(named, version(named), TestFamilies.in(village).members(), operator);
        mvc.perform(get("/proposal").with(with(operator)))
                .andExpect(content().string(containsString(nobody.value())))
                .andExpect(content().string(containsString(named.value())));
        assertThat(accessLog.about("proposal:" + nobody)).isEmpty();
        assertThat(accessLog.about("proposal:" + named))
                .singleElement()
                .matches(entry -> Objects.equals(entry.accountId(), operator.accountId())
                        && "proposal.list".equals(entry.purpose()));
    }

    @Test
    void aNumberLeadsToItsCaseOrIsNotFound() throws Exception {
        CaseRef ref = proposals.draft(operator, village);
        sought(" " + ref.value().toLowerCase() + " ").andExpect(redirectedUrl("/proposal/" + ref));
        sought("usl-1804-26-999999")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Usulan nomor USL-1804-26-999999 tidak ditemukan")))
                .andExpect(content().string(not(containsString("??"))));
        for (String other : new String[] {"' or 1=1 --", "%"}) {
            sought(other)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Itu bukan nomor usulan")));
        }
    }

    /** Requirement 22. */
    @Test
    void aNikTypedForANumberComesIntoNoAddressAndOntoNoPage() throws Exception {
        CaseRef ref = proposals.draft(operator, village);
        mvc.perform(get("/proposal").param("number", ref.value()).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("action=\"/proposal/search\"")));
        sought("1219061506850001")
                .andExpect(content().string(containsString("Itu bukan nomor usulan")))
                .andExpect(content().string(not(containsString("1219061506850001"))));
    }

    @Test
    void aNewProposalBeginsInTheOperatorsVillageOnceHoweverOftenTheButtonIsPressed() throws Exception {
        String key = UUID.randomUUID().toString();
        String first = begin(key, null).andReturn().getResponse().getRedirectedUrl();
        String second = begin(key, null).andReturn().getResponse().getRedirectedUrl();
        assertThat(first).matches("/proposal/USL-1219-\\d\\d-\\d{6,9}/family").isEqualTo(second);
    }

    @Test
    void anUnknownVillageIsRefusedAtItsField() throws Exception {
        for (String code : new String[] {"9999999999", "12", "desa"}) {
            begin(UUID.randomUUID().toString(), code)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("tidak dikenal")));
        }
    }

    @Test
    void aVillageOfSomebodyElseIsNotFound() throws Exception {
        String elsewhere = areas.children(DISTRICT).get(3).code().value();
        begin(UUID.randomUUID().toString(), elsewhere).andExpect(status().isNotFound());
    }

    @Test
    void numbersAreMaskedUntilSomebodySaysWhy() throws Exception {
        CaseRef ref = withCard();
        mvc.perform(get("/proposal/{ref}", ref).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1219********0001")))
                .andExpect(content().string(not(containsString(CARD))))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(post("/proposal/{ref}/reveal", ref).with(csrf()).with(with(operator)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(not(containsString(CARD))));
        mvc.perform(post("/proposal/{ref}/reveal", ref)
                        .param("purpose", "VERIFY")
                        .with(csrf())
                        .with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(CARD)));
        assertThat(accessLog.about("proposal:" + ref))
                .anyMatch(entry -> entry.kind() == AccessKind.REVEAL && "VERIFY".equals(entry.purpose()));
    }

    @Test
    void theWholeClaimIsThereButHealthAndSpendingOnlyForAPurpose() throws Exception {
        CaseRef ref = withCard();
        FamilyContent family = TestFamilies.in(village);
        proposals.saveMembers(ref, version(ref), family.members(), operator);
        proposals.saveHousing(ref, version(ref), family.housing(), operator);
        Actor verifier = actors.verifier(new AreaCode("1219"));
        mvc.perform(get("/proposal/{ref}", ref).with(with(verifier)))
                .andExpect(content().string(containsString("Pekerja bebas pertanian")))
                .andExpect(content().string(containsString("Kambing/domba")))
                .andExpect(content().string(containsString("Keluarga petugas")))
                .andExpect(content().string(not(containsString("Jenis disabilitas"))))
                .andExpect(content().string(not(containsString("900.000"))))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(post("/proposal/{ref}/reveal", ref)
                        .param("purpose", "VERIFY")
                        .with(csrf())
                        .with(with(verifier)))
                .andExpect(content().string(containsString("Jenis disabilitas")))
                .andExpect(content().string(containsString("900.000")));
        mvc.perform(get("/proposal/{ref}/review", ref).with(with(operator)))
                .andExpect(content().string(containsString("Jenis disabilitas")))
                .andExpect(content().string(containsString("900.000")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void aReviewerReadsTheCaseButIsOfferedNothingToChange() throws Exception {
        CaseRef ref = withCard();
        mvc.perform(get("/proposal/{ref}", ref).with(with(actors.verifier(new AreaCode("1219")))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/withdraw"))))
                .andExpect(content().string(not(containsString("Lanjutkan mengisi"))));
    }

    @Test
    void withdrawingNeedsAReason() throws Exception {
        CaseRef ref = withCard();
        mvc.perform(withdrawal(ref, Integer.toString(version(ref)), "pindah", operator))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("pindah</textarea>")));
        mvc.perform(withdrawal(ref, Integer.toString(version(ref)), "Pindah ke KK 1804042602850224.", operator))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Hapus NIK atau nomor KK")))
                .andExpect(content().string(containsString("1804042602850224.</textarea>")));
        mvc.perform(withdrawal(ref, Integer.toString(version(ref)), "..........", operator))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(withdrawal(ref, Integer.toString(version(ref)), MOVED, operator))
                .andExpect(redirectedUrl("/proposal/" + ref));
        assertThat(proposals.view(ref, operator).status()).isEqualTo(CaseStatus.CANCELLED);
    }

    @Test
    void aPageOpenedBeforeSomebodyElseChangedTheProposalWithdrawsNothingAndSaysWhoWasFirst() throws Exception {
        CaseRef ref = withCard();
        String page = mvc.perform(get("/proposal/{ref}", ref).with(with(operator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String seen = versionOn(page);
        assertThat(seen).isEqualTo(Integer.toString(version(ref)));
        Actor colleague = actors.operator(village);
        CardPart card = new CardPart(CARD, "Jalan Melati 5", null, "1", "2", null, null, null, false, null);
        proposals.saveCard(ref, version(ref), card, colleague);

        mvc.perform(withdrawal(ref, seen, MOVED, operator))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(colleague.displayName())));
        assertThat(proposals.view(ref, operator).status()).isEqualTo(CaseStatus.DRAFT);
        int now = version(ref);
        proposals.withdraw(ref, now, "Sudah diusulkan oleh desa lain.", UUID.randomUUID(), colleague);
        mvc.perform(withdrawal(ref, Integer.toString(now), MOVED, operator))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(colleague.displayName())));
    }

    /** Nobody was faster than a form that does not say what it has seen. */
    @Test
    void aFormWithoutAReadableVersionIsIncomplete() throws Exception {
        CaseRef ref = withCard();
        for (String step : List.of("withdraw", "family", "submit")) {
            for (String none : List.of("", "x", "-1", "1.0", "99999999999")) {
                mvc.perform(versioned(ref, step, none))
                        .andExpect(status().isUnprocessableEntity())
                        .andExpect(content().string(containsString("Formulir ini tidak lengkap")))
                        .andExpect(content().string(not(containsString("diubah oleh"))));
                mvc.perform(versioned(ref, step, none).accept(MediaType.APPLICATION_JSON))
                        .andExpect(status().isUnprocessableEntity())
                        .andExpect(jsonPath("$.errors[0].field").value("version"));
            }
        }
        assertThat(proposals.view(ref, operator).status()).isEqualTo(CaseStatus.DRAFT);
    }

    private MockHttpServletRequestBuilder versioned(CaseRef ref, String step, String version) {
        return post("/proposal/{ref}/{step}", ref, step)
                .param("key", UUID.randomUUID().toString())
                .param("version", version)
                .param("familyCardNumber", CARD)
                .param("action", "next")
                .param("declaration", "true")
                .param("reasonText", MOVED)
                .with(csrf())
                .with(with(operator));
    }

    @Test
    void otherSoftwareReadsWhereAProposalStandsAndWhichVersionThatIs() throws Exception {
        CaseRef ref = withCard();
        mvc.perform(get("/proposal/{ref}/state", ref).with(with(operator)))
                .andExpect(jsonPath("$.ref").value(ref.value()))
                .andExpect(jsonPath("$.status").value("DRAFT"))
                .andExpect(jsonPath("$.version").value(version(ref)));
    }

    /** Work for the whole district and an operator's role elsewhere add up to nothing here. */
    @Test
    void onlyAnOperatorOfTheVillageWithdraws() throws Exception {
        CaseRef ref = withCard();
        Actor worker = actors.holding(List.of(
                Assignment.of(Role.DISTRICT_SOCIAL_WORKER, DISTRICT),
                Assignment.of(
                        Role.VILLAGE_OPERATOR, areas.children(DISTRICT).get(3).code())));
        mvc.perform(withdrawal(ref, Integer.toString(version(ref)), MOVED, worker))
                .andExpect(status().isNotFound());
        assertThat(proposals.view(ref, operator).status()).isEqualTo(CaseStatus.DRAFT);
    }

    private int version(CaseRef ref) {
        return proposals.view(ref, operator).version();
    }

    private CaseRef withCard() {
        CaseRef ref = proposals.draft(operator, village);
        int version = proposals.view(ref, operator).version();
        CardPart card = new CardPart(CARD, "Jalan Melati 3", null, "1", "2", null, null, null, false, null);
        proposals.saveCard(ref, version, card, operator);
        return ref;
    }

    private ResultActions sought(String number) throws Exception {
        return mvc.perform(
                post("/proposal/search").param("number", number).with(csrf()).with(with(operator)));
    }

    private ResultActions begin(String key, String code) throws Exception {
        var request = post("/proposal").param("key", key).with(csrf()).with(with(operator));
        return mvc.perform(code == null ? request : request.param("village", code));
    }
}
