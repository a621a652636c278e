package id.siks.finalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.finalization.model.PeriodBook;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dates of periods are data, move with a reason, and are decided under a lock (requirement 28). */
class CutoffTests extends PeriodTest {

    private static final String WHY = "Kementerian memperpanjang masa pengusulan.";

    @Autowired
    VillageLists villageLists;

    @Autowired
    PeriodBook book;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @Test
    void aMovedCutoffArmsItsTimerAnew() {
        Walk walk = rehearsal.opened("3572");
        Instant planned = walk.view().villageCutoffAt();
        periods.moveCutoff(
                walk.ref,
                walk.view().version(),
                Milestone.VILLAGE_CUTOFF,
                planned.plus(Duration.ofDays(2)),
                WHY,
                walk.officeHead);

        time.moveTo(planned.plusSeconds(60));
        jobs.runDue();
        assertThat(walk.view().state()).isEqualTo(PeriodState.OPEN);
        walk.at(Milestone.VILLAGE_CUTOFF);
        assertThat(walk.view().state()).isEqualTo(PeriodState.VILLAGES_CLOSED);
    }

    @Test
    void peopleSeeTheMovedCutoffAsTheDueDateOfTheirTask() {
        Walk walk = rehearsal.opened("3573");
        Instant later = walk.view().villageCutoffAt().plus(Duration.ofDays(3));
        periods.moveCutoff(walk.ref, walk.view().version(), Milestone.VILLAGE_CUTOFF, later, WHY, walk.officeHead);

        assertThat(jdbc.sql("select distinct due_at from worklist.work_item where case_ref = :ref and state = 'OPEN'")
                        .param("ref", walk.ref.value())
                        .query(Timestamp.class)
                        .list())
                .extracting(Timestamp::toInstant)
                .containsExactly(later);
    }

    @Test
    void aCutoffThatIsNotArmedYetWaitsForItsNewDate() {
        Walk walk = rehearsal.opened("1872");
        Instant earlier = walk.view().villageCutoffAt().plus(Duration.ofHours(12));
        periods.moveCutoff(walk.ref, walk.view().version(), Milestone.REGENCY_CUTOFF, earlier, WHY, walk.officeHead);
        walk.at(Milestone.VILLAGE_CUTOFF);
        time.moveTo(earlier.plusSeconds(1));
        jobs.runDue();
        assertThat(walk.view().state()).isEqualTo(PeriodState.EMPTY);
    }

    @Test
    void aListCanBeClosedNow() {
        Walk walk = rehearsal.opened("3274");
        periods.moveCutoff(walk.ref, walk.view().version(), Milestone.VILLAGE_CUTOFF, time.now(), WHY, walk.officeHead);
        jobs.runDue();
        assertThat(walk.view().state()).isEqualTo(PeriodState.VILLAGES_CLOSED);
    }

    /** The clock decides, not the timer, which may fire much later (requirement 28). */
    @ParameterizedTest
    @CsvSource({"1301, OPENING", "1302, VILLAGE_CUTOFF", "1303, REGENCY_CUTOFF"})
    void aDateThatHasComeIsNotMovedThoughItsTimerHasNotFired(String regency, Milestone milestone) {
        Walk walk = milestone == Milestone.OPENING ? rehearsal.planned(regency) : rehearsal.opened(regency);
        if (milestone == Milestone.REGENCY_CUTOFF) {
            walk.finalizes(walk.villages.get(0), 1);
            walk.at(Milestone.VILLAGE_CUTOFF);
        }
        PeriodView before = walk.view();
        time.moveTo(before.at(milestone));

        assertThatThrownBy(() -> periods.moveCutoff(
                        walk.ref,
                        walk.view().version(),
                        milestone,
                        time.now().plus(Duration.ofHours(1)),
                        WHY,
                        walk.officeHead))
                .isInstanceOf(Refused.class)
                .hasMessage("finalization.error.milestone-passing");
        assertThat(walk.view()).isEqualTo(before);
    }

    @Test
    void noDateGoesIntoThePastOrOutOfOrderOrWithoutAReason() {
        Walk walk = rehearsal.opened("7372");
        PeriodView period = walk.view();
        assertThatThrownBy(() -> periods.moveCutoff(
                        walk.ref,
                        walk.view().version(),
                        Milestone.VILLAGE_CUTOFF,
                        time.now().minus(Duration.ofDays(1)),
                        WHY,
                        walk.officeHead))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> periods.moveCutoff(
                        walk.ref,
                        walk.view().version(),
                        Milestone.VILLAGE_CUTOFF,
                        period.regencyCutoffAt().plusSeconds(60),
                        WHY,
                        walk.officeHead))
                .isInstanceOf(Refused.class);
        for (String why : List.of("pendek", "..........")) {
            assertThatThrownBy(() -> periods.moveCutoff(
                            walk.ref,
                            walk.view().version(),
                            Milestone.VILLAGE_CUTOFF,
                            period.villageCutoffAt().plusSeconds(60),
                            why,
                            walk.officeHead))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(walk.view().villageCutoffAt()).isEqualTo(period.villageCutoffAt());
    }

