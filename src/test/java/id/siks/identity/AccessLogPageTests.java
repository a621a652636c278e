package id.siks.identity;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Requirements 23 and 24: an auditor asks who looked at whom, and takes the answer home. */
@EngineTest
class AccessLogPageTests {

    @Autowired
    AccessLog log;

    @Autowired
    AccessSearch search;

    @Autowired
    TestAccessLog said;

    @Autowired
    BusinessTime time;

    @Autowired
    TestActors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private final String subject = "test:" + UUID.randomUUID();

    @Test
    void onlyAnAuditorReadsIt() throws Exception {
        Actor seen = actors.verifier(new AreaCode("1804"));
        log.record(seen, AccessKind.SEARCH, subject, "complaint", AccessOutcome.GRANTED);
        mvc.perform(get("/identity/access-log")
                        .param("subject", subject)
                        .with(with(actors.auditor(new AreaCode("1804")))))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(seen.displayName())))
                .andExpect(content().string(Matchers.containsString("Mencari")));
        mvc.perform(get("/identity/access-log").with(with(seen))).andExpect(status().isForbidden());
    }

    @Test
    void anAuditorReadsOfThoseWhoWorkInOrAboveHisTerritoryOnly() throws Exception {
        Actor near = actors.operator(new AreaCode("1804012001"));
        Actor above = actors.ministryOfficer();
        Actor far = actors.operator(new AreaCode("1101012001"));
        for (Actor actor : List.of(near, above, far)) {
            log.record(actor, AccessKind.READ, subject, "test", AccessOutcome.GRANTED);
        }
        Actor auditor = actors.auditor(new AreaCode("1804"));
        assertThat(search.entries(about(subject), null, auditor, 50))
                .extracting(AccessEntry::accountId)
                .containsExactly(above.accountId(), near.accountId());
        mvc.perform(get("/identity/access-log")
                        .param("account", Long.toString(far.accountId()))
                        .with(with(auditor)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString(subject))));
    }

    /** Requirement 24: the list of a breach. */
    @Test
    void whoseDataWereReadInASpanIsToldByFamilyAndLeavesAsAFile() throws Exception {
        AreaCode regency = new AreaCode("1804");
        Actor thief = actors.verifier(regency);
        Actor auditor = actors.auditor(regency);
        String ref = "USL-1804-26-9"
                + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 6);
        log.record(thief, AccessKind.READ, "proposal:" + ref, "one", AccessOutcome.GRANTED);
        log.record(thief, AccessKind.REVEAL, "casework:" + ref, "the same", AccessOutcome.GRANTED);
        log.record(
                thief, AccessKind.SEARCH, List.of("register:999999999901", "area:1804"), "two", AccessOutcome.GRANTED);
        log.record(thief, AccessKind.READ, "register:999999999902", "saw nothing", AccessOutcome.REFUSED);
        ZonedDateTime now = time.now().atZone(ZoneId.of("Asia/Jakarta"));
        MultiValueMap<String, String> span = span(now.minusHours(1), now.plusHours(1));
        span.set("account", Long.toString(thief.accountId()));
        span.set("view", "people");

        mvc.perform(get("/identity/access-log").params(span).with(with(auditor)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("2 keluarga yang datanya dibaca")))
                .andExpect(content().string(Matchers.containsString("proposal:" + ref)))
                .andExpect(content().string(Matchers.containsString("WIB")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("register:999999999902"))))
                .andExpect(content().string(Matchers.not(Matchers.containsString("??"))));
        assertThat(search.people(new AccessQuery(null, thief.accountId(), AccessKind.SEARCH, null, null), auditor, 10)
                        .seen())
                .extracting(AccessSearch.Seen::code, AccessSearch.Seen::times, AccessSearch.Seen::readers)
                .containsExactly(Tuple.tuple("register:999999999901", 1L, 1L));
        assertThat(search.entries(about(ref), null, auditor, 50))
                .as("of a case its number is enough, however a room calls it")
                .extracting(AccessEntry::subject)
                .containsExactly("casework:" + ref, "proposal:" + ref);

        mvc.perform(taken(span, "audit", auditor))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("Tulis 10 sampai 200 huruf.")));
        mvc.perform(taken(span, "Pemberitahuan pelanggaran data", auditor))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("\"proposal:" + ref + "\",\"\",\"\",\"2\",\"1\"")));
        assertThat(said.by(auditor))
                .filteredOn(e -> e.kind() == AccessKind.EXPORT)
                .extracting(AccessEntry::subject)
                .contains("identity:access-log", "proposal:" + ref, "register:999999999901");
        span.remove("view");
        mvc.perform(taken(span, "Pemberitahuan pelanggaran data", auditor))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("\"the same\"")));
        mvc.perform(taken(span, "Pemberitahuan pelanggaran data", thief)).andExpect(status().isForbidden());
    }

    @Test
    void aFileThatIsTooLongCostsNoneOfTheDaysFilesAndNothingIsReadWithoutAPurpose() throws Exception {
        Actor auditor = actors.auditor(new AreaCode("1804"));
        Actor busy = actors.operator(new AreaCode("1804012001"));
        jdbc.sql(
                        """
                        insert into identity.access_log (at, account_id, roles, kind, subject, purpose, origin, outcome)
                        select :at, :account, 'VILLAGE_OPERATOR', 'READ', :subject, 'busy', '-', 'GRANTED'
                        from generate_series(1, 50001)
                        """)
                .param("at", Timestamp.from(time.now()))
                .param("account", busy.accountId())
                .param("subject", subject)
                .update();
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.add("subject", subject);

        mvc.perform(taken(asked, "audit", auditor))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("Tulis 10 sampai 200 huruf.")))
                .andExpect(content().string(Matchers.containsString("value=\"audit\"")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Lebih dari"))));
        for (int i = 0; i < 6; i++) {
            mvc.perform(taken(asked, "Pemberitahuan pelanggaran data", auditor))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(Matchers.containsString("Lebih dari 50.000 baris")));
        }
        asked.set("subject", "test:" + UUID.randomUUID());
        mvc.perform(taken(asked, "Pemberitahuan pelanggaran data", auditor)).andExpect(status().isOk());
    }

    @Test
    void aQuestionThatIsTooWideOrNoNumberIsToldAndKeepsWhatWasTyped() throws Exception {
        Actor auditor = actors.auditor(new AreaCode("1804"));
        mvc.perform(get("/identity/access-log").param("kind", "").with(with(auditor)))
                .andExpect(status().isOk());
        mvc.perform(get("/identity/access-log").param("kind", "REVEAL").with(with(auditor)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("Isi rentang waktu, atau tentang siapa")));
        mvc.perform(get("/identity/access-log")
                        .param("account", "Budi")
                        .param("subject", subject)
                        .with(with(auditor)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("Tulis nomor akun, hanya angka.")))
                .andExpect(content().string(Matchers.containsString("value=\"Budi\"")))
                .andExpect(content().string(Matchers.containsString("value=\"" + subject + "\"")));
    }

    /** What is asked stands in the address of the page, so nobody's number or name may (requirement 22). */
    @ParameterizedTest
    @ValueSource(strings = {"1804041506850001", "Budi Santosa", "register:1804041506850001", "USL-1804", "register:"})
    void aNumberOrNameOfAPersonIsNoQuestion(String typed) throws Exception {
        mvc.perform(get("/identity/access-log").param("subject", typed).with(with(auditor())))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("Tulis nomor perkara seperti")))
                .andExpect(content().string(Matchers.containsString("value=\"" + typed + "\"")));
    }

    @Test
    void aPageOfManyReadersCostsNoMoreStatementsThanOneLine() {
        Actor auditor = auditor();
        String many = "test:" + UUID.randomUUID();
        AreaCode village = new AreaCode("1804012001");
        log.record(actors.operator(village), AccessKind.READ, subject, "test", AccessOutcome.GRANTED);
        List<Actor> readers =
                Stream.generate(() -> actors.operator(village)).limit(10).toList();
        for (int i = 0; i < 50; i++) {
            log.record(readers.get(i % 10), AccessKind.READ, many, "test", AccessOutcome.GRANTED);
        }
        statements(subject, auditor);
        assertThat(statements(many, auditor)).hasSameSizeAs(statements(subject, auditor));
    }

    private List<String> statements(String about, Actor auditor) {
        return Statements.during(() -> {
            try {
                mvc.perform(get("/identity/access-log").param("subject", about).with(with(auditor)))
                        .andExpect(status().isOk());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Actor auditor() {
        return actors.auditor(new AreaCode("1804"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T00:00, 2026-11-01T00:00, Harus sesudah awal",
        "2026-02-30T00:00, 2026-03-01T00:00, tanggal dan jam yang ada",
        "-2026-02-20T00:00, 2026-03-01T00:00, tanggal dan jam yang ada",
        "kemarin, 2026-03-01, tanggal dan jam yang ada",
        "2026-01-01, 2026-11-01, paling lama 92 hari",
        "2026-01-01, '', kedua ujung",
        "'', '', Isi rentang waktu"
    })
    void aSpanThatIsNoneIsSaidAtTheField(String from, String until, String sentence) throws Exception {
        mvc.perform(get("/identity/access-log")
                        .param("from", from)
                        .param("until", until)
                        .param("view", "people")
                        .with(with(actors.auditor(new AreaCode("1804")))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString(sentence)));
    }

    @Test
    void whatAPageNotesIsSaidInWordsAndWhatPeopleTypeAsTyped() throws Exception {
        AreaCode regency = new AreaCode("1804");
        Actor reader = actors.operator(new AreaCode("1804012001"));
        Actor auditor = actors.auditor(regency);
        log.record(reader, AccessKind.READ, subject, "finalization-list", AccessOutcome.GRANTED);
        log.record(reader, AccessKind.EXPORT, subject, "Aduan {0} warga's", AccessOutcome.GRANTED);
        log.record(null, AccessKind.READ, subject, "timeline", AccessOutcome.GRANTED);
        mvc.perform(get("/identity/access-log").param("subject", subject).with(with(auditor)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("membaca daftar periode")))
                .andExpect(content().string(Matchers.containsString("Aduan {0} warga&#39;s")));
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.add("subject", subject);
        mvc.perform(taken(asked, "Permintaan keluarga atas datanya", auditor))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(Matchers.containsString("\"Operator desa/kelurahan\",\"Membaca\",\"" + subject
                                + "\",\"membaca daftar periode\"")));
    }

    private static AccessQuery about(String subject) {
        return new AccessQuery(subject, null, null, null, null);
    }

    private static MultiValueMap<String, String> span(ZonedDateTime from, ZonedDateTime until) {
        MultiValueMap<String, String> span = new LinkedMultiValueMap<>();
        span.add("from", from.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString());
        span.add(
                "until", until.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString());
        return span;
    }

    private static MockHttpServletRequestBuilder taken(MultiValueMap<String, String> asked, String why, Actor actor) {
        return post("/identity/access-log/export")
                .params(asked)
                .param("purpose", why)
                .with(with(actor))
                .with(csrf());
    }
}
