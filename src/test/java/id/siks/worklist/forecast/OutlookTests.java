package id.siks.worklist.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.Outlook;
import id.siks.finalization.Cadence;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.worklist.forecast.Outlooks.Step;
import id.siks.worklist.model.BoardSums.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is foretold, from histories and periods made up for it. */
class OutlookTests {

    private static final Instant NOW = Instant.parse("2026-11-02T02:00:00Z");

    private final Outlooks outlooks = new Outlooks(null);

    @Test
    void a_place_with_too_little_of_its_own_is_compared_with_the_whole_country() {
        List<Pace> nation = took("record-visit", Duration.ofDays(9), 100);
        History little = new History(took("record-visit", Duration.ofDays(1), History.ENOUGH - 1), nation);
        History enough = new History(took("record-visit", Duration.ofDays(1), History.ENOUGH), nation);

        assertThat(days(little.finish("record-visit", NOW, NOW))).isBetween(8.0, 10.0);
        assertThat(days(enough.finish("record-visit", NOW, NOW))).isBetween(0.9, 1.1);
    }

    @Test
    void only_what_was_not_done_sooner_than_this_has_waited_is_comparable() {
        List<Pace> all = new ArrayList<>(took("record-visit", Duration.ofHours(1), 60));
        all.addAll(took("record-visit", Duration.ofDays(4), 30));
        all.addAll(took("record-visit", Duration.ofDays(10), 10));
        History history = new History(all, List.of());
        Instant opened = NOW.minus(Duration.ofDays(2));

        assertThat(history.miss("record-visit", NOW, NOW.plus(Duration.ofDays(6)), NOW))
                .isEqualTo(10);
        assertThat(history.miss("record-visit", opened, opened.plus(Duration.ofDays(6)), NOW))
                .isEqualTo(25);
        assertThat(history.miss("record-visit", opened, NOW, NOW)).isEqualTo(100);
        Instant longAgo = NOW.minus(Duration.ofDays(30));
        assertThat(history.miss("record-visit", longAgo, NOW.plus(Duration.ofDays(1)), NOW))
                .isNull();
        assertThat(history.finish("record-visit", longAgo, NOW)).isNull();
        assertThat(history.finish("assign-visit", NOW, NOW)).isNull();
    }

    @Test
    void of_too_few_comparable_ones_nothing_is_said() {
        List<Pace> all = new ArrayList<>(took("record-visit", Duration.ofHours(1), 60));
        all.addAll(took("record-visit", Duration.ofDays(10), Outlook.LEAST - 1));
        Instant opened = NOW.minus(Duration.ofDays(2));
        Instant due = NOW.plus(Duration.ofDays(1));

        History few = new History(all, List.of());
        assertThat(few.miss("record-visit", opened, due, NOW)).isNull();
        assertThat(few.finish("record-visit", opened, NOW)).isNull();
        all.addAll(took("record-visit", Duration.ofDays(10), 1));
        History enough = new History(all, List.of());
        assertThat(enough.miss("record-visit", opened, due, NOW)).isEqualTo(100);
        assertThat(enough.finish("record-visit", opened, NOW)).isAfter(due);
        History nation = new History(List.of(), took("sign-meeting", Duration.ofDays(9), Outlook.LEAST - 1));
        assertThat(nation.typical(List.of("sign-meeting"))).isZero();
    }

    @Test
    void what_waits_past_the_middle_of_its_class_is_not_done_today_every_day() {
        History history = new History(took("record-visit", Duration.ofDays(70), 30), List.of());
        for (int waited = 63; waited <= 80; waited++) {
            Instant opened = NOW.minus(Duration.ofDays(waited));
            assertThat(history.finish("record-visit", opened, NOW))
                    .as("after %s days", waited)
                    .isAfter(NOW)
                    .isBefore(opened.plus(Duration.ofDays(83)));
        }
    }

