package id.siks.processadmin.check;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.EngineTest;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.processadmin.draft.Draft;
import id.siks.processadmin.draft.Drafts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Security requirement 1: whichever door a hostile file comes in by, the engine keeps nothing of it and runs none of it. */
@EngineTest
@TestInstance(Lifecycle.PER_CLASS)
class HostileDoorsTests {

    private static final String DRAFTS = "/processadmin/drafts/";
    private static final String NOTE = "Kiriman dari luar.";
    /** So many files one account sends in a minute. */
    private static final int ONE_ACCOUNTS_UPLOADS = 60;
    /** What the engine counts of itself. */
    private static final String METERS = "act_ru_%meter_log";

    @Autowired
    MockMvc mvc;

    @Autowired
    Drafts drafts;

    @Autowired
    TestActors people;

    @Autowired
    JdbcTemplate jdbc;

    private Map<String, Long> before;
    private Actor admin;
    private int files;

    // Counted once: what any of the files leaves behind is there at the end, too, and the tables are large.
    @BeforeAll
    void countTheEnginesRows() {
        before = engineRows();
    }

    @AfterAll
    void theEngineHasWhatItHad() {
        assertThat(engineRows()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> nothing_of_a_hostile_file_comes_through() {
        return ModelCheckTests.hostile()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    somebodyDraws();
                    try {
                        comesThroughNowhere(file);
                    } finally {
                        mine().forEach(draft ->
                                drafts.drop(draft.id(), draft.revision(), "Akhir dari uji coba.", admin));
                    }
                }));
    }

    // Not one for each file: whoever administers processes is given the failed steps of later tests.
    private void somebodyDraws() {
        if (files++ % ONE_ACCOUNTS_UPLOADS == 0) {
            admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        }
    }

    private void comesThroughNowhere(Hostile file) throws Exception {
        ModelCheckTests.untouched();
        long proposed = proposed();

        int uploaded = send(multipart(DRAFTS + "upload")
                        .file(sent(file))
                        .param("uploadRoom", "proposal")
                        .param("note", NOTE)
                        .param("key", UUID.randomUUID().toString()))
                .getStatus();
        // Bytes that are no model are not even kept; what is one, but refused, may be mended as a draft.
        assertThat(uploaded).isIn(302, 422);
        List<Draft> kept = mine();
        assertThat(kept).hasSize(uploaded == 302 ? 1 : 0);
        for (Draft draft : kept) {
            cannotBeReleased(draft, file);
        }

        assertThat(proposed()).isEqualTo(proposed);
        assertThat(ModelCheckTests.isTouched()).isFalse();
    }

    /** It is saved again, proposed and tried: all answer, and nothing lets it in. */
    private void cannotBeReleased(Draft draft, Hostile file) throws Exception {
        String page = DRAFTS + draft.id();
        assertThat(send(multipart(page + "/save")
                                .file(sent(file))
                                .param("seen", "1")
                                .param("note", NOTE))
                        .getStatus())
                .isEqualTo(200);
        MockHttpServletResponse proposed = send(post("/processadmin/releases/propose")
                .param("draft", Long.toString(draft.id()))
                .param("seen", "2")
                .param("note", NOTE));
        assertThat(proposed.getStatus()).isEqualTo(422);
        assertThat(send(get("/processadmin/releases/drafts/" + draft.id())).getStatus())
                .isEqualTo(200);
        assertThat(drafts.find(draft.id()).isOpen()).isTrue();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(with(admin)).with(csrf())).andReturn().getResponse();
    }

    private static MockMultipartFile sent(Hostile file) {
        return new MockMultipartFile(
                "content", file.key() + file.kind().ending(), "application/octet-stream", file.content());
    }

    private long proposed() {
        return jdbc.queryForObject("select count(*) from processadmin.release", Long.class);
    }

    private List<Draft> mine() {
        return jdbc
                .queryForList(
                        "select draft_id from processadmin.draft where state = 'OPEN' and created_by = ?",
                        Long.class,
                        admin.accountId())
                .stream()
                .map(drafts::find)
                .toList();
    }

    /** How many rows each table of the engine has. */
    private Map<String, Long> engineRows() {
        String counts = jdbc
                .queryForList(
                        "select tablename from pg_tables where tablename like 'act\\_%' and tablename not like ?",
                        String.class, METERS)
                .stream()
                .map(table -> "select '" + table + "' as name, count(*) as n from " + table)
                .collect(Collectors.joining(" union all "));
        Map<String, Long> rows = new TreeMap<>();
        jdbc.query(counts, row -> {
            rows.put(row.getString("name"), row.getLong("n"));
        });
        assertThat(rows).hasSizeGreaterThan(30);
        return rows;
    }
}
