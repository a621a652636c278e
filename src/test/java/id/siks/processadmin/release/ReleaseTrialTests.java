package id.siks.processadmin.release;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.Refused;
import id.siks.processadmin.CaseFilesTests;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.migration.Foresight;
import id.siks.processadmin.migration.Foresight.Foreseen;
import id.siks.processadmin.migration.MovingCases;
import id.siks.processadmin.replay.Replay.State;
import id.siks.processadmin.replay.Replays;
import id.siks.processadmin.replay.Subject;
import id.siks.proposal.ProposalTestData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

/** What a diagram would mean for running cases is known before anybody releases it, and nothing of the diagram stays. */
@EngineTest
class ReleaseTrialTests {

    private static final AreaCode VILLAGE = new AreaCode("1671011004");
    private static final String NOTE = "Aturan baru tentang timbangan.";
    private static final Path TRUNK = Path.of("bpmn/proposal/proposal-trunk.bpmn");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    MovingCases cases;

    @Autowired
    ProposalTestData proposals;

    @Autowired
    EngineDeployments engine;

    @Autowired
    Foresight foresight;

    @Autowired
    ReleaseTrials trials;

    @Autowired
    Drafts drafts;

    @Autowired
    Replays replays;

    @Autowired
    ReleaseChanges changes;

    @Autowired
    Releases releases;

    @Autowired
    ReleaseCheck check;

    @Autowired
    ProcessEngineConfigurationImpl memory;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    private String key;
    private Actor admin;
    private Actor releaser;

    @BeforeEach
    void twoPeople() {
        key = "test-trial-" + UUID.randomUUID().toString().substring(0, 8);
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
    }

    @AfterEach
    void nothingWaitsOrRuns() {
        ReleaseTest.declineWaiting(releases, releaser);
        cases.end(key);
    }

    @Test
    void the_engine_keeps_no_row_and_no_memory_of_what_was_tried() {
        cases.version(key, MovingCases.model(MovingCases.BARE, key));
        open();
        Map<String, Long> before = engineRows();
        List<String> followed = versionsFollowed();

        List<Foreseen> foreseen = foresee(MovingCases.model(MovingCases.WATCHED, key));

        assertThat(foreseen).singleElement().satisfies(of -> assertThat(of.moves())
                .isEqualTo(1));
        assertThat(engineRows()).isEqualTo(before);
        assertThat(versionsFollowed()).isEqualTo(followed);
        assertThat(remembered()).containsExactlyElementsOf(definitions());
        open();
        assertThat(versionsFollowed())
                .as("cases begin with what was released")
                .containsOnly(definitions().get(0))
                .hasSize(followed.size() * 2);
    }

