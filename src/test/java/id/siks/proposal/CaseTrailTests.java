package id.siks.proposal;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import id.siks.evidence.AttachmentView;
import id.siks.evidence.Attachments;
import id.siks.identity.AccessEntry;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestAccessLog;
import id.siks.identity.TestActors;
import id.siks.platform.engine.EngineJobs;
import id.siks.register.Activation;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail of one case leaves as a file: everything that happened, every value before and after (glossary 12). */
@EngineTest
class CaseTrailTests {

    private static final String PURPOSE = "Pemeriksaan pengaduan keluarga";
    private static final String WRONG_NIK = "1804041506859002";

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    Families families;

    @Autowired
    TestAccessLog log;

    @Autowired
    Attachments attachments;

    @Autowired
    TestActors people;

    @Autowired
    Accounts accounts;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc mvc;

    @Test
    void it_holds_who_did_what_when_why_with_the_values_before_and_after() throws Exception {
        ProposalTestData.Place place = data.in("1806042025");
        FamilyContent family = TestFamilies.withMember(
                place.family(), 0, TestFamilies.member(WRONG_NIK, "Budi Santosa", Sex.MALE, 1, true));
        CaseRef ref = corrected(place, family);
        transaction.executeWithoutResult(s -> families.activate(List.of(
                new Activation(ref, proposals.view(ref, place.operator).content(), place.verifier.accountId()))));

        List<String> lines = lines(export(ref, place.verifier, PURPOSE, "csv"));
        assertThat(lines.get(0)).contains("\"Waktu\"", "\"Sebelum\",\"Sesudah\",\"Versi model\"");
        assertThat(lines)
                .as("the case")
                .anyMatch(all("Usulan dibuat", "WIB", "Operator desa", place.operator.id(), "proposal-trunk 1"))
                .anyMatch(all("IDENTITY_NOT_FOUND", "tidak padan dengan Dukcapil"))
                .as("a note is no formula")
                .anyMatch(all("\"'=1+1\""));
        assertThat(lines)
                .as("the proposal")
                .anyMatch(all("Isi usulan saat dikirim", "Anggota 1 – Nama lengkap\",\"\",\"Budi Santosa"))
                .anyMatch(all(
                        "Isi usulan diubah", place.operator.id(), "Alamat\",\"" + family.address() + "\",\"Jalan Baru"))
                .anyMatch(all("Isi usulan diubah", "Anggota 1 – NIK\",\"1804********9002\",\""))
                .noneMatch(all("Isi usulan diubah", "Dusun"));
        assertThat(lines)
                .as("the register")
                .anyMatch(all("Masuk basis data terpadu", place.verifier.id(), "Alamat\",\"\",\"Jalan Baru"));
        assertThat(lines)
                .as("health and numbers")
                .noneMatch(all(WRONG_NIK))
                .anyMatch(all("Nama ibu kandung", "disamarkan"));
        assertThat(log.by(place.verifier))
                .filteredOn(e -> e.kind() == AccessKind.EXPORT)
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.subject()).isEqualTo("casework:" + ref);
                    assertThat(e.purpose()).isEqualTo(PURPOSE);
                });

        String whole = mvc.perform(
                        request(ref, place.verifier).param("purpose", PURPOSE).param("whole", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(whole).contains(WRONG_NIK).doesNotContain("disamarkan");
        assertThat(log.by(place.verifier)).extracting(AccessEntry::kind).contains(AccessKind.REVEAL);
        MockHttpServletResponse workbook =
                export(ref, place.verifier, PURPOSE, "xlsx").andReturn().getResponse();
        assertThat(workbook.getHeader("Content-Disposition")).contains(ref + ".xlsx");
        assertThat(workbook.getContentAsByteArray()).startsWith('P', 'K');
    }

    /** Who signed for the meeting stands behind its yes as behind its no. */
    @Test
    void it_tells_who_signed_the_word_of_the_meeting() throws Exception {
        ProposalTestData.Place place = data.in("1806042030");
        CaseRef agreed = place.ready();
        CaseRef declined = place.ready();
        Map<String, String> words = new HashMap<>(ProposalTestData.agreedTo(agreed));
        words.putAll(ProposalTestData.declined(declined, ReasonCode.MOVED_AWAY, "Pindah ke Bandar Lampung bulan lalu"));
        place.meets(words);

        assertThat(lines(export(agreed, place.verifier, PURPOSE, "csv")))
                .anyMatch(all("\"Disepakati musyawarah\"", "Kepala desa/lurah", place.head.id()));
        assertThat(lines(export(declined, place.verifier, PURPOSE, "csv")))
                .anyMatch(all("\"Tidak disepakati musyawarah\"", "Kepala desa/lurah", place.head.id()));
        mvc.perform(get("/casework/" + agreed).with(with(place.verifier)))
                .andExpect(content().string(containsString("sebagai Kepala desa/lurah")));
    }

    /** What somebody was on that day is no matter of what he is today. */
    @Test
    void it_tells_in_which_role_he_did_it_even_when_he_has_another_or_his_account_is_closed() throws Exception {
        AreaCode village = new AreaCode("1806042028");
        Assignment then = Assignment.of(Role.VILLAGE_OPERATOR, village);
        Actor operator =
                people.holding(List.of(then, Assignment.of(Role.DISTRICT_HEAD, village.at(AreaLevel.DISTRICT))));
        ProposalTestData.Place place = data.in(village.value(), operator, data.in(village.value()).worker);
        CaseRef ref = place.submitted(place.family());

        accounts.end(operator.accountId(), then);
        assertThat(lines(export(ref, place.verifier, PURPOSE, "csv")))
                .anyMatch(all("Usulan dibuat", "Operator desa", operator.id()))
                .anyMatch(all("Isi usulan saat dikirim", "Operator desa", operator.id()))
                .noneMatch(all("Camat", operator.id()));
        accounts.disable(operator.accountId());
        assertThat(lines(export(ref, place.verifier, PURPOSE, "csv")))
                .anyMatch(all("Usulan dibuat", "Operator desa", operator.id()))
                .anyMatch(all("Isi usulan saat dikirim", "Operator desa", operator.id()));
    }

    /** The head is taken out of the family: nobody else has changed because of it. */
    @Test
    void it_tells_people_apart_and_holds_remarks_files_and_the_way_it_came_in() throws Exception {
        ProposalTestData.Place place = data.in("1811012001");
        CaseRef ref = place.visited();
        place.returns(ref, "members[1].fullName", "Tulis seperti di KTP");
        List<MemberContent> members =
                proposals.view(ref, place.operator).content().members();
        proposals.saveMembers(ref, data.version(ref), members.subList(1, 2), place.operator);
        AttachmentView photo = attachments.of(ref.value()).get(0);
        attachments.remove(photo.id(), place.operator);

        assertThat(lines(export(ref, place.verifier, PURPOSE, "csv")))
                .anyMatch(all("Isi usulan saat dikirim", "Cara mengusulkan", "Lewat musyawarah"))
                .anyMatch(all("Catatan pemeriksa", place.verifier.id(), "Anggota 2 – ", "Tulis seperti di KTP"))
                .anyMatch(all("Isi usulan diubah", "Anggota 1 – Nama lengkap\",\"Budi Santosa\",\"\""))
                .noneMatch(all("Isi usulan diubah", "Anggota 2"))
                .anyMatch(all("Berkas ditambahkan", place.operator.id(), "\"\",\"Berkas " + photo.id() + "\""))
                .anyMatch(all("Berkas dihapus", place.operator.id(), "\"Berkas " + photo.id() + "\",\"\""));
    }

    /** What was seen at the home and what the meeting signed lie under references of their own. */
    @Test
    void it_holds_what_a_visit_found_and_the_papers_of_visit_and_meeting() throws Exception {
        ProposalTestData.Place place = data.in("1811012002");
        CaseRef ref = place.visited();

        assertThat(lines(export(ref, place.verifier, PURPOSE, "csv")))
                .anyMatch(all(
                        "Temuan kunjungan rumah",
                        "TKSK",
                        place.worker.id(),
                        "Kunjungan ke-1 – Hasil kunjungan\",\"\",\"Selesai diverifikasi\""))
                .anyMatch(all("Kunjungan ke-1 – Titik kunjungan\",\"\",\"", "-7.2", "107.9"))
                .anyMatch(all("Kunjungan ke-1 – ", "\"diusulkan desa\",\"Sesuai\""))
                .anyMatch(all("Berkas ditambahkan", place.worker.id(), "Responden di depan rumah"))
                .anyMatch(all("Berkas ditambahkan", place.operator.id(), "Berita acara musyawarah"));

        CaseRef unspoken = place.ready();
        assertThat(lines(export(unspoken, place.verifier, PURPOSE, "csv")))
                .noneMatch(all("Temuan kunjungan"))
                .noneMatch(all("Berita acara musyawarah"));
    }

    /** Each value has its line, and a line asks the database nothing. */
    @Test
    void a_large_family_costs_no_more_statements_than_a_small_one() throws Exception {
        ProposalTestData.Place place = data.in("1806042027");
        List<MemberContent> eight = Stream.concat(
                        Stream.of(TestFamilies.head("Budi Santosa"), TestFamilies.spouse("Sri Wahyuni")),
                        Stream.generate(() ->
                                        TestFamilies.member(TestFamilies.maleNik(), "Ahmad Fauzi", Sex.MALE, 3, false))
                                .limit(6))
                .toList();
        CaseRef small = place.submitted(place.family());
        CaseRef large = place.submitted(TestFamilies.with(place.village, eight));

        statements(small, place.verifier);
        assertThat(statements(large, place.verifier)).hasSameSizeAs(statements(small, place.verifier));
    }

    private List<String> statements(CaseRef ref, Actor actor) {
        return Statements.during(() -> {
            try {
                export(ref, actor, PURPOSE, "csv").andExpect(status().isOk());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void only_who_answers_for_the_area_or_looks_over_it_takes_it_home_for_a_purpose_and_five_times_a_day()
            throws Exception {
        ProposalTestData.Place place = data.in("1806042026");
        CaseRef ref = place.drafted(place.family());
        proposals.submit(ref, data.version(ref), true, UUID.randomUUID(), place.operator);
        Actor auditor = people.auditor(place.village.at(AreaLevel.REGENCY));

        Actor stranger = people.auditor(new AreaCode("1804"));
        export(ref, stranger, PURPOSE, "csv").andExpect(status().isNotFound());
        assertThat(log.by(stranger)).singleElement().satisfies(e -> assertThat(e.outcome())
                .isEqualTo(AccessOutcome.REFUSED));
        export(ref, place.operator, PURPOSE, "csv").andExpect(status().isForbidden());
        mvc.perform(get("/casework/" + ref).with(with(place.operator)))
                .andExpect(content().string(not(containsString("Unduh jejak perkara"))));
        mvc.perform(get("/casework/" + ref).with(with(auditor)))
                .andExpect(content().string(containsString("Unduh jejak perkara")));

        export(ref, auditor, "audit", "csv")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tulis 10 sampai 200 huruf.")))
                .andExpect(content().string(containsString("value=\"audit\"")))
                .andExpect(content().string(not(containsString("checked=\"checked\""))));
        mvc.perform(request(ref, auditor).param("purpose", "audit").param("whole", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("checked=\"checked\"")));
        assertThat(log.by(auditor))
                .as("whoever is refused sees the page again")
                .filteredOn(e -> e.purpose().equals("timeline"))
                .hasSize(3);
        for (int i = 0; i < 5; i++) {
            export(ref, auditor, PURPOSE, "csv").andExpect(status().isOk());
        }
        export(ref, auditor, PURPOSE, "csv")
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
    }

    /** The registry knows the head by another name: the village corrects name, number and address. */
    private CaseRef corrected(ProposalTestData.Place place, FamilyContent family) {
        CaseRef ref = place.handedIn(family);
        List<MemberContent> mended = TestFamilies.withMember(family, 0, TestFamilies.head("Budi Santosa"))
                .members();
        proposals.saveMembers(ref, data.version(ref), mended, place.operator);
        CardPart card = CardPart.of(TestFamilies.at(family, "Jalan Baru 7"), Channel.VILLAGE_MEETING, false);
        proposals.saveCard(ref, data.version(ref), card, place.operator);
        data.does(place.operator, ref, "correct-proposal", Map.of("note", "=1+1", "declaration", "true"));
        jobs.runDue();
        return ref;
    }

    private ResultActions export(CaseRef ref, Actor actor, String purpose, String format) throws Exception {
        return mvc.perform(request(ref, actor).param("purpose", purpose).param("format", format));
    }

    private static MockHttpServletRequestBuilder request(CaseRef ref, Actor actor) {
        return post("/casework/" + ref + "/export").with(with(actor)).with(csrf());
    }

    private static List<String> lines(ResultActions file) throws Exception {
        return file.andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .lines()
                .toList();
    }

    private static Predicate<String> all(String... parts) {
        return line -> Arrays.stream(parts).allMatch(line::contains);
    }
}
