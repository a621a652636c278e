package id.siks.worklist.board;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.finalization.Departure;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import id.siks.worklist.board.VillageFigures.Line;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.WorklistTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is said of villages, each in a district of its own. */
class VillageFiguresTests extends WorklistTest {

    private static final String OPERATORS_DAYS =
            "update worklist.work_item set done_at = done_at - make_interval(days => :days) where area_code = :area";

    @Autowired
    VillageFigures figures;

    @Autowired
    BoardSums sums;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalTestData data;

    @Autowired
    TaskService engine;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_was_done_in_time_and_how_long_ago() {
        AreaCode village = new AreaCode("5320012002");
        assertThat(line(village).isIdle()).as("nobody ever did anything").isTrue();
        engine.complete(work.due(work.open(village, null), Duration.ofDays(-1)));
        engine.complete(work.open(village, null));
        engine.complete(work.open(village, null));

        assertThat(line(village).done()).isEqualTo(new BoardSums.Done(3, 1));
        assertThat(line(village).done().timely()).isEqualTo(66);
        assertThat(line(village).idle()).isZero();
        lastDid(village, 30);
        assertThat(line(village).idle()).isEqualTo(30);
        assertThat(VillageView.IDLE.shows(line(village))).isFalse();
        lastDid(village, 1);
        assertThat(VillageView.IDLE.shows(line(village))).isTrue();
    }

    @Test
    void a_meeting_counts_for_three_months() {
        ProposalTestData.Place here = data.in("5320022001");
        assertThat(line(here.village).sinceMeeting()).isNull();
        here.agreed();
        assertThat(line(here.village).sinceMeeting()).isZero();
        LocalDate today = time.today(BoardSums.CLOCK);

        held(here.village, today.minusMonths(3));
        assertThat(line(here.village).hasMet()).isTrue();
        assertThat(VillageView.NO_MEETING.shows(line(here.village))).isFalse();
        held(here.village, today.minusMonths(3).minusDays(2));
        assertThat(line(here.village).hasMet()).isFalse();
        assertThat(VillageView.NO_MEETING.shows(line(here.village))).isTrue();
    }

    @Test
    void one_return_in_five_is_often() {
        ProposalTestData.Place here = data.in("5320032003");
        CaseRef first = here.ready();
        for (int n = 0; n < 4; n++) {
            here.ready();
        }
        assertThat(VillageView.OFTEN_RETURNED.shows(line(here.village))).isFalse();
        returned(first, CaseStatus.RETURNED_BY_MINISTRY, Role.REGENCY_VERIFIER);
        assertThat(line(here.village).returns())
                .as("the ministry returns to the regency")
                .isZero();
        returned(first, CaseStatus.RETURNED_TO_VILLAGE, Role.VILLAGE_OPERATOR);
        assertThat(line(here.village).returnRate()).isEqualTo(20);
        assertThat(VillageView.OFTEN_RETURNED.shows(line(here.village))).isTrue();
    }

    @Test
    void what_others_do_in_a_village_is_not_held_against_it() {
        AreaCode village = new AreaCode("5320042003");
        CaseRef ref = items.find(work.open(village, null)).orElseThrow().ref();
        engine.complete(open(ref, "weigh-goods"));
        // The social worker does the second step there, and late.
        engine.complete(work.due(open(ref, "check-weight"), Duration.ofDays(-1)));

        assertThat(sums.done(village.value(), figures.doneSince(village), Set.of("check-weight")))
                .containsEntry(village, new BoardSums.Done(1, 1));
        assertThat(line(village).done()).isEqualTo(new BoardSums.Done(1, 0));
    }

    @Test
    void what_left_the_list_of_a_village_is_counted_by_why() throws Exception {
        ProposalTestData.Place here = data.in("5320052001");
        CaseRef ref = here.listed();
        assertThat(line(here.village).departures()).isZero();

        proposals.withdraw(
                ref,
                proposals.view(ref, here.operator).version(),
                "Keluarga pindah ke kabupaten lain.",
                UUID.randomUUID(),
                here.operator);

        assertThat(line(here.village).departed()).isEqualTo(Map.of(Departure.LEFT, 1));
        mvc.perform(get("/worklist/board/villages")
                        .param("area", here.village.at(AreaLevel.DISTRICT).value())
                        .with(with(here.verifier)))
                .andExpect(content().string(containsString("keluar sendiri (berakhir atau kembali ke desa): 1")));
        jdbc.sql(
                        "update finalization.batch_item set changed_at = changed_at - interval '100 days' where case_ref = :ref")
                .param("ref", ref.value())
                .update();
        assertThat(line(here.village).departures()).as("months ago").isZero();
    }

    private String open(CaseRef ref, String task) {
        return work.openOf(ref).stream()
                .filter(item -> item.task().equals(task))
                .findFirst()
                .orElseThrow()
                .taskId();
    }

    private void returned(CaseRef ref, CaseStatus where, Role to) {
        transaction.executeWithoutResult(status -> events.publishEvent(new CaseProgressed(
                List.of(ref),
                "returned",
                where,
                to,
                null,
                new Reason(ReasonCode.PHOTO_UNUSABLE, "Foto gelap."),
                null,
                time.now())));
    }

    private Line line(AreaCode village) {
        return figures.of(village.at(AreaLevel.DISTRICT)).stream()
                .filter(line -> line.area().equals(village))
                .findFirst()
                .orElseThrow();
    }

    private void lastDid(AreaCode village, int days) {
        jdbc.sql(OPERATORS_DAYS)
                .param("days", days)
                .param("area", village.value())
                .update();
    }

    private void held(AreaCode village, LocalDate day) {
        jdbc.sql("update proposal.village_meeting set held_on = :day where area_code = :area and state = 'SIGNED'")
                .param("day", day)
                .param("area", village.value())
                .update();
    }
}
