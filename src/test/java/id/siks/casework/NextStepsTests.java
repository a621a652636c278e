package id.siks.casework;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import id.siks.register.outside.SimulatedCivilRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** What to do next is something that can be done (glossary 6.1): what has ended is never sent again. */
@EngineTest
class NextStepsTests {

    private static final AreaCode VILLAGE = new AreaCode("1602032002");

    @Autowired
    NextSteps next;

    @Autowired
    TestCases cases;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    SimulatedCivilRegistry civilRegistry;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestActors people;

    @Autowired
    BusinessTime time;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void noLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @EnumSource
    void no_hint_of_an_ended_case_speaks_of_mending_and_sending_it(ReasonCode code) {
        for (CaseStatus end : CaseStatus.values()) {
            if (end.isUnsuccessful()) {
                assertThat(said(code, end, "id"))
                        .doesNotContainPattern("(?i)kirim|unggah|ambil ulang|perbaiki (nomor|alamat)|dari usulan");
                assertThat(said(code, end, "en"))
                        .doesNotContainPattern(
                                "(?i)\\bsend|upload|take .* again|correct (number|address)|out of the proposal");
            }
        }
    }

    @Test
    void what_was_returned_is_mended_and_sent_again() {
        assertThat(said(ReasonCode.NAME_DIFFERS, CaseStatus.RETURNED_TO_VILLAGE, "id"))
                .contains("kirim ulang");
        assertThat(said(ReasonCode.NAME_DIFFERS, CaseStatus.REJECTED_BY_REGENCY, "id"))
                .contains("Buat usulan baru");
    }

    @Test
    void an_ended_case_names_a_step_only_where_it_ended() throws Exception {
        CaseRef ref =
                cases.standing("NEW_REGISTRATION", VILLAGE, "Keluarga Uji", CaseStatus.REGENCY_REVIEW, time.now());
        tell(ref, "decided-return", CaseStatus.RETURNED_TO_VILLAGE, ReasonCode.EVIDENCE_MISSING);
        assertTimeline(ref, "kirim ulang usulan", "buat usulan baru");

        tell(ref, "decided-reject", CaseStatus.REJECTED_BY_REGENCY, ReasonCode.NOT_FOUND_AT_ADDRESS);
        assertTimeline(ref, "buat usulan baru", "kirim ulang usulan");
    }

    @Test
    void the_death_of_the_head_says_who_is_to_be_proposed_then() throws Exception {
        ProposalTestData.Place place = data.in("1602032003");
        CaseRef ref = place.ready();
        String head =
                proposals.view(ref, place.operator).content().members().get(0).nik();
        civilRegistry.announceDeath(head, LocalDate.of(2026, 10, 1));

        for (String page : List.of("/proposal/" + ref, "/casework/" + ref, "/")) {
            mvc.perform(get(page).with(with(place.operator)))
                    .andExpect(content().string(containsString("kepala keluarga yang baru")))
                    .andExpect(content().string(not(containsString("keluarkan anggota yang meninggal"))));
        }
    }

    private void tell(CaseRef ref, String what, CaseStatus status, ReasonCode code) {
        Reason why = new Reason(code, "Penjelasan dari Dinsos.");
        events.publishEvent(new CaseProgressed(List.of(ref), what, status, null, null, why, null, time.now()));
    }

    private void assertTimeline(CaseRef ref, String said, String unsaid) throws Exception {
        mvc.perform(get("/casework/" + ref).with(with(people.verifier(new AreaCode("1602")))))
                .andExpect(content().string(containsString(said)))
                .andExpect(content().string(not(containsString(unsaid))));
    }

    private String said(ReasonCode code, CaseStatus reached, String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        return next.of(code, reached);
    }
}