    @Test
    void the_cut_off_is_missed_when_this_step_takes_longer_than_the_later_ones_leave() {
        List<Pace> all = new ArrayList<>(took("record-meeting", Duration.ofDays(2), 50));
        all.addAll(took("record-meeting", Duration.ofDays(8), 50));
        all.addAll(took("sign-meeting", Duration.ofDays(4), 40));
        Known known = new Known(new History(all, List.of()), List.of(period(11, PeriodState.OPEN, 10)));

        Outlook meeting = outlooks.of(new Step(Road.VILLAGE, "record-meeting", NOW), known, NOW);
        Outlook signing = outlooks.of(new Step(Road.VILLAGE, "sign-meeting", NOW), known, NOW);

        assertThat(meeting.cutoff()).isEqualTo(known.ahead().get(0).villageCutoffAt());
        assertThat(meeting.miss()).isEqualTo(50);
        assertThat(meeting.isLikelyMissed()).isTrue();
        assertThat(signing.miss()).isZero();
        assertThat(signing.isLikelyMissed()).isFalse();
    }

    @Test
    void a_case_is_determined_with_the_first_list_it_reaches() {
        List<Pace> all = new ArrayList<>(took("decide-proposal", Duration.ofDays(3), 50));
        all.addAll(took("record-visit", Duration.ofDays(20), 50));
        PeriodView closed = period(10, PeriodState.REGENCY_CLOSED, -20);
        PeriodView open = period(11, PeriodState.VILLAGES_CLOSED, -2);
        PeriodView next = period(12, PeriodState.PLANNED, 28);
        Known known = new Known(new History(all, List.of()), List.of(closed, open, next));

        Outlook deciding = outlooks.of(new Step(Road.REGENCY, "decide-proposal", NOW), known, NOW);
        Outlook visiting = outlooks.of(new Step(Road.REGENCY, "record-visit", NOW), known, NOW);

        assertThat(deciding.end()).isEqualTo(open.determinationPlannedAt());
        assertThat(deciding.miss()).isZero();
        assertThat(visiting.end()).isEqualTo(next.determinationPlannedAt());
        assertThat(visiting.miss()).isEqualTo(100);
        assertThat(visiting.cutoff()).isEqualTo(open.regencyCutoffAt());
    }

    @Test
    void without_a_period_nothing_is_said_of_a_cut_off() {
        Known known = new Known(new History(took("record-visit", Duration.ofDays(1), 50), List.of()), List.of());

        Outlook outlook = outlooks.of(new Step(Road.REGENCY, "record-visit", NOW), known, NOW);

        assertThat(outlook.finish()).isNotNull();
        assertThat(outlook)
                .extracting(Outlook::cutoff, Outlook::miss, Outlook::end)
                .containsOnlyNulls();
    }

    @Test
    void half_of_the_forecasts_are_off_less_than_so_many_days() {
        assertThat(FinishOutcome.of(Map.of(0, 2, 1, 1, -4, 1, 6, 1))).isEqualTo(new FinishOutcome(5, 2, 2, 1));
        assertThat(FinishOutcome.of(Map.of(-3, 1))).isEqualTo(new FinishOutcome(1, 4, 0, 1));
        assertThat(FinishOutcome.of(Map.of())).isEqualTo(new FinishOutcome(0, 0, 0, 0));
    }

    private static double days(Instant finish) {
        return Duration.between(NOW, finish).toMinutes() / 1440.0;
    }

    private static List<Pace> took(String task, Duration time, int n) {
        return List.of(new Pace(task, Pace.classOf(time), n));
    }

    /** Closes its villages' lists {@code days} from now, its own a week later, and is determined ten days after that. */
    private static PeriodView period(int month, PeriodState state, int days) {
        Instant villages = NOW.plus(Duration.ofDays(days));
        return new PeriodView(
                new CaseRef("PRD-5304-26-0000" + month),
                new AreaCode("5304"),
                YearMonth.of(2026, month),
                Cadence.MONTHLY,
                "DTKS_MONTHLY",
                state,
                villages.minus(Duration.ofDays(20)),
                villages,
                villages.plus(Duration.ofDays(7)),
                villages.plus(Duration.ofDays(17)),
                ZoneOffset.UTC,
                0);
    }
}