    @Test
    void onlyTheRegencysOwnOfficeHeadMovesADate() {
        Walk walk = rehearsal.planned("3373");
        Instant later = walk.view().villageCutoffAt().plusSeconds(60);
        Actor stranger = people.officeHead(new AreaCode("3374"));
        assertThatThrownBy(() -> periods.moveCutoff(
                        walk.ref, walk.view().version(), Milestone.VILLAGE_CUTOFF, later, WHY, stranger))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> periods.moveCutoff(
                        walk.ref, walk.view().version(), Milestone.VILLAGE_CUTOFF, later, WHY, walk.verifier))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aQuarterlyRegencyClosesEveryThirdMonth() {
        follow(new AreaCode("1375"), "DTKS_MONTHLY", Cadence.QUARTERLY);
        Walk walk = rehearsal.opened("1375");
        assertThat(walk.view().opensAt()).isEqualTo("2026-09-14T17:00:00Z");
        assertThat(periods.plan(walk.regency, YearMonth.of(2027, 2)).state()).isEqualTo(PeriodState.PLANNED);
        assertThat(walk.next().month()).isEqualTo(YearMonth.of(2027, 2));
        assertThat(timeline.summary(walk.ref).subject()).isEqualTo("Periode September–November 2026");
        assertThat(timeline.summary(walk.next().ref()).subject()).isEqualTo("Periode Desember 2026–Februari 2027");
    }

    @Test
    void whatMissesAQuarterGoesOnInTheNextQuarter() {
        follow(new AreaCode("3471"), "DTKS_MONTHLY", Cadence.QUARTERLY);
        Walk walk = rehearsal.opened("3471");
        CaseRef missed = members.ready(walk.villages.get(1), 1).get(0);
        List<CaseRef> list = walk.finalizes(walk.villages.get(0), 2);
        walk.at(Milestone.VILLAGE_CUTOFF);
        batches.approved(list.get(0), walk.verifier);
        walk.at(Milestone.REGENCY_CUTOFF);

        CaseRef next = walk.next().ref();
        assertThat(walk.view().state()).isEqualTo(PeriodState.REGENCY_CLOSED);
        assertThat(periods.currentFor(walk.regency))
                .get()
                .extracting(PeriodView::ref)
                .isEqualTo(next);
        assertThat(members.rolledOverTo(missed)).isEqualTo(next.value());
        assertThat(batches.periodOf(list.get(1))).contains(next);

        periods.moveCutoff(
                next, periods.find(next).orElseThrow().version(), Milestone.OPENING, time.now(), WHY, walk.officeHead);
        jobs.runDue();
        assertThat(periods.openFor(walk.regency))
                .get()
                .extracting(PeriodView::ref)
                .isEqualTo(next);
        assertThat(book.find(walk.regency, YearMonth.of(2027, 5))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "1377, DTKS_MONTHLY, 2026-11-14T17:00:00Z, 2026-11-22T16:59:00Z, 2026-11-25T16:59:00Z, 2026-11-30T09:00:00Z",
        "7373, DTKS_MONTHLY, 2026-11-14T16:00:00Z, 2026-11-22T15:59:00Z, 2026-11-25T15:59:00Z, 2026-11-30T08:00:00Z",
        "9671, DTKS_MONTHLY, 2026-11-14T15:00:00Z, 2026-11-22T14:59:00Z, 2026-11-25T14:59:00Z, 2026-11-30T07:00:00Z",
        "7472, PBI_MONTHLY,  2026-10-31T16:00:00Z, 2026-11-07T15:59:00Z, 2026-11-11T15:59:00Z, 2026-11-30T08:00:00Z",
        "9171, FOUR_WEEKS,   2026-10-31T15:00:00Z, 2026-11-14T14:59:00Z, 2026-11-21T14:59:00Z, 2026-11-30T07:00:00Z",
        "8171, CONTINUOUS,   2026-10-17T14:59:00Z, 2026-11-17T14:59:00Z, 2026-11-18T14:59:00Z, 2026-11-30T07:00:00Z"
    })
    void theDatesOfEachCalendarAreThoseOfTheRegencysOwnClock(
            String code, String calendar, Instant opens, Instant village, Instant cutoff, Instant decree) {
        AreaCode regency = new AreaCode(code);
        follow(regency, calendar, Cadence.MONTHLY);
        PeriodView period = periods.plan(regency, YearMonth.of(2026, 11));

        assertThat(Arrays.stream(Milestone.values()).map(period::at)).containsExactly(opens, village, cutoff, decree);
        PeriodView after = periods.plan(regency, YearMonth.of(2026, 12));
        assertThat(after.villageCutoffAt().atZone(period.zone()).toLocalTime()).isEqualTo(LocalTime.of(23, 59));
        assertThat(after.opensAt()).isAfterOrEqualTo(period.villageCutoffAt());
    }

