package id.siks.processadmin.replay;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.finalization.EndedPeriods;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.replay.Change.Kind;
import id.siks.processadmin.replay.Replay.Group;
import id.siks.processadmin.replay.Replay.State;
import id.siks.processadmin.replay.Replays.Question;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Two periods that are over, one determined and one without a case, led along diagrams somebody might draw. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeriodReplayTests {

    private static final String KEY = "period-finalization";
    private static final LocalDate LAST = LocalDate.of(2098, 5, 1);

    @Autowired
    MockMvc mvc;

    @Autowired
    EndedPeriods ended;

    @Autowired
    Replays replays;

    @Autowired
    ReplayFile file;

    @Autowired
    Drafts drafts;

    @Autowired
    TestActors people;

    @Autowired
    JdbcTemplate db;

    private CaseRef determined;
    private CaseRef empty;
    private LocalDate month;
    private String shipped;
    private int asked = 900_000;

    @BeforeAll
    void twoPeriodsOfTheLastMonth() throws IOException {
        shipped = Files.readString(Path.of("bpmn/finalization/period-finalization.bpmn"));
        determined = ended.determined("8271");
        empty = ended.empty("8172");
        month = db.queryForObject(
                        "select month from finalization.period where case_ref = ?", Date.class, determined.value())
                .toLocalDate();
        moveTo(LAST);
    }

    @AfterAll
    void whereTheyWere() {
        moveTo(month);
    }

    @AfterEach
    void nothingIsAsked() {
        db.update("delete from processadmin.replay where subject like 'release/9000%'");
    }

    private void moveTo(LocalDate to) {
        db.update(
                "update finalization.period set month = ? where case_ref in (?, ?)",
                Date.valueOf(to),
                determined.value(),
                empty.value());
    }

    @Test
    void along_its_own_diagram_every_period_goes_as_it_went() {
        Replay replay = ran(shipped.replace("name=\"Setujui daftar kabupaten\"", "name=\"Setujui\""));

        assertThat(replay.cases()).isEqualTo(2);
        assertThat(replay.all()).isEmpty();
    }

    @Test
    void what_a_single_period_would_do_otherwise_is_shown_with_its_number() {
        Replay replay = ran(
                changed(
                        "id=\"batch-empty-yes\" name=\"ya\" sourceRef=\"batch-empty\" targetRef=\"period-ended-empty\">\n      <bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${batchEmpty}",
                        "id=\"batch-empty-yes\" name=\"ya\" sourceRef=\"batch-empty\" targetRef=\"period-ended-empty\">\n      <bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${batchEmpty == false}"));

        assertThat(replay.differing()).isEqualTo(2);
        assertThat(replay.hides()).isFalse();
        assertThat(replay.groups())
                .extracting(Group::change)
                .containsExactlyInAnyOrder(
                        Change.way("Daftar kosong?", "Setujui daftar kabupaten", "Periode berakhir tanpa usulan"),
                        Change.way("Daftar kosong?", "Periode berakhir tanpa usulan", "Setujui daftar kabupaten"));
        assertThat(replay.groups())
                .flatExtracting(Group::refs)
                .containsExactlyInAnyOrder(determined.value(), empty.value());
    }

    @Test
    void a_step_drawn_within_the_confirmation_is_passed_by_the_list_that_was_confirmed() {
        Replay replay = ran(changed(
                "<bpmn:sequenceFlow id=\"record-ratification-to-forward-batch\" sourceRef=\"record-ratification\" targetRef=\"forward-batch\" />",
                "<bpmn:userTask id=\"second-look\" name=\"Periksa di provinsi\" /><bpmn:sequenceFlow id=\"to-look\" sourceRef=\"record-ratification\" targetRef=\"second-look\" />"
                        + "<bpmn:sequenceFlow id=\"looked\" sourceRef=\"second-look\" targetRef=\"forward-batch\" />"));

        assertThat(replay.groups()).singleElement().satisfies(group -> {
            assertThat(group.change()).isEqualTo(Change.newStep("Periksa di provinsi"));
            assertThat(group.refs()).containsExactly(determined.value());
        });
    }

    @Test
    void what_the_minister_said_first_and_last_leads_another_way_within_the_confirmation() {
        Replay replay = ran(changed("${decision == 'refuse'}", "${decision == 'determine'}"));

        assertThat(replay.differing()).isEqualTo(1);
        assertThat(replay.groups())
                .extracting(Group::change)
                .containsExactly(Change.way("Ditetapkan?", "Padankan daftar dengan Dukcapil", "Daftar ditetapkan"));
    }

    @Test
    void what_is_done_for_each_district_is_told_once() {
        Replay replay = ran(
                changed(
                        "<bpmn:sequenceFlow id=\"gather-villages-to-finalize-village\" sourceRef=\"gather-villages\" targetRef=\"finalize-village\" />",
                        "<bpmn:userTask id=\"second-look\" name=\"Periksa di kecamatan\" /><bpmn:sequenceFlow id=\"to-look\" sourceRef=\"gather-villages\" targetRef=\"second-look\" />"
                                + "<bpmn:sequenceFlow id=\"looked\" sourceRef=\"second-look\" targetRef=\"finalize-village\" />"));

        // Nobody closes a list before the cut-off in one district: it is cut off where it waits, and counted all the
        // same.
        assertThat(replay.groups()).singleElement().satisfies(group -> {
            assertThat(group.change().kind()).isEqualTo(Kind.NEW_STEP);
            assertThat(group.refs()).containsExactlyInAnyOrder(determined.value(), empty.value());
        });
    }

    @Test
    void a_confirmation_that_is_gone_is_left_out() {
        Replay replay = ran(
                changed(
                        "id=\"everything-returned-no\" name=\"tidak\" sourceRef=\"everything-returned\" targetRef=\"confirm-batch\"",
                        "id=\"everything-returned-no\" name=\"tidak\" sourceRef=\"everything-returned\" targetRef=\"period-ended-empty\""));

        assertThat(replay.groups()).singleElement().satisfies(group -> {
            assertThat(group.change())
                    .isEqualTo(Change.way(
                            "Semua dikembalikan?", "Sahkan dan tetapkan daftar", "Periode berakhir tanpa usulan"));
            assertThat(group.refs()).containsExactly(determined.value());
        });
    }

    @Test
    void the_page_speaks_of_periods_and_names_even_a_single_one() throws Exception {
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        byte[] drawn = changed(
                        "id=\"approve-batch-to-everything-returned\" sourceRef=\"approve-batch\" targetRef=\"everything-returned\"",
                        "id=\"approve-batch-to-everything-returned\" sourceRef=\"approve-batch\" targetRef=\"everything-returned\" name=\"lalu\"")
                .getBytes(StandardCharsets.UTF_8);
        long draft = drafts.begin(ModelKind.BPMN, KEY, "", drawn, "Hanya untuk dicoba.", admin);
        String page = "/processadmin/releases/drafts/" + draft;
        mvc.perform(get(page).with(with(admin)))
                .andExpect(content().string(containsString("Periode semua kabupaten/kota")))
                .andExpect(content().string(containsString("juga di dalam subprosesnya")));

        mvc.perform(post(page + "/replay").with(with(admin)).with(csrf())).andExpect(redirectedUrl(page + "#replay"));
        Subject subject = Subject.draft(draft, 1);
        done(subject);

        mvc.perform(get(page + "/replay").with(with(admin)))
                .andExpect(content().string(containsString("2 periode Mei 2098 sudah ditanyakan lagi.")))
                .andExpect(content().string(containsString("0 mendapat jawaban atau jalan lain.")))
                .andExpect(content().string(not(containsString("kurang dari 5"))));
        db.update("update processadmin.replay set differing = 1 where subject = ?", subject.name());
        db.update(
                """
                insert into processadmin.replay_change (subject, kind, about, before, after, cases, refs)
                values (?, 'WAY', 'Daftar kosong?', 'a', 'b', 1, ?)""",
                subject.name(),
                new String[] {empty.value()});
        mvc.perform(get(page + "/replay").with(with(admin)))
                .andExpect(content().string(containsString("1 mendapat jawaban atau jalan lain.")))
                .andExpect(content().string(containsString("data-title=\"Periode\"")))
                .andExpect(content().string(containsString("/processadmin/cases/" + empty)));
        drafts.drop(draft, 1, "Hanya untuk dicoba.", admin);
    }

    @Test
    void the_file_says_which_families_go_another_way_with_their_period() throws Exception {
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        Subject subject = Subject.release(++asked);
        Replay replay = ran(
                subject,
                changed(
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${batchEmpty}",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${batchEmpty == false}"));
        List<String> families = db.queryForList(
                """
                select i.case_ref from finalization.period p join finalization.batch b using (period_id)
                join finalization.batch_item i using (batch_id) where p.case_ref = ? and i.listed order by 1""",
                String.class,
                determined.value());
        assertThat(families).hasSize(2);

        String csv;
        try (InputStream written = file.take(admin, subject, replay).getBody().getInputStream()) {
            csv = new String(written.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(csv.lines()).hasSize(4);
        assertThat(csv)
                .contains("\"%s\",\"%s\"".formatted(determined, families.get(0)))
                .contains("\"%s\",\"%s\"".formatted(determined, families.get(1)))
                .contains("\"%s\",\"\"".formatted(empty));
    }

    private Replay ran(String draft) {
        return ran(Subject.release(++asked), draft);
    }

    private Replay ran(Subject subject, String draft) {
        replays.begin(new Question(subject, ModelKind.BPMN, KEY, shipped, draft));
        return done(subject);
    }

    private Replay done(Subject subject) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> replays.of(subject).orElseThrow().state() != State.RUNNING);
        Replay replay = replays.of(subject).orElseThrow();
        assertThat(replay.state()).isEqualTo(State.DONE);
        return replay;
    }

    private String changed(String was, String is) {
        assertThat(shipped).contains(was);
        return shipped.replace(was, is);
    }
}
