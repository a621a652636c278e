package id.siks.sample;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.finalization.Cadence;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.RegencyDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A regency in the middle of its work: the batches of the last months wait at every desk above the village, this month has
 * cases in every stage, some of them late.
 */
@Component
class SmallSample {

    private static final String CALENDAR = "CONTINUOUS";

    /** On this day of the month the villages' lists of that calendar close. */
    private static final int LAST_DAY = 17;

    private static final long SEED = 1804;

    /** How far the batch of each past month came; the oldest is in the register. */
    private static final List<Desk> PAST_MONTHS =
            List.of(Desk.REGISTER, Desk.MINISTER, Desk.MINISTRY, Desk.PROVINCE, Desk.REGENT, Desk.OFFICE_HEAD);

    private static final int FAMILIES_A_MONTH = 6;

    private final SamplePeople people;
    private final SampleVillage village;
    private final SampleOffice office;
    private final Periods periods;
    private final Areas areas;
    private final EngineJobs jobs;
    private final BusinessTime time;

    SmallSample(
            SamplePeople people,
            SampleVillage village,
            SampleOffice office,
            Periods periods,
            Areas areas,
            EngineJobs jobs,
            BusinessTime time) {
        this.people = people;
        this.village = village;
        this.office = office;
        this.periods = periods;
        this.areas = areas;
        this.jobs = jobs;
        this.time = time;
    }

    /** Makes people, past months and this month. */
    void make() {
        Instant present = time.now();
        people.enrol();
        List<AreaCode> villages = villages();
        SyntheticFamilies families = SyntheticFamilies.ofTheSmallSample(SEED);
        periods.follow(SamplePeople.REGENCY, CALENDAR, Cadence.MONTHLY);
        time.moveTo(present.minus(Duration.ofDays(31L * (PAST_MONTHS.size() + 2))));
        periods.plan(SamplePeople.REGENCY, monthOpenAt(present).minusMonths(PAST_MONTHS.size()));
        for (Desk reached : PAST_MONTHS) {
            pastMonth(families, villages, reached);
        }
        thisMonth(families, villages, present);
        time.moveTo(present);
        jobs.runDue();
        time.release();
    }

    private static YearMonth monthOpenAt(Instant present) {
        LocalDate today = LocalDate.ofInstant(present, ZoneOffset.UTC);
        YearMonth month = YearMonth.from(today);
        return today.getDayOfMonth() <= LAST_DAY ? month : month.plusMonths(1);
    }

    /** Villages of the first two districts; the first four have people on the log-in page. */
    private List<AreaCode> villages() {
        return areas.children(SamplePeople.REGENCY).stream()
                .limit(2)
                .flatMap(district -> areas.children(district.code()).stream().limit(4))
                .map(Area::code)
                .toList();
    }

    private void pastMonth(SyntheticFamilies families, List<AreaCode> villages, Desk reached) {
        PeriodView period = periods.currentFor(SamplePeople.REGENCY).orElseThrow();
        open(period);
        for (AreaCode place : villages.subList(0, 3)) {
            List<CaseRef> refs = village.propose(families, place, FAMILIES_A_MONTH / 2);
            village.meet(place, Set.of());
            close(period.ref(), place);
            refs.forEach(office::visit);
            refs.forEach(ref -> office.decide(ref, RegencyDecision.APPROVE));
        }
        if (reached == Desk.OFFICE_HEAD) {
            late(families, villages.get(5), period);
        }
        time.moveTo(period.villageCutoffAt().plusSeconds(60));
        jobs.runDue();
        office.carry(period.ref(), reached);
    }

    private void close(CaseRef period, AreaCode place) {
        periods.finalizeVillage(period, place, people.operator(place));
        jobs.runDue();
    }

    private void open(PeriodView period) {
        if (time.now().isBefore(period.opensAt())) {
            time.moveTo(period.opensAt().plusSeconds(60));
        }
        jobs.runDue();
    }

    /** Visits and decisions that nobody got round to: they rolled over and are late by now. */
    private void late(SyntheticFamilies families, AreaCode place, PeriodView period) {
        List<CaseRef> refs = village.propose(families, place, 6);
        village.meet(place, Set.of(refs.get(5)));
        close(period.ref(), place);
        refs.subList(0, 2).forEach(office::visit);
    }

    private void thisMonth(SyntheticFamilies families, List<AreaCode> villages, Instant present) {
        PeriodView period = periods.currentFor(SamplePeople.REGENCY).orElseThrow();
        time.moveTo(latest(period.opensAt().plusSeconds(60), present.minus(Duration.ofDays(4))));
        jobs.runDue();
        AreaCode second = villages.get(2);
        List<CaseRef> fresh = village.propose(families, second, 8);
        village.meet(second, Set.of());
        close(period.ref(), second);
        fresh.subList(0, 6).forEach(office::visit);
        office.decide(fresh.get(0), RegencyDecision.APPROVE);
        office.decide(fresh.get(1), RegencyDecision.APPROVE);
        office.decide(fresh.get(2), RegencyDecision.RETURN);
        office.decide(fresh.get(3), RegencyDecision.REJECT);
        inTheFirstVillage(families, villages);
        time.moveTo(latest(time.now(), present.minus(Duration.ofHours(3))));
        village.propose(families, villages.get(1), 3);
        village.record(villages.get(1), Set.of());
        village.propose(families, villages.get(3), 5);
    }

    /** The village on the log-in page: drafts, answers of the civil registry, families for the meeting. */
    private void inTheFirstVillage(SyntheticFamilies families, List<AreaCode> villages) {
        AreaCode first = villages.get(0);
        village.begin(families.in(first, time.now()));
        village.draft(families.in(first, time.now()));
        for (String answer : List.of("9001", "9002", "9007")) {
            village.submit(families.in(first, time.now(), answer));
        }
        village.propose(families, first, 4);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Where a past month's batch lies now. */
    enum Desk {
        OFFICE_HEAD,
        REGENT,
        PROVINCE,
        MINISTRY,
        MINISTER,
        REGISTER
    }
}
