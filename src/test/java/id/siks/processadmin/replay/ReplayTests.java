package id.siks.processadmin.replay;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.processadmin.CaseFilesTests;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.replay.Asking.Asked;
import id.siks.processadmin.replay.Replay.Group;
import id.siks.processadmin.replay.Replay.State;
import id.siks.processadmin.replay.Replays.Question;
import id.siks.program.PovertySigns;
import id.siks.proposal.PastCases;
import id.siks.proposal.ProposalTestData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The cases of a period that never was, asked again: nine families, three of them of an officer. */
@EngineTest
class ReplayTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final YearMonth MONTH = YearMonth.of(2098, 3);
    private static final String VILLAGE = "5312042001";
    private static final String PERIOD = "PRD-5312-98-000001";
    private static final Path ROUTE = Path.of("bpmn/proposal/proposal-route.dmn");
    private static final Path TRUNK = Path.of("bpmn/proposal/proposal-trunk.bpmn");
    private static final Path MEETING = Path.of("bpmn/proposal/village-meeting.bpmn");
    private static final Path VISIT = Path.of("bpmn/fieldcheck/field-check.bpmn");

    private int number;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    Replays replays;

    @Autowired
    ReplayRows rows;

    @Autowired
    PastCases cases;

    @Autowired
    PovertySigns signs;

    @Autowired
    ProposalTestData data;

    @Autowired
    JdbcTemplate db;

    @BeforeEach
    void aPeriodThatWasDetermined() {
        clean();
        db.update(
                """
                insert into finalization.period (period_id, case_ref, regency_code, month, cadence, calendar, zone, state,
                  opens_at, village_cutoff_at, regency_cutoff_at, determination_planned_at, version)
                values (-1, ?, '5312', ?, 'MONTHLY', 'DTKS_MONTHLY', 'Asia/Makassar', 'DETERMINED',
                  '2098-03-01', '2098-03-10', '2098-03-12', '2098-03-20', 0)""",
                PERIOD,
                java.sql.Date.valueOf(MONTH.atDay(1)));
        db.update("insert into finalization.batch (period_id) values (-1)");
        for (int i = 1; i <= 9; i++) {
            closed(i, i <= 3);
        }
        // Joined once, but not on the list that was determined.
        closed(10, false);
        db.update("update finalization.batch_item set listed = false where case_ref = ?", ref(10));
    }

    private void closed(int i, boolean ownFamily) {
        db.update(
                """
                insert into finalization.batch_item (batch_id, case_ref, village_code, state, joined_at, listed, changed_at)
                select batch_id, ?, ?, 'DETERMINED', '2098-03-05', true, '2098-03-20' from finalization.batch where period_id = -1""",
                ref(i),
                VILLAGE);
        db.update(
                """
                insert into proposal.proposal (id, case_ref, kind, area_code, channel, own_family, status, content, drafted_by,
                  drafted_at, submitted_at, evidence_on, changed_at, finalized, visited, version)
                values (?, ?, 'NEW_REGISTRATION', ?, 'VILLAGE_MEETING', ?, 'DETERMINED', ?::jsonb, 1,
                  '2098-03-01', '2098-03-02', '2098-03-02', '2098-03-20', true, true, 0)""",
                -i,
                ref(i),
                VILLAGE,
                ownFamily,
                "{\"village\": \"%s\", \"members\": [], \"housing\": {\"foodWorry\": %s}}".formatted(VILLAGE, i <= 6));
    }

    @AfterEach
    void clean() {
        db.update("delete from finalization.batch_item where case_ref like 'USL-5312-98-%'");
        db.update("delete from finalization.batch where period_id = -1");
        db.update("delete from finalization.period where period_id = -1");
        db.update("delete from proposal.proposal where case_ref like 'USL-5312-98-%'");
        for (String table : List.of("act_hi_procinst", "act_hi_actinst", "act_hi_varinst")) {
            db.update("delete from " + table + " where proc_inst_id_ like 'USL-5312-98-%'");
        }
        db.update(
                """
                delete from processadmin.replay where subject in (
                  select 'release/' || release_id from processadmin.release where key like 'uji-%')""");
        db.update("delete from processadmin.release where key like 'uji-%'");
    }

    @Test
    void families_that_would_go_another_way_are_counted_and_named_by_number() throws Exception {
        Replay replay = ran(
                "proposal-route",
                ROUTE,
                "then-new-meeting-needed\"><text>true",
                "then-new-meeting-needed\"><text>false");

        assertThat(replay.month()).isEqualTo(MONTH);
        assertThat(replay.cases()).isEqualTo(9);
        assertThat(replay.differing()).isEqualTo(6);
        assertThat(replay.groups()).singleElement().satisfies(group -> {
            assertThat(group.change().before()).isEqualTo("Perlu musyawarah: true; Perlu kunjungan rumah: true");
            assertThat(group.change().after()).isEqualTo("Perlu musyawarah: false; Perlu kunjungan rumah: true");
            assertThat(group.cases()).isEqualTo(6);
            assertThat(group.refs()).containsExactly(ref(4), ref(5), ref(6), ref(7), ref(8), ref(9));
        });
        assertThat(replay.hides()).isFalse();
    }

    @Test
    void what_fewer_than_five_share_is_neither_shown_nor_to_be_worked_out() throws Exception {
        Replay replay = ran(
                "proposal-route",
                ROUTE,
                "then-own-family-meeting-needed\"><text>true",
                "then-own-family-meeting-needed\"><text>false");

        assertThat(replay.groups()).isEmpty();
        assertThat(replay.hides()).isTrue();
        assertThat(replay.differing()).isNull();
    }

    @Test
    void how_a_family_lives_is_not_told_by_the_number_of_its_case() throws Exception {
        Replay replay = ran(
                "poverty-signs",
                Path.of("bpmn/program/poverty-signs.dmn"),
                "\"rule-3-3\"><text>true",
                "\"rule-3-3\"><text>false");

        assertThat(replay.differing()).isNull();
        assertThat(replay.groups()).singleElement().satisfies(group -> {
            assertThat(group.change().before()).isEqualTo("Tanda: C2");
            assertThat(group.change().after()).isEqualTo("–");
            assertThat(group.cases()).isEqualTo(6);
            assertThat(group.refs()).isEmpty();
        });
        assertThat(db.queryForObject(
                        """
                        select count(*) from processadmin.replay_case join processadmin.replay_change using (change_id)
                        where before = 'Tanda: C2'""",
                        Integer.class))
                .isZero();
    }

    @Test
    void another_threshold_is_asked_with_the_signs_of_each_family_and_names_none() throws Exception {
        Replay replay = ran(
                "poverty-level",
                Path.of("bpmn/program/poverty-level.dmn"),
                "\"judgement-count\"><text>&gt;= 1",
                "\"judgement-count\"><text>&gt;= 2");

        assertThat(replay.groups()).singleElement().satisfies(group -> {
            assertThat(group.change().before()).isEqualTo("Saran: NEEDS_JUDGEMENT");
            assertThat(group.change().after()).isEqualTo("Saran: NOT_INDICATED");
            assertThat(group.cases()).isEqualTo(6);
            assertThat(group.refs()).isEmpty();
        });
    }

    @Test
    void a_threshold_of_one_regency_changes_the_answers_there_alone() throws Exception {
        String was = "\"indicated-regency\"><text></text></inputEntry><inputEntry id=\"indicated-count\"><text>&gt;= 3";
        String is =
                "\"indicated-regency\"><text>\"%s\"</text></inputEntry><inputEntry id=\"indicated-count\"><text>&gt;= 1";

        Path level = Path.of("bpmn/program/poverty-level.dmn");
        assertThat(ran("poverty-level", level, was, is.formatted("5312")).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.change().after()).isEqualTo("Saran: INDICATED"));
        assertThat(ran("poverty-level", level, was, is.formatted("1804")).groups())
                .isEmpty();
    }

    @Test
    void another_term_is_told_for_its_task() throws Exception {
        Replay replay = ran(
                "task-deadlines",
                Path.of("bpmn/casework/task-deadlines.dmn"),
                "rule-record-meeting-days\"><text>5",
                "rule-record-meeting-days\"><text>6");

        assertThat(replay.differing()).isEqualTo(9);
        assertThat(replay.groups()).extracting(Group::cases).containsExactly(9);
        assertThat(replay.groups().get(0).change().about()).isEqualTo("record-meeting");
        assertThat(replay.groups().get(0).change().after()).startsWith("Hari kerja: 6;");
    }

    @Test
    void before_every_question_about_a_case_it_is_asked_whether_there_is_time() throws Exception {
        String terms = Files.readString(Path.of("bpmn/casework/task-deadlines.dmn"));
        AtomicInteger asked = new AtomicInteger();
        TimeLimit three = new TimeLimit(() -> asked.incrementAndGet() > 3);
        Asking asking = new TableAsking(cases, signs, "task-deadlines", terms, terms, three);

        assertThatThrownBy(() -> asking.of(List.of(new CaseRef(ref(1)))).toList())
                .isInstanceOf(TimeLimit.Reached.class);
        assertThat(asked).hasValue(4);
    }

    @Test
    void another_title_of_a_column_is_no_other_answer() throws Exception {
        Replay replay = ran("proposal-route", ROUTE, "label=\"Perlu musyawarah\"", "label=\"Musyawarah\"");

        assertThat(replay.cases()).isEqualTo(9);
        assertThat(replay.differing()).isZero();
        assertThat(replay.hides()).isFalse();
    }

    @Test
    void cases_are_led_along_a_proposed_diagram_as_their_history_tells() throws Exception {
        CaseRef approved = data.in(VILLAGE).approved();
        for (int i = 1; i <= 6; i++) {
            wentAs(approved, ref(i));
        }

        Replay replay = ran("proposal-trunk", TRUNK, "${fieldCheckNeeded == false}", "${fieldCheckNeeded == true}");

        assertThat(replay.cases()).isEqualTo(9);
        assertThat(replay.groups()).singleElement().satisfies(group -> {
            assertThat(group.change())
                    .isEqualTo(Change.way("Perlu kunjungan?", "Minta kunjungan rumah", "Ajukan ke Dinsos"));
            assertThat(group.refs()).containsExactly(ref(1), ref(2), ref(3), ref(4), ref(5), ref(6));
        });
        assertThat(replay.differing()).isEqualTo(6);
        assertThat(replay.allUntold()).as("those without history").isEqualTo(3);
        assertThat(replay.untold()).isNull();
        assertThat(ran("proposal-trunk", TRUNK, "Putuskan usulan", "Putusan").differing())
                .as("another name is no other way")
                .isZero();
        assertThat(ran("field-check", VISIT, "${workerFound}", "${workerFound == false}")
                        .groups())
                .singleElement()
                .satisfies(group ->
                        assertThat(group.change().about()).isEqualTo("Tepat satu TKSK yang boleh berkunjung?"));
    }

    @Test
    void families_are_led_along_the_meeting_that_heard_them() throws Exception {
        CaseRef heard = data.in(VILLAGE).agreed();
        db.update(
                """
                update proposal.proposal set meeting_ref = (select meeting_ref from proposal.proposal where case_ref = ?)
                where case_ref between ? and ?""",
                heard.value(),
                ref(1),
                ref(6));
        db.update("update proposal.proposal set meeting_ref = 'MUS-5312-98-000001' where case_ref = ?", ref(7));

        Replay replay = ran("village-meeting", MEETING, "${signed == true}", "${signed == false}");

        assertThat(replay.cases()).isEqualTo(9);
        assertThat(replay.groups()).singleElement().satisfies(group -> {
            assertThat(group.change())
                    .isEqualTo(Change.way("Ditandatangani?", "Sampaikan hasil ke usulan", "Catat hasil musyawarah"));
            assertThat(group.refs()).containsExactly(ref(1), ref(2), ref(3), ref(4), ref(5), ref(6));
        });
        assertThat(replay.allUntold()).as("its meeting has no history").isEqualTo(1);
        assertThat(ran("village-meeting", MEETING, "Catat hasil musyawarah", "Catat hasil")
                        .differing())
                .as("another name is no other way")
                .isZero();
    }

    /** The history of the one as that of the other. */
    private void wentAs(CaseRef one, String other) {
        for (Map<String, Object> run :
                db.queryForList("select id_ from act_hi_procinst where business_key_ = ?", one.value())) {
            Object id = run.get("id_");
            String copy = other + ":" + ++number;
            copy("act_hi_procinst", id, "id_ = '%1$s', proc_inst_id_ = '%1$s', business_key_ = '%2$s'", copy, other);
            copy(
                    "act_hi_actinst",
                    id,
                    """
                    id_ = '%1$s:' || right(id_, 40), proc_inst_id_ = '%1$s', parent_act_inst_id_ = case
                      when parent_act_inst_id_ = proc_inst_id_ then '%1$s' else '%1$s:' || right(parent_act_inst_id_, 40) end""",
                    copy,
                    other);
            copy(
                    "act_hi_varinst",
                    id,
                    "id_ = '%1$s:' || right(id_, 40), proc_inst_id_ = '%1$s', execution_id_ = '%1$s'",
                    copy,
                    other);
        }
    }

    private void copy(String table, Object instance, String set, String copy, String ref) {
        db.execute("create temp table past as select * from %s where proc_inst_id_ = '%s'".formatted(table, instance));
        db.execute("update past set " + set.formatted(copy, ref));
        db.execute("insert into %s select * from past".formatted(table));
        db.execute("drop table past");
    }

    @Test
    void what_a_restart_cut_off_is_seen_and_goes_on_or_begins_anew() throws Exception {
        long release = proposed("proposal-route");
        String before = Files.readString(ROUTE);
        Question question = new Question(
                Subject.release(release),
                ModelKind.DMN,
                "proposal-route",
                before,
                before.replace("then-new-meeting-needed\"><text>true", "then-new-meeting-needed\"><text>false"));
        replays.begin(question);
        Replay whole = done(release);
        db.update("delete from processadmin.replay_change where subject = 'release/' || ?", release);
        db.update(
                """
                update processadmin.replay set state = 'RUNNING', last_ref = ?, cases = 4, differing = 1,
                  at = now() - interval '1 minute' where subject = 'release/' || ?""",
                ref(4),
                release);

        replays.goOn(question);
        replays.begin(question);
        assertThat(replays.of(Subject.release(release)).orElseThrow().state())
                .as("it may still be at it")
                .isEqualTo(State.RUNNING);
        db.update(
                "update processadmin.replay set at = at - interval '1 hour' where subject = 'release/' || ?", release);
        assertThat(replays.of(Subject.release(release)).orElseThrow().state()).isEqualTo(State.CUT_OFF);
        assertThat(replays.of(Subject.release(release)).orElseThrow().cases()).isEqualTo(4);

        replays.goOn(question);
        Replay rest = done(release);
        assertThat(rest.cases()).isEqualTo(9);
        assertThat(rest.allDiffering()).isEqualTo(6);
        assertThat(rest.groups()).singleElement().satisfies(group -> assertThat(group.refs())
                .containsExactly(ref(5), ref(6), ref(7), ref(8), ref(9)));

        replays.begin(question);
        assertThat(done(release)).isEqualTo(whole);
    }

    @Test
    void of_a_change_that_many_share_all_cases_can_be_fetched() throws Exception {
        long release = proposed("proposal-route");
        Subject subject = Subject.release(release);
        UUID run = rows.begin(subject, false).orElseThrow();
        rows.month(run, MONTH);
        Change many = Change.answer("", "ya", "tidak");
        Change few = Change.answer("", "ya", "mungkin");
        rows.count(subject, run, ref(30), asked(1, 30, many), true);
        rows.count(subject, run, ref(64), asked(31, 60, many), true);
        rows.count(subject, run, ref(64), asked(61, 64, few), true);
        rows.end(run, State.DONE);

        assertThat(page(release))
                .contains("dan 10 lainnya", "/processadmin/releases/" + release + "/replay/cases", ref(50))
                .doesNotContain(ref(51));
        Actor releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        String file = mvc.perform(post("/processadmin/releases/" + release + "/replay/cases")
                        .with(with(releaser))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(CaseFilesTests.taken(db, releaser)).containsExactly("processadmin:release." + release);
        assertThat(file.lines()).hasSize(61);
        assertThat(file).contains(ref(1), ref(60)).doesNotContain(ref(61));
    }

    private static List<Asked> asked(int first, int last, Change change) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> new Asked(ref(i), List.of(change)))
                .toList();
    }

    @Test
    void what_was_cut_off_before_its_first_case_shows_no_numbers() throws Exception {
        long release = proposed("proposal-route");
        db.update(
                """
                insert into processadmin.replay (subject, run, state, at)
                values ('release/' || ?, gen_random_uuid(), 'RUNNING', now() - interval '1 hour')""",
                release);
        assertThat(page(release))
                .contains("Terputus di tengah jalan", "Lanjutkan")
                .doesNotContain("mendapat jawaban");

        db.update(
                "update processadmin.replay set month = '2098-03-01', cases = 9 where subject = 'release/' || ?",
                release);
        assertThat(page(release)).contains("9 perkara periode Maret 2098", "0 mendapat jawaban");
    }

    private String page(long release) throws Exception {
        Actor releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        return mvc.perform(get("/processadmin/releases/" + release + "/replay").with(with(releaser)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Replay ran(String model, Path file, String was, String is) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(was);
        long release = proposed(model);
        ModelKind kind = file.toString().endsWith(".bpmn") ? ModelKind.BPMN : ModelKind.DMN;
        replays.begin(new Question(Subject.release(release), kind, model, before, before.replace(was, is)));
        return done(release);
    }

    private Replay done(long release) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> replays.of(Subject.release(release)).orElseThrow().state() != State.RUNNING);
        Replay replay = replays.of(Subject.release(release)).orElseThrow();
        assertThat(replay.state()).isEqualTo(State.DONE);
        return replay;
    }

    /** A proposal that nobody sees on a list. */
    private long proposed(String model) {
        return db.queryForObject(
                """
                insert into processadmin.release (kind, key, room, source, content, sha256, state, proposed_by,
                  proposed_at, note, decided_at)
                values ('DMN', ?, 'proposal', 'DRAFT', '-', repeat('0', 64), 'DECLINED', 1, now(), 'uji', now())
                returning release_id""",
                Long.class,
                "uji-" + model);
    }

    private static String ref(int i) {
        return "USL-5312-98-%06d".formatted(i);
    }
}
