package id.siks.evidence;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.evidence.Certificates.Validity;
import id.siks.identity.AccessEntry;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestAccessLog;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** Glossary 12. */
@EngineTest
class CertificatesTests {

    private static final AreaCode VILLAGE = AreaCode.of("18.04.06.2004");
    private static final int TIMES_A_MINUTE = 30;
    private static final String NIK = "1804061506850001";

    @Autowired
    private Certificates certificates;

    @Autowired
    private TestActors actors;

    @Autowired
    private TestAccessLog accessLog;

    @Autowired
    private BusinessTime time;

    @Autowired
    private MockMvc mvc;

    @Test
    void the_paper_says_what_the_law_wants_and_its_code_leads_to_the_check_page() throws Exception {
        String serial = inEnglish(() -> certificates.issue(family(), "Pendaftaran sekolah", actors.operator(VILLAGE)));
        byte[] file = certificates.print(serial, actors.villageHead(VILLAGE));

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "SURAT KETERANGAN TERDAFTAR DTKS",
                            serial,
                            "ID-00000127-K",
                            "Budi Santosa",
                            "Siti Aminah",
                            NIK,
                            "1804041506200001",
                            "15 Juni 1985",
                            "Jalan Melati 12",
                            "Turgak",
                            "Belalau",
                            "Kabupaten Lampung Barat",
                            "Lampung",
                            "Pendaftaran sekolah",
                            "[x] PKH",
                            "[ ] Bantuan pangan",
                            "Dicetak dari SIKS-NG pada");
            assertThat(decoded(new PDFRenderer(document).renderImageWithDPI(0, 150)))
                    .endsWith("/evidence/check/" + serial)
                    .doesNotContain(NIK);
        }
    }

    @Test
    void everybody_may_check_whether_a_paper_holds_and_learns_nothing_else() throws Exception {
        String serial = certificates.issue(family(), "Pendaftaran sekolah", actors.operator(VILLAGE));

        mvc.perform(get("/evidence/check/{serial}", serial))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("masih berlaku")))
                .andExpect(content().string(not(containsString("Budi"))))
                .andExpect(content().string(not(containsString("Turgak"))));
        mvc.perform(get("/evidence/check/{serial}", "SK-26-22222-22222"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tidak dikenal")));
        time.moveTo(time.now().plus(Duration.ofDays(32)));
        assertThat(certificates.validity(serial)).isEqualTo(Validity.EXPIRED);
        assertThat(certificates.validity("'; drop table")).isEqualTo(Validity.UNKNOWN);
    }

    @Test
    void guessing_serials_is_slowed_down() throws Exception {
        // The allowance fills up while we ask; it never fills as fast as a machine asks.
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 3 * TIMES_A_MINUTE; i++) {
            answers.add(mvc.perform(get("/evidence/check/SK-26-22222-22222").with(from("198.51.100.7")))
                    .andReturn()
                    .getResponse()
                    .getStatus());
        }
        assertThat(answers.subList(0, TIMES_A_MINUTE)).containsOnly(200);
        assertThat(answers).contains(429);
    }

    @Test
    void the_village_issues_with_a_purpose_and_nobody_else_fetches_it() throws Exception {
        Actor operator = actors.operator(VILLAGE);
        assertThatThrownBy(() -> certificates.issue(family(), " x ", operator)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> certificates.issue(family(), "Pendaftaran", actors.verifier(AreaCode.of("18.04"))))
                .isInstanceOf(NotFound.class);

        String serial = certificates.issue(family(), "Pendaftaran sekolah", operator);
        mvc.perform(get("/evidence/certificates/{serial}", serial).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        AreaCode next = AreaCode.of("18.04.06.2001");
        Actor onlooker = actors.holding(
                List.of(Assignment.of(Role.VILLAGE_HEAD, next), Assignment.of(Role.AUDITOR, AreaCode.of("18.04"))));
        for (Actor other : List.of(actors.operator(next), onlooker)) {
            mvc.perform(get("/evidence/certificates/{serial}", serial).with(with(other)))
                    .andExpect(status().isNotFound());
        }
        String another = "SK-26-22222-22222";
        mvc.perform(get("/evidence/certificates/{serial}", another).with(with(onlooker)))
                .andExpect(status().isNotFound());
        assertThat(accessLog.about("certificate:" + serial))
                .allSatisfy(entry -> assertThat(entry.kind()).isEqualTo(AccessKind.PRINT))
                .extracting(AccessEntry::outcome)
                .containsExactly(
                        AccessOutcome.REFUSED, AccessOutcome.REFUSED, AccessOutcome.GRANTED, AccessOutcome.GRANTED);
        assertThat(accessLog.about("certificate:" + another))
                .filteredOn(entry -> entry.accountId() == onlooker.accountId())
                .extracting(AccessEntry::outcome)
                .containsExactly(AccessOutcome.REFUSED);
    }

    /** For somebody who reads the pages in English: the paper is an official's letter all the same. */
    private static <T> T inEnglish(Supplier<T> deed) {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            return deed.get();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static String decoded(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        java.util.Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static CertificateContent family() {
        return new CertificateContent(
                "ID-00000127-K",
                VILLAGE,
                "Budi Santosa",
                NIK,
                "1804041506200001",
                LocalDate.of(1985, 6, 15),
                "Jalan Melati 12",
                List.of(
                        new CertificateContent.Line(NIK, "Budi Santosa"),
                        new CertificateContent.Line("1804065506850002", "Siti Aminah")),
                List.of("PKH"));
    }
}
