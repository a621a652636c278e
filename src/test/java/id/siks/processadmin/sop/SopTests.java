package id.siks.processadmin.sop;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.NotFound;
import id.siks.processadmin.release.Release;
import id.siks.processadmin.sop.Sop.Choice;
import id.siks.processadmin.sop.Sop.Field;
import id.siks.processadmin.sop.Sop.Kind;
import id.siks.processadmin.sop.Sop.Section;
import id.siks.processadmin.sop.Sop.Step;
import id.siks.processadmin.sop.Sop.Way;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** A procedure says what the released diagram, form and table say, step by step in the order of the flow. */
@EngineTest
class SopTests {

    @Autowired
    Sops sops;

    @Autowired
    SopPaper paper;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Test
    void steps_stand_in_the_order_of_the_flow() {
        List<Step> steps = sop("proposal-trunk").sections().get(0).steps();

        assertThat(steps).extracting(Step::number).startsWith(1, 2, 3);
        assertThat(steps)
                .extracting(Step::name)
                .containsSubsequence(
                        "Padankan identitas",
                        "Tentukan jalur",
                        "Ajukan ke musyawarah",
                        "Hasil musyawarah",
                        "Siapkan untuk daftar desa",
                        "Minta kunjungan rumah",
                        "Kunjungan selesai",
                        "Putuskan usulan",
                        "Setujui, ikut daftar periode",
                        "Masukkan ke DTKS")
                .contains("Perbaiki usulan");
    }

    @Test
    void a_step_has_its_actor_what_arrives_its_time_limit_and_every_answer() {
        Step decide = step("proposal-trunk", "Putuskan usulan");

        assertThat(decide.kind()).isEqualTo(Kind.PERSON);
        assertThat(decide.role()).isEqualTo(Role.REGENCY_VERIFIER.name());
        assertThat(decide.after())
                .containsExactly(step("proposal-trunk", "Ajukan ke Dinsos").number());
        assertThat(decide.fields()).contains(new Field("Putusan", true));
        assertThat(decide.terms()).extracting(SopTerm::when).containsExactly(null, "Reaktivasi PBI-JK didahulukan");
        assertThat(decide.terms()).extracting(term -> term.term().days()).containsExactly(3, 2);
        assertThat(decide.ways())
                .extracting(Way::conditions, Way::name)
                .contains(
                        Tuple.tuple(List.of("Putusan Dinsos? setujui"), "Setujui, ikut daftar periode"),
                        Tuple.tuple(List.of("Putusan Dinsos? kembalikan"), "Kembalikan ke desa"));
    }

    @Test
    void gateways_in_a_row_tell_all_their_answers_and_a_fault_is_a_way_too() {
        assertThat(step("proposal-trunk", "Tentukan jalur").ways())
                .extracting(Way::conditions)
                .contains(
                        List.of("Perlu musyawarah? ya"),
                        List.of("Perlu musyawarah? tidak", "Perlu masuk daftar desa? tidak", "Perlu kunjungan? ya"));
        assertThat(step("proposal-trunk", "Padankan identitas").ways())
                .extracting(Way::conditions)
                .contains(List.of("Tidak padan"));
        assertThat(step("proposal-trunk", "Setujui, ikut daftar periode").ways())
                .extracting(Way::choice, Way::name)
                .contains(Tuple.tuple(Choice.FIRST, "Periode ditetapkan"));
    }

    @Test
    void boxes_of_the_diagram_are_sections_and_a_cut_off_has_no_days() {
        Sop sop = sop("period-finalization");

        assertThat(sop.sections())
                .extracting(Section::title)
                .startsWith(null, "Tutup daftar tiap kecamatan", "Sahkan dan tetapkan daftar")
                .contains("Tangga eskalasi");
        Step village = step("period-finalization", "Finalisasi daftar desa/kelurahan");
        assertThat(village.repeated()).isTrue();
        assertThat(village.terms())
                .singleElement()
                .satisfies(term -> assertThat(term.term().days()).isNull());
        assertThat(sop.roles()).contains("REGENT", "MINISTRY_DECIDER", "VILLAGE_OPERATOR");
    }

    @Test
    void the_paper_has_every_step_under_a_head_that_is_repeated() throws IOException {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        long began = System.nanoTime();
        byte[] file = paper.print(sops.released("period-finalization"));
        long millis = (System.nanoTime() - began) / 1_000_000;

        assertThat(LocaleContextHolder.getLocale()).isEqualTo(Locale.ENGLISH);
        LocaleContextHolder.resetLocaleContext();
        assertThat(millis).as("milliseconds, the first time").isLessThan(20_000);
        try (PDDocument document = Loader.loadPDF(file)) {
            String words = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(words)
                    .contains("STANDAR OPERASIONAL PROSEDUR", "Bupati/Wali Kota", "Bawaan aplikasi SIKS-NG")
                    .contains("Sampai batas waktu periode", "Diagram alir, bagian 1 dari")
                    .doesNotContain("??", "#");
            sop("period-finalization").sections().forEach(section -> section.steps()
                    .forEach(step -> assertThat(words).contains(step.name())));
            int heads = words.split("No. Kegiatan Pelaksana Kelengkapan Waktu Output", -1).length - 1;
            assertThat(heads).as("pages of the table").isGreaterThan(2);
        }
    }

    @Test
    void whoever_oversees_work_finds_the_list_and_whoever_works_may_read_the_paper() throws Exception {
        mvc.perform(get("/processadmin/sop").with(with(people.holding(Role.REGENCY_OFFICE_HEAD, new AreaCode("1804")))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/processadmin/sop/proposal-trunk")));
        mvc.perform(get("/processadmin/sop/village-meeting")
                        .with(with(people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER))))))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        mvc.perform(get("/processadmin/sop/no-such-process")
                        .with(with(people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN))))))
                .andExpect(status().isNotFound());
        assertThatThrownBy(() -> sops.released("task-deadlines")).isInstanceOf(NotFound.class);
    }

    private Sop sop(String key) {
        Release release = sops.released(key);
        return sops.of(release);
    }

    private Step step(String key, String name) {
        return sop(key).sections().stream()
                .flatMap(section -> section.steps().stream())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
