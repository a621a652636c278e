package id.siks.register.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseOpened;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.casework.CaseStatus;
import id.siks.identity.AccessEntry;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessSubjects;
import id.siks.identity.Actor;
import id.siks.identity.TestAccessLog;
import id.siks.identity.TestActors;
import id.siks.register.Activation;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.TestFamilies;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class RegisterPagesTests {

    private static final AreaCode VILLAGE = AreaCode.of("18.04.07.2002");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Families families;

    @Autowired
    private CaseRefs refs;

    @Autowired
    private TestActors actors;

    @Autowired
    private TestAccessLog accessLog;

    @Autowired
    private List<AccessSubjects> seen;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private Actor operator;
    private FamilyContent content;
    private CaseRef caseRef;
    private long id;

    @BeforeEach
    void anActiveFamily() {
        operator = actors.operator(VILLAGE);
        content = TestFamilies.in(VILLAGE);
        caseRef = refs.next("USL", VILLAGE);
        transaction.executeWithoutResult(status -> events.publishEvent(new CaseOpened(
                caseRef,
                "NEW_REGISTRATION",
                VILLAGE,
                "Budi Santosa",
                CaseStatus.DETERMINED,
                operator.accountId(),
                Instant.now())));
        id = activated(caseRef, content);
    }

    private long activated(CaseRef cause, FamilyContent family) {
        return families.activate(List.of(new Activation(cause, family, operator.accountId())))
                .activated()
                .get(cause)
                .id();
    }

    @Test
    void a_number_is_searched_for_in_the_body_and_shown_masked() throws Exception {
        String nik = content.members().get(0).nik();

        mvc.perform(post("/register/search").param("nik", nik).with(csrf()).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/register/" + id)))
                .andExpect(content().string(containsString("1804********")));
        mvc.perform(get("/register").param("nik", nik).with(with(operator)))
                .andExpect(content().string(not(containsString("/register/" + id))));
    }

    @Test
    void who_has_no_papers_yet_is_found_and_followed_up() throws Exception {
        MemberContent grandmother = TestFamilies.withoutPapers("Mbah Tanpa Surat");
        CaseRef cause = refs.next("USL", VILLAGE);
        FamilyContent family = TestFamilies.with(VILLAGE, List.of(TestFamilies.head("Jono Contoh"), grandmother));
        long followed = activated(cause, family);

        mvc.perform(post("/register/search")
                        .param("withoutPapers", "true")
                        .with(csrf())
                        .with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/register/" + followed)))
                .andExpect(content().string(containsString("Belum punya dokumen kependudukan")))
                .andExpect(content().string(containsString("Dukcapil")))
                .andExpect(content().string(not(containsString("/register/" + id + "\""))));
        mvc.perform(post("/register/search")
                        .param("withoutPapers", "true")
                        .param("name", "Jono Contoh")
                        .with(csrf())
                        .with(with(operator)))
                .andExpect(content().string(not(containsString("/register/" + followed))));
        mvc.perform(get("/register/{id}", followed).with(with(operator)))
                .andExpect(content().string(containsString("mengurus KTP atau akta di Dukcapil")));
        mvc.perform(get("/register/{id}", id).with(with(operator)))
                .andExpect(content().string(not(containsString("mengurus KTP atau akta di Dukcapil"))));
    }

    @Test
    void an_empty_or_malformed_search_gets_a_sentence_and_keeps_what_was_typed() throws Exception {
        mvc.perform(post("/register/search").with(csrf()).with(with(operator)))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/register/search").param("nik", "12a").with(csrf()).with(with(operator)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"12a\"")));
    }

    @Test
    void a_family_shows_its_case_and_is_masked_until_a_purpose_is_given() throws Exception {
        String nik = content.members().get(0).nik();

        mvc.perform(get("/register/{id}", id).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/casework/" + caseRef)))
                .andExpect(content().string(not(containsString(nik))))
                .andExpect(content().string(not(containsString("Jenis disabilitas"))))
                .andExpect(content().string(not(containsString("Kambing/domba"))))
                .andExpect(content().string(not(containsString(content.familyCardNumber()))));
        mvc.perform(post("/register/{id}/reveal", id).with(csrf()).with(with(operator)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(not(containsString(nik))));
        mvc.perform(post("/register/{id}/reveal", id)
                        .param("purpose", "CITIZEN_REQUEST")
                        .with(csrf())
                        .with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(nik)))
                .andExpect(content().string(containsString("Jenis disabilitas")))
                .andExpect(content().string(containsString("Pekerja bebas pertanian")))
                .andExpect(content().string(containsString("Kambing/domba")))
                .andExpect(content().string(not(containsString("??"))));
        assertThat(accessLog.about(Families.subject(id)))
                .extracting(AccessEntry::kind)
                .contains(AccessKind.READ, AccessKind.REVEAL);
    }

    @Test
    void a_family_carried_over_says_so_and_leads_to_no_case() throws Exception {
        CaseRef number = refs.next("ALH", VILLAGE);
        long carriedOver = activated(number, TestFamilies.in(VILLAGE));

        mvc.perform(get("/register/{id}", carriedOver).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(containsString("Dibawa dari basis data sebelumnya, dengan nomor " + number)))
                .andExpect(content().string(not(containsString("/casework/" + number))));
    }

    @Test
    void a_family_of_another_village_answers_like_one_that_does_not_exist() throws Exception {
        Actor stranger = actors.operator(AreaCode.of("18.04.07.2003"));

        mvc.perform(get("/register/{id}", id).with(with(stranger))).andExpect(status().isNotFound());
        mvc.perform(get("/register/{id}", 999_999_999L).with(with(stranger))).andExpect(status().isNotFound());
        mvc.perform(post("/register/{id}/reveal", id)
                        .param("purpose", "AUDIT")
                        .with(csrf())
                        .with(with(stranger)))
                .andExpect(status().isNotFound());
    }

    /** Requirement 10: nothing outside the reader's territory is read at all. */
    @Test
    void the_access_log_learns_names_of_the_readers_territory_only() {
        List<String> codes = List.of(Families.subject(id), "proposal:" + caseRef);
        assertThat(codes).allSatisfy(code -> {
            assertThat(named(code, List.of(VILLAGE.value().substring(0, 4)))).hasSize(1);
            assertThat(named(code, List.of("9999", VILLAGE.value()))).hasSize(1);
            assertThat(named(code, List.of(""))).hasSize(1);
            assertThat(named(code, List.of("9999"))).isEmpty();
            assertThat(named(code, List.of())).isEmpty();
        });
    }

    private List<String> named(String code, List<String> territories) {
        return seen.stream()
                .filter(room -> code.startsWith(room.prefixes().get(0)))
                .flatMap(room -> room.names(List.of(code), territories).values().stream())
                .map(AccessSubjects.Named::name)
                .toList();
    }

    @Test
    void a_certificate_is_issued_once_even_when_the_button_is_pressed_twice() throws Exception {
        String key = UUID.randomUUID().toString();

        String first = issue(key, "Pendaftaran sekolah");
        String second = issue(key, "Pendaftaran sekolah");

        assertThat(first)
                .matches("/evidence/certificates/SK-\\d{2}-\\w{5}-\\w{5}")
                .isEqualTo(second);
        mvc.perform(get(first).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        assertThat(accessLog.about(Families.subject(id)))
                .as("whose numbers stand on the paper is noted at each print")
                .filteredOn(entry -> entry.kind() == AccessKind.PRINT)
                .extracting(AccessEntry::purpose)
                .contains("Pendaftaran sekolah", "certificate-copy");
        mvc.perform(post("/register/{id}/certificate", id)
                        .param("key", UUID.randomUUID().toString())
                        .param("certificatePurpose", "x")
                        .with(csrf())
                        .with(with(operator)))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void the_certificate_says_where_the_family_lives_and_what_it_receives() throws Exception {
        byte[] file = mvc.perform(get(issue(UUID.randomUUID().toString(), "Pendaftaran sekolah"))
                        .with(with(operator)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (PDDocument paper = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Jalan Melati 12, RT 003/RW 001, Dusun Satu", "[ ] PKH", "[x] Bantuan pangan");
        }
    }

    private String issue(String key, String purpose) throws Exception {
        return mvc.perform(post("/register/{id}/certificate", id)
                        .param("key", key)
                        .param("certificatePurpose", purpose)
                        .with(csrf())
                        .with(with(operator)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }
}
