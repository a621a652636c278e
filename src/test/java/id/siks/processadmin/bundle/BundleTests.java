package id.siks.processadmin.bundle;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.models.SecondCheck;
import id.siks.platform.Sha256;
import id.siks.platform.engine.StepFacades;
import id.siks.platform.forms.FormSchemas;
import id.siks.processadmin.check.Finding;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.draft.Draft;
import id.siks.processadmin.draft.DraftRevision;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.release.Effect;
import id.siks.processadmin.release.Proposing;
import id.siks.processadmin.release.Release;
import id.siks.processadmin.release.Releases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Security requirement 18 and 1: a bundle is a file of a stranger, whatever it says of itself. */
@EngineTest
class BundleTests {

    private static final String BUNDLES = "/processadmin/bundles";
    private static final String NOTE = "Dari kabupaten tetangga.";

    @Autowired
    MockMvc mvc;

    @Autowired
    Bundles bundles;

    @Autowired
    Judge judge;

    @Autowired
    Releases releases;

    @Autowired
    Proposing proposing;

    @Autowired
    Drafts drafts;

    @Autowired
    FormSchemas forms;

    @Autowired
    TestActors people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RepositoryService engine;

    private Actor admin;
    private String rowsBefore;

    @BeforeEach
    void anAdministrator() {
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        rowsBefore = rows();
    }

    @AfterEach
    void noDraftIsLeft() {
        drafts.underWay(null, 200).stream()
                .filter(draft -> draft.isOpen() && draft.createdBy() == admin.accountId())
                .forEach(draft -> drafts.drop(draft.id(), draft.revision(), "Akhir dari uji coba.", admin));
    }

    @Test
    void the_same_set_is_the_same_file_and_it_is_noted() {
        List<String> all = bundles.released().stream().map(Release::fileName).toList();

        Bundles.Packed one = bundles.export(all, "Untuk tetangga.", admin);
        Bundles.Packed again = bundles.export(all.stream().sorted().toList(), "Untuk tetangga.", admin);

        assertThat(one.file()).isEqualTo(again.file());
        assertThat(one.sha256()).isEqualTo(Sha256.hex(one.file()));
        Bundle read = Bundle.read(one.file());
        assertThat(read.parts()).hasSameSizeAs(all).extracting(Part::path).isSorted();
        Journey noted = bundles.find(bundles.latest(null, 1).get(0).id());
        assertThat(noted.came()).isFalse();
        assertThat(noted.sha256()).isEqualTo(one.sha256());
        assertThat(noted.by()).isEqualTo(admin.accountId());
        assertThat(noted.parts()).hasSameSizeAs(all);
    }

    @Test
    void all_that_left_and_came_can_be_read_page_by_page() throws Exception {
        String hash = Sha256.hex(UUID.randomUUID().toString());
        jdbc.update(
                """
                insert into processadmin.bundle (what, source, sha256, note, by, at)
                select 'EXPORTED', 'http://localhost', ?, 'Bungkusan ke-' || n || '.', ?, now()
                from generate_series(1, 51) n""",
                hash,
                admin.accountId());
        Long second = jdbc.queryForObject(
                "select bundle_id from processadmin.bundle where sha256 = ? and note = 'Bungkusan ke-2.'",
                Long.class,
                hash);
        String older = BUNDLES + "?before=" + second;

        mvc.perform(get(BUNDLES).with(with(admin)))
                .andExpect(content().string(containsString(older)))
                .andExpect(content().string(containsString("Bungkusan ke-51.")))
                .andExpect(content().string(containsString(admin.displayName())))
                .andExpect(content().string(not(containsString("Bungkusan ke-1."))));
        mvc.perform(get(older).with(with(admin)))
                .andExpect(content().string(containsString("Bungkusan ke-1.")))
                .andExpect(content().string(not(containsString("Bungkusan ke-2."))));
    }

