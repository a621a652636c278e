package id.siks.worklist.board;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.identity.AccessKind;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.identity.TestAccessLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Villages and their operators are compared, on the page and in files that are counted. */
class VillageBoardTests extends BoardTest {

    private static final String WHY = "Rapat evaluasi operator desa";
    private static final AreaCode LISTED = new AreaCode("5310012002");

    @Autowired
    TestAccessLog accessLog;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void villages_are_listed_with_what_needs_attention_and_as_files() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, LISTED.at(AreaLevel.REGENCY));
        work.open(LISTED, null);
        String name = areas.get(LISTED).name();
        mvc.perform(get("/worklist/board/villages").param("show", "no-meeting").with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("belum pernah")))
                .andExpect(content().string(containsString("Anggota meninggal")));
        mvc.perform(villageFile(WHY).with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("desa-5310.csv")))
                .andExpect(content().string(containsString("\"'" + LISTED.display() + "\",\"" + name)));
        byte[] workbook = mvc.perform(villageFile(WHY)
                        .param("format", "xlsx")
                        .param("area", LISTED.at(AreaLevel.DISTRICT).value())
                        .with(with(verifier)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(sheet(workbook)).contains(name, "Anggota meninggal").doesNotContain("<f>");
        mvc.perform(get("/worklist/board/villages")
                        .param("area", LISTED.value())
                        .with(with(verifier)))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_the_list_does_not_know_counts_as_not_given() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, LISTED.at(AreaLevel.REGENCY));
        String all = villages(verifier, get("/worklist/board/villages"));
        String odd = villages(
                verifier,
                get("/worklist/board/villages")
                        .param("show", "'")
                        .param("after", "99999999999999999999")
                        .param("size", "1000000")
                        .param("sort", "x"));

        assertThat(odd).isEqualTo(all).contains(areas.get(LISTED).name());
    }

    private String villages(Actor reader, MockHttpServletRequestBuilder request) throws Exception {
        String page = mvc.perform(request.with(with(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
    }

    @Test
    void a_file_of_villages_is_taken_five_times_a_day_and_every_time_is_kept() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, REGENCY);
        mvc.perform(villageFile("singkat").with(with(verifier)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"singkat\"")))
                .andExpect(content().string(containsString("class=\"field-error\"")));
        mvc.perform(villageFile("").accept("application/json").with(with(verifier)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("purpose"));
        for (int i = 0; i < 5; i++) {
            mvc.perform(villageFile(WHY).with(with(verifier))).andExpect(status().isOk());
        }
        mvc.perform(villageFile(WHY).with(with(verifier)))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        assertThat(accessLog.by(verifier)).hasSize(5).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(AccessKind.EXPORT);
            assertThat(entry.subject()).isEqualTo("area:" + REGENCY);
            assertThat(entry.purpose()).isEqualTo(WHY);
        });
    }

    private static MockHttpServletRequestBuilder villageFile(String purpose) {
        return post("/worklist/board/villages/export").with(csrf()).param("purpose", purpose);
    }

    private static String sheet(byte[] workbook) throws Exception {
        StringBuilder text = new StringBuilder();
        Path file = Files.write(Files.createTempFile("villages", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    @Test
    void a_village_is_shown_with_its_operator_and_its_returns_by_reason() throws Exception {
        AreaCode village = new AreaCode("5309011002");
        Actor operator = people.operator(village);
        CaseRef ref = items.find(work.open(village, null)).orElseThrow().ref();
        for (ReasonCode code :
                List.of(ReasonCode.ADDRESS_INCOMPLETE, ReasonCode.PHOTO_UNUSABLE, ReasonCode.PHOTO_UNUSABLE)) {
            transaction.executeWithoutResult(status -> events.publishEvent(new CaseProgressed(
                    List.of(ref),
                    "returned",
                    CaseStatus.RETURNED_TO_VILLAGE,
                    Role.VILLAGE_OPERATOR,
                    null,
                    new Reason(code, "Lihat catatan."),
                    null,
                    time.now())));
        }
        Actor ministry = people.ministryOfficer();

        String page = mvc.perform(
                        get("/worklist/board/villages").param("area", "530901").with(with(ministry)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(operator.displayName(), "tanpa operator")
                .containsSubsequence("3 (300 %)", "Foto tidak dapat dipakai", "2 (200 %)", "Alamat belum", "1 (100 %)");
        mvc.perform(villageFile(WHY).param("area", "530901").with(with(ministry)))
                .andExpect(content().string(containsString(operator.displayName() + '"')))
                .andExpect(content().string(containsString("Foto tidak dapat dipakai: 2; Alamat belum lengkap: 1")));
    }
}