    @Test
    void inAContinuousCalendarTheNextPeriodOpensWhenTheVillagesClose() {
        follow(new AreaCode("3579"), "CONTINUOUS", Cadence.MONTHLY);
        Walk walk = rehearsal.opened("3579");
        assertThat(walk.next().opensAt()).isEqualTo(walk.view().villageCutoffAt());
        Instant moved = walk.view().villageCutoffAt().minus(Duration.ofDays(1));
        periods.moveCutoff(walk.ref, walk.view().version(), Milestone.VILLAGE_CUTOFF, moved, WHY, walk.officeHead);
        assertThat(walk.next().opensAt()).isEqualTo(moved);
        walk.at(Milestone.VILLAGE_CUTOFF);
        assertThat(walk.next().state()).isEqualTo(PeriodState.OPEN);
    }

    @Test
    void aVillageThatIsLateByASecondIsToldThatNothingIsLost() {
        Walk walk = rehearsal.opened("3279");
        AreaCode village = walk.villages.get(0);
        members.ready(village, 1);
        time.moveTo(walk.view().villageCutoffAt());
        assertThatThrownBy(() -> villageLists.finalizeVillage(walk.ref, village, walk.operator(village)))
                .isInstanceOf(Refused.class)
                .hasMessage("finalization.error.village-cutoff-passed");
    }

    @Test
    void anApprovalAfterTheCutoffCountsForTheNextPeriodEvenBeforeTheTimerFires() {
        Walk walk = rehearsal.opened("6172");
        CaseRef late = walk.finalizes(walk.villages.get(0), 1).get(0);
        walk.at(Milestone.VILLAGE_CUTOFF);
        time.moveTo(walk.view().regencyCutoffAt());
        assertThat(batches.approved(late, walk.verifier)).contains(walk.next().ref());
        assertThat(batches.periodOf(late)).contains(walk.next().ref());
    }

    /** Its own clock is five minutes slow: it still decides like every other node, as the database says. */
    @Test
    void aNodeWhoseClockIsSlowDecidesAsTheDatabaseSays() {
        Walk walk = rehearsal.opened("1672");
        AreaCode village = walk.villages.get(0);
        CaseRef late = walk.finalizes(walk.villages.get(1), 1).get(0);
        members.ready(village, 1);
        BeanFactory node = slow();
        time.moveTo(walk.view().villageCutoffAt().plusSeconds(60));
        assertThatThrownBy(() -> transaction.execute(s ->
                        node.getBean(VillageLists.class).finalizeVillage(walk.ref, village, walk.operator(village))))
                .isInstanceOf(Refused.class);
        time.moveTo(walk.view().regencyCutoffAt().plusSeconds(60));
        transaction.executeWithoutResult(s -> node.getBean(Batches.class).approved(late, walk.verifier));
        assertThat(batches.periodOf(late)).contains(walk.next().ref());
    }

    /** What decides about cut-offs, made anew over another clock; everything else is the house's. */
    private BeanFactory slow() {
        DefaultListableBeanFactory node = new DefaultListableBeanFactory(context);
        node.registerResolvableDependency(ApplicationEventPublisher.class, context);
        node.registerSingleton("businessTime", new SlowTime(time));
        Map.of("periodBook", PeriodBook.class, "villageLists", VillageLists.class, "batches", Batches.class)
                .forEach((name, type) -> node.registerBeanDefinition(
                        name, new RootBeanDefinition(type, RootBeanDefinition.AUTOWIRE_CONSTRUCTOR, false)));
        return node;
    }

    private static final class SlowTime extends BusinessTime {

        private final BusinessTime right;

        private SlowTime(BusinessTime right) {
            this.right = right;
        }

        @Override
        public Instant now() {
            return right.now().minus(Duration.ofMinutes(5));
        }

        @Override
        public Instant at(Instant real) {
            return right.at(real);
        }
    }

    private void follow(AreaCode regency, String calendar, Cadence cadence) {
        periods.follow(regency, calendar, cadence, WHY, people.officeHead(regency));
    }
}