    @Test
    void what_comes_in_is_a_draft_and_nothing_more() throws Exception {
        Release table = releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow();
        Release form = releases.inForce(ModelKind.FORM, "sign-meeting").orElseThrow();
        String other = table.content().replace("label=\"Saran\"", "label=\"Saran lain\"");
        String fresh = form.content().replace("\"sign-meeting\"", "\"sign-again\"");
        byte[] file = bundle(
                part(ModelKind.DMN, "poverty-level", "program", other),
                part(ModelKind.FORM, "sign-meeting", "proposal", form.content()),
                part(ModelKind.FORM, "sign-again", "proposal", fresh));
        long deployments = engine.createDeploymentQuery().count();

        String page = take(file, NOTE)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(engine.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(releases.waiting(null, 100)).isEmpty();
        Journey came = bundles.find(Long.parseLong(page.replaceAll(".*/", "")));
        assertThat(came.parts())
                .extracting(Journey.Line::fileName, Journey.Line::outcome)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("poverty-level.dmn", Outcome.DIFFERS),
                        Tuple.tuple("sign-meeting.form", Outcome.SAME),
                        Tuple.tuple("sign-again.form", Outcome.NEW));
        Journey.Line differs = came.parts().stream()
                .filter(line -> line.outcome() == Outcome.DIFFERS)
                .findFirst()
                .orElseThrow();
        Draft draft = drafts.find(differs.draftId());
        assertThat(draft.content()).isEqualTo(other);
        assertThat(draft.base()).isEqualTo(table.sha256());
        assertThat(drafts.revisions(draft.id())).extracting(DraftRevision::by).containsExactly(admin.accountId());
        mvc.perform(get(page).with(with(people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER))))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("sama dengan yang berlaku")))
                .andExpect(content().string(containsString("/processadmin/drafts/" + draft.id())));
    }

    @Test
    void a_diagram_may_need_a_form_that_comes_along() {
        Release diagram = releases.inForce(ModelKind.BPMN, "village-meeting").orElseThrow();
        Release form = releases.inForce(ModelKind.FORM, "sign-meeting").orElseThrow();
        String drawn = diagram.content().replace("sign-meeting", "sign-again");
        String fresh = form.content().replace("\"sign-meeting\"", "\"sign-again\"");
        byte[] together = bundle(
                part(ModelKind.BPMN, "village-meeting", "proposal", drawn),
                part(ModelKind.FORM, "sign-again", "proposal", fresh));

        List<Judged> judged = judge.of(Bundle.read(together));

        assertThat(judged.get(0).waits()).containsExactly("sign-again");
        assertThat(judged.get(0).refusals()).noneMatch(finding -> finding.rule().equals("form-unknown"));
        byte[] alone = bundle(part(ModelKind.BPMN, "village-meeting", "proposal", drawn));
        assertThat(judge.of(Bundle.read(alone)).get(0).refusals())
                .anyMatch(finding -> finding.rule().equals("form-unknown"));
    }

    @Test
    void a_diagram_and_a_form_whose_answers_change_together_come_along() throws IOException {
        String task = "look-" + UUID.randomUUID().toString().substring(0, 8);
        String asks = Files.readString(Path.of("src/test/resources/forms/worklist/second-look.form"))
                .replace("second-look", task)
                .replace("secondLook", StepFacades.nameFor(task));
        Actor second = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        long draft = drafts.begin(ModelKind.FORM, task, "proposal", asks.getBytes(StandardCharsets.UTF_8), NOTE, admin);
        releases.release(proposing.propose(draft, 1, null, NOTE, admin), Effect.NOW, NOTE, second);
        Awaitility.await().until(() -> forms.has(task));
        String reads = SecondCheck.trunk()
                .replace(SecondCheck.TASK, task)
                .replace(
                        StepFacades.nameFor(SecondCheck.TASK) + " == 'AGREED'",
                        StepFacades.nameFor(task) + " == 'YES'");
        Part diagram = part(ModelKind.BPMN, "proposal-trunk", "proposal", reads);

        List<Judged> judged = judge.of(Bundle.read(
                bundle(diagram, part(ModelKind.FORM, task, "proposal", asks.replace("\"AGREED\"", "\"YES\"")))));

        assertThat(judged.get(0).outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(judged.get(0).waits()).containsExactly(task);
        String inForce = releases.inForce(ModelKind.FORM, task).orElseThrow().content();
        Part unchanged = part(ModelKind.FORM, task, "proposal", inForce);
        for (byte[] without : List.of(bundle(diagram), bundle(diagram, unchanged))) {
            Judged alone = judge.of(Bundle.read(without)).get(0);
            assertThat(alone.refusals())
                    .as("waits for %s", alone.waits())
                    .extracting(Finding::rule)
                    .containsExactly("answer-not-an-option");
        }
    }

    @Test
    void a_diagram_and_a_table_that_change_together_come_along() {
        String asking = releases.inForce(ModelKind.BPMN, "proposal-trunk")
                .orElseThrow()
                .content()
                .replace(
                        "camunda:expression=\"${proposalTrunk.decideRoute()}\"",
                        "camunda:decisionRef=\"poverty-level\" camunda:resultVariable=\"levelResult\"");
        String table =
                releases.inForce(ModelKind.DMN, "poverty-level").orElseThrow().content();
        Part diagram = part(ModelKind.BPMN, "proposal-trunk", "proposal", asking);
        String other = table.replace("label=\"Saran\"", "label=\"Saran lain\"");

        Judged together = judged(diagram, part(ModelKind.DMN, "poverty-level", "program", other));
        Judged unchanged = judged(diagram, part(ModelKind.DMN, "poverty-level", "program", table));

        assertThat(together.waits()).containsExactly("poverty-level");
        assertThat(together.refusals()).extracting(Finding::rule).doesNotContain("table-input-lacking");
        assertThat(unchanged.refusals()).extracting(Finding::rule).contains("table-input-lacking");
    }

    @Test
    void a_diagram_and_a_table_whose_answer_becomes_of_another_kind_come_along() {
        String key = "wind-" + UUID.randomUUID().toString().substring(0, 8);
        String words = windy(key, "string", "\"NORTH\"");
        Actor second = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        long draft = drafts.begin(ModelKind.DMN, key, "proposal", words.getBytes(StandardCharsets.UTF_8), NOTE, admin);
        releases.release(proposing.propose(draft, 1, null, NOTE, admin), Effect.NOW, NOTE, second);
        String waiting = releases.inForce(ModelKind.BPMN, "proposal-trunk")
                .orElseThrow()
                .content()
                .replace(
                        "camunda:expression=\"${proposalTrunk.decideRoute()}\"",
                        "camunda:decisionRef=\"" + key
                                + "\" camunda:resultVariable=\"windResult\" camunda:mapDecisionResult=\"singleEntry\"")
                .replace("${taskLadder.nextRungAt()}", "${windResult}");
        Part diagram = part(ModelKind.BPMN, "proposal-trunk", "proposal", waiting);

        Judged together =
                judged(diagram, part(ModelKind.DMN, key, "proposal", windy(key, "date", "date(\"2030-01-01\")")));
        Judged unchanged = judged(diagram, part(ModelKind.DMN, key, "proposal", words));

        assertThat(together.waits()).containsExactly(key);
        assertThat(together.refusals()).extracting(Finding::rule).doesNotContain("answer-other-kind");
        assertThat(unchanged.refusals()).extracting(Finding::rule).contains("answer-other-kind");
    }

    private static String windy(String key, String type, String answer) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="w" name="w" namespace="http://siks.id/dmn">
                  <decision id="%s" name="Angin" camunda:historyTimeToLive="P180D">
                    <decisionTable id="wind-table" hitPolicy="FIRST">
                      <input id="in" label="Jenis"><inputExpression id="asks" typeRef="string"><text>kind</text></inputExpression></input>
                      <output id="out" label="Arah" name="wind" typeRef="%s"/>
                      <rule id="r"><inputEntry id="i"><text></text></inputEntry><outputEntry id="o"><text>%s</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>"""
                .formatted(key, type, answer);
    }

    /** What is said of the first when both come in one bundle. */
    private Judged judged(Part part, Part companion) {
        return judge.of(Bundle.read(bundle(part, companion))).stream()
                .filter(judged -> judged.part().key().equals(part.key()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_not_listed_any_more_keeps_a_part_out_too() {
        String calls = IntStream.rangeClosed(0, 200)
                .mapToObj("<bpmn:callActivity id=\"call-%d\" calledElement=\"sign-again\"/>"::formatted)
                .collect(Collectors.joining());
        Release form = releases.inForce(ModelKind.FORM, "sign-meeting").orElseThrow();
        Release trunk = releases.inForce(ModelKind.BPMN, "proposal-trunk").orElseThrow();
        String drawn = trunk.content().replace("</bpmn:process>", calls + "</bpmn:process>");
        String fresh = form.content().replace("\"sign-meeting\"", "\"sign-again\"");

        Judged judged = judged(
                part(ModelKind.BPMN, "proposal-trunk", "proposal", drawn),
                part(ModelKind.FORM, "sign-again", "proposal", fresh));

        assertThat(judged.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(judged.more()).isPositive();
    }

    @Test
    void one_refused_part_keeps_all_out_and_is_told_with_its_finding() throws Exception {
        Release diagram = releases.inForce(ModelKind.BPMN, "village-meeting").orElseThrow();
        String hostile =
                diagram.content().replace("${taskLadder.findRung()}", "${''.getClass().forName('java.lang.Runtime')}");
        byte[] file = bundle(
                part(ModelKind.BPMN, "village-meeting", "proposal", hostile),
                part(
                        ModelKind.DMN,
                        "poverty-level",
                        "program",
                        releases.inForce(ModelKind.DMN, "poverty-level")
                                .orElseThrow()
                                .content()
                                .replace("label=\"Saran\"", "label=\"Saran lain\"")));

        take(file, NOTE)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("1 dari 2 bagian ditolak")))
                .andExpect(content().string(containsString("berbeda dari yang berlaku")))
                .andExpect(content().string(containsString("find-rung")));

        assertThat(rows()).isEqualTo(rowsBefore);
    }

    @ParameterizedTest
    @MethodSource("id.siks.processadmin.bundle.HostileBundles#all")
    void a_hostile_file_gets_a_sentence_and_leaves_nothing(HostileBundles.Case hostile) throws Exception {
        String page = take(hostile.file(), NOTE)
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).containsPattern("class=\"field-error\">[^<]*(" + hostile.sentence() + ")");
        assertThat(rows()).isEqualTo(rowsBefore);
    }

    @Test
    void the_page_offers_what_is_in_force_and_refuses_an_empty_choice() throws Exception {
        Actor releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        String page = mvc.perform(get(BUNDLES).with(with(releaser)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("poverty-level.dmn").doesNotContain("/bundles/import");
        mvc.perform(post(BUNDLES + "/export").with(with(releaser)).with(csrf()).param("exportNote", "Untuk tetangga."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Pilih paling sedikit satu model")));
        mvc.perform(post(BUNDLES + "/export")
                        .with(with(releaser))
                        .with(csrf())
                        .param("parts", "poverty-level.dmn", "no-such.form")
                        .param("exportNote", "Untuk tetangga."))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post(BUNDLES + "/export")
                        .with(with(releaser))
                        .with(csrf())
                        .param("parts", "poverty-level.dmn")
                        .param("exportNote", "Untuk tetangga."))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/zip"))
                .andExpect(header().string(
                                "Content-Disposition",
                                matchesPattern(
                                        Pattern.compile("attachment; filename=\"siks-ng-[0-9a-f]{12}\\.zip\""))));
        mvc.perform(get(BUNDLES + "/0").with(with(releaser))).andExpect(status().isNotFound());
    }

    @Test
    void a_bundle_of_what_is_in_force_makes_no_draft_and_says_so() throws Exception {
        Release form = releases.inForce(ModelKind.FORM, "sign-meeting").orElseThrow();
        String page = take(bundle(part(ModelKind.FORM, "sign-meeting", "proposal", form.content())), NOTE)
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(get(page).with(with(admin)))
                .andExpect(content().string(containsString("Tidak ada rancangan baru")))
                .andExpect(content().string(not(containsString("kini menjadi rancangan"))));
    }

    private ResultActions take(byte[] file, String note) throws Exception {
        return mvc.perform(multipart(BUNDLES + "/import")
                .file(new MockMultipartFile("bundle", "bungkusan.zip", "application/zip", file))
                .param("importNote", note)
                .param("key", UUID.randomUUID().toString())
                .with(with(admin))
                .with(csrf()));
    }

    private static Part part(ModelKind kind, String key, String room, String content) {
        return new Part(kind, key, room, 7, Sha256.hex(content), content.getBytes(StandardCharsets.UTF_8));
    }

    /** As another installation packs it, and packed anew by another tool. */
    private static byte[] bundle(Part... parts) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                Manifest.NAME,
                Manifest.of("https://siks.example", List.of(parts)).bytes());
        for (Part part : parts) {
            entries.put(part.path(), part.content());
        }
        return HostileBundles.zip(entries);
    }

    private String rows() {
        return jdbc.queryForList(
                        """
                        select count(*) from processadmin.bundle union all select count(*) from processadmin.bundle_part
                        union all select count(*) from processadmin.draft
                        union all select count(*) from processadmin.draft_revision""",
                        Long.class)
                .toString();
    }
}