    @Test
    void the_numbers_are_those_of_the_migration_after_the_release() throws Exception {
        cases.version(key, MovingCases.model(MovingCases.BARE, key));
        open();
        open();
        CaseRef further = open();
        tasks.complete(task(further));
        String next = MovingCases.model(MovingCases.WATCHED, key);

        Foreseen foreseen = foresee(next).get(0);
        assertThat(foreseen.moves()).isEqualTo(2);
        assertThat(foreseen.stay()).isEqualTo(1);

        cases.version(key, next);
        mvc.perform(post("/processadmin/migrations/plan")
                        .param("key", key)
                        .param("source", "1")
                        .param("target", "2")
                        .param("act", "check")
                        .param("step.weigh-goods", "weigh-goods")
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(says("%d perkara dapat pindah, %d tidak.".formatted(foreseen.moves(), foreseen.stay())));
    }

    @Test
    void each_version_is_told_apart_and_a_case_the_engine_refuses_keeps_no_other_from_being_tried() {
        cases.version(key, MovingCases.model(MovingCases.BARE, key));
        open();
        CaseRef further = open();
        tasks.complete(task(further));
        cases.version(key, MovingCases.model(MovingCases.WATCHED, key));
        open();
        String next = MovingCases.model(MovingCases.BARE, key)
                .replace("DISTRICT_SOCIAL_WORKER", "REGENCY_VERIFIER")
                .replace("Barang tiba", "Barang datang");

        List<Foreseen> foreseen = foresee(next);

        assertThat(foreseen).extracting(of -> of.from().number()).containsExactly(2, 1);
        assertThat(foreseen.get(0).moves())
                .as("its timer has no place, it goes")
                .isEqualTo(1);
        assertThat(foreseen.get(1).moves()).isEqualTo(1);
        assertThat(foreseen.get(1).stay())
                .as("another role would have the task")
                .isEqualTo(1);
    }

    @Test
    void the_second_person_reads_it_above_the_reason_with_the_numbers_of_the_cases() throws Exception {
        proposals.in("16.71.01.1004").listed();
        String trunk = Files.readString(TRUNK);
        String changed = trunk.replace("name=\"Disepakati?\"", "name=\"Sudah disepakati?\"");
        assertThat(changed).isNotEqualTo(trunk);
        long id = propose(changed);

        read(id).andExpect(says("perkara berjalan.")).andExpect(content().string(not(containsString("dapat pindah"))));
        String page = mvc.perform(trial(releaser, id))
                .andExpect(status().isOk())
                .andExpect(says("perkara dapat pindah,"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page.indexOf("dapat pindah")).isLessThan(page.indexOf("id=\"reason\""));
        mvc.perform(post("/processadmin/releases/" + id + "/trial/cases")
                        .with(with(releaser))
                        .with(csrf()))
                .andExpect(status().isOk());
        assertThat(CaseFilesTests.taken(jdbc, releaser)).containsExactly("processadmin:release." + id);
        assertThat(releases.find(id).state()).isEqualTo(ReleaseState.PROPOSED);
        mvc.perform(trial(people.verifier(new AreaCode("1671")), id)).andExpect(status().isForbidden());
    }

    @Test
    void only_a_proposed_diagram_that_the_check_lets_pass_is_tried() throws Exception {
        Release table = releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow();
        mvc.perform(trial(releaser, table.id()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("hanyalah diagram yang masih menunggu keputusan"));
        read(table.id()).andExpect(content().string(not(containsString("id=\"trial\""))));

        Release trunk = releases.inForce(ModelKind.BPMN, "proposal-trunk").orElseThrow();
        assertThatThrownBy(() -> trials.of(trunk)).isInstanceOf(Refused.class);
        long bad = propose(trunk.content().replace("${fieldCheck", "${''.getClass().forName('x')}${fieldCheck"));
        Map<String, Long> before = engineRows();
        assertThat(check.of(releases.find(bad)).isRefused()).isTrue();
        mvc.perform(trial(releaser, bad)).andExpect(status().isUnprocessableEntity());
        assertThat(engineRows()).isEqualTo(before);
    }

    @Test
    void a_draft_is_tried_before_anybody_proposes_it() throws Exception {
        long id = drafts.begin(
                ModelKind.DMN,
                "proposal-route",
                "proposal",
                Files.readString(Path.of("bpmn/proposal/proposal-route.dmn"))
                        .replace("label=\"Perlu musyawarah\"", "label=\"Musyawarah\"")
                        .getBytes(StandardCharsets.UTF_8),
                NOTE,
                admin);
        String page = "/processadmin/releases/drafts/" + id;
        mvc.perform(get("/processadmin/drafts/" + id).with(with(admin))).andExpect(says("href=\"" + page + "\""));
        mvc.perform(get(page).with(with(admin)))
                .andExpect(says("Yang diuji ialah simpanan ke-1"))
                .andExpect(says("data-title=\"Menjadi\">Musyawarah<"))
                .andExpect(says("processadmin-compare.css"))
                .andExpect(says("hx-select=\"#replay\""))
                .andExpect(content()
                        .string(matchesPattern(
                                "(?s).*<a[^>]* href=\"/processadmin/drafts\"[^>]* aria-current=\"page\".*")))
                .andExpect(content().string(not(containsString("id=\"trial\""))));

        mvc.perform(post(page + "/replay").with(with(admin)).with(csrf())).andExpect(redirectedUrl(page + "#replay"));

        Awaitility.await()
                .until(() -> replays.of(Subject.draft(id, 1)).orElseThrow().state() != State.RUNNING);
        mvc.perform(get(page + "/replay").with(with(admin))).andExpect(says("action=\"" + page + "/replay\""));
        mvc.perform(post(page + "/replay/cases").with(with(admin)).with(csrf())).andExpect(status().isOk());
        assertThat(CaseFilesTests.taken(jdbc, admin)).containsExactly("processadmin:draft." + id + ".1");
        assertThat(drafts.find(id).isOpen()).isTrue();
        drafts.drop(id, 1, "Hanya untuk dicoba.", admin);
    }

    @Test
    void what_was_only_moved_stands_folded_behind_what_was_changed() throws Exception {
        String moved = Files.readString(TRUNK)
                .replaceFirst("<dc:Bounds x=\"", "<dc:Bounds x=\"1")
                .replace("name=\"Disepakati?\"", "name=\"Sudah disepakati?\"");
        long id = drafts.begin(
                ModelKind.BPMN, "proposal-trunk", "proposal", moved.getBytes(StandardCharsets.UTF_8), NOTE, admin);

        String page =
                text(mvc.perform(get("/processadmin/releases/drafts/" + id).with(with(admin))));

        assertThat(page.indexOf("Sudah disepakati?")).isPositive().isLessThan(page.indexOf("Yang digeser (1)"));
        assertThat(page).contains("hx-select=\"#trial\"", "<h1>Uji rancangan Usulan pendaftaran baru</h1>");
        assertThat(page.split("<table")).as("one table of each").hasSize(3);
        drafts.drop(id, 1, "Hanya untuk dicoba.", admin);
    }

    @Test
    void a_drawn_diagram_is_tried_on_running_cases_and_what_cannot_be_asked_of_the_past_says_why() throws Exception {
        proposals.in("16.71.01.1002").listed();
        long trunk = drafts.edit(ModelKind.BPMN, "proposal-trunk", NOTE, admin);
        mvc.perform(post("/processadmin/releases/drafts/" + trunk + "/trial")
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(says("perkara dapat pindah,"));
        mvc.perform(post("/processadmin/releases/drafts/" + trunk + "/trial/cases")
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString(".csv")));
        assertThat(CaseFilesTests.taken(jdbc, admin)).containsExactly("processadmin:draft." + trunk + ".1");
        drafts.drop(trunk, 1, "Hanya untuk dicoba.", admin);

        long form = drafts.edit(ModelKind.FORM, "decide-proposal", NOTE, admin);
        String page = "/processadmin/releases/drafts/" + form;
        mvc.perform(get(page).with(with(releaser))).andExpect(says("Formulir tidak menentukan jalan"));
        mvc.perform(post(page + "/replay").with(with(releaser)).with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        drafts.drop(form, 1, "Hanya untuk dicoba.", admin);
    }

    @Test
    void the_file_lists_just_the_cases_of_which_the_page_of_the_same_draft_says_that_they_stay() throws Exception {
        cases.version(key, drawn(MovingCases.BARE));
        CaseRef moves = open();
        List<CaseRef> stay = List.of(open(), open());
        stay.forEach(ref -> tasks.complete(task(ref)));
        long draft = drafts.begin(
                ModelKind.BPMN,
                key,
                "worklist",
                drawn(MovingCases.WATCHED).getBytes(StandardCharsets.UTF_8),
                NOTE,
                admin);
        String trial = "/processadmin/releases/drafts/" + draft + "/trial";

        String page = text(mvc.perform(post(trial).with(with(admin)).with(csrf()))
                .andExpect(says("1 perkara dapat pindah, 2 tidak.")));
        List<String[]> file = text(mvc.perform(
                        post(trial + "/cases").with(with(admin)).with(csrf())))
                .lines()
                .skip(1)
                .map(line -> line.substring(1, line.length() - 1).split("\",\""))
                .toList();

        assertThat(file)
                .extracting(cells -> cells[3])
                .containsExactlyElementsOf(stay.stream().map(CaseRef::value).toList());
        assertThat(file).allSatisfy(cells -> {
            assertThat(cells).startsWith("1", "Periksa timbangan");
            assertThat(page).contains("Versi " + cells[0], cells[1], cells[2], cells[3]);
        });
        assertThat(page).doesNotContain(moves.value());
        drafts.drop(draft, 1, "Hanya untuk dicoba.", admin);
    }

    /** The same with a task that whoever draws may use. */
    private String drawn(String file) {
        return MovingCases.model(file, key)
                .replace("weigh-goods", "second-look")
                .replace(
                        "candidateGroups=\"VILLAGE_OPERATOR\"",
                        "candidateGroups=\"VILLAGE_OPERATOR\" camunda:formRef=\"second-look\""
                                + " camunda:formRefBinding=\"latest\"");
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private List<Foreseen> foresee(String model) {
        Release diagram = new Release(
                0,
                ModelKind.BPMN,
                key,
                "worklist",
                ReleaseSource.DRAFT,
                null,
                null,
                null,
                model,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return engine.tryOut(diagram, version -> foresight.of(key, version));
    }

    private long propose(String model) {
        Release now = releases.inForce(ModelKind.BPMN, "proposal-trunk").orElseThrow();
        return changes.propose(
                new Proposal(now.kind(), now.key(), now.room(), ReleaseSource.DRAFT, null, null, now.id(), model, NOTE),
                admin.accountId(),
                Instant.now());
    }

    private CaseRef open() {
        return cases.open(key, VILLAGE);
    }

    private String task(CaseRef ref) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();
    }

    /** Rows of each table of the engine. */
    private Map<String, Long> engineRows() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.queryForList("select tablename from pg_tables where tablename like 'act\\_%'", String.class)
                .forEach(table -> counts.put(table, jdbc.queryForObject("select count(*) from " + table, Long.class)));
        assertThat(counts).isNotEmpty();
        return counts;
    }

    private List<String> versionsFollowed() {
        return jdbc.queryForList(
                "select proc_def_id_ from act_ru_execution where proc_def_id_ like ? order by id_",
                String.class,
                key + ":%");
    }

    private List<String> definitions() {
        return jdbc.queryForList("select id_ from act_re_procdef where key_ = ? order by version_", String.class, key);
    }

    private List<String> remembered() {
        return memory.getDeploymentCache().getProcessDefinitionCache().keySet().stream()
                .filter(id -> id.startsWith(key + ":"))
                .toList();
    }

    private RequestBuilder trial(Actor actor, long id) {
        return post("/processadmin/releases/" + id + "/trial").with(with(actor)).with(csrf());
    }

    private ResultActions read(long id) throws Exception {
        return mvc.perform(get("/processadmin/releases/" + id).with(with(releaser)))
                .andExpect(status().isOk());
    }

    private static ResultMatcher says(String words) {
        return content().string(allOf(containsString(words), not(containsString("??processadmin"))));
    }
}
