package id.siks.sample;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.finalization.Cadence;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.finalization.VillageLists;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.Message;
import id.siks.platform.Preparation;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.RegencyDecision;
import id.siks.sample.SampleProgress.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

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

    /**
     * So long after a month opens its villages begin. What the civil registry has answered counts for 30 days: by the time
     * the list is carried on it must clearly be younger or older, whether the month had 28, 30 or 31.
     */
    private static final Duration MORNING = Duration.ofHours(12);

    private static final int FAMILIES_A_MONTH = 9;
    private static final int VILLAGES_A_MONTH = 3;

    private static final int FAMILIES_A_VILLAGE = FAMILIES_A_MONTH / VILLAGES_A_MONTH;

    private final SamplePeople people;
    private final SampleVillage village;
    private final SampleOffice office;
    private final SampleProgress progress;
    private final SampleJournal journal;
    private final Periods periods;
    private final VillageLists villageLists;
    private final Areas areas;
    private final EngineJobs jobs;
    private final BusinessTime time;
    private final Preparation preparation;
    private final TransactionTemplate transaction;

    SmallSample(
            SamplePeople people,
            SampleVillage village,
            SampleOffice office,
            SampleProgress progress,
            SampleJournal journal,
            Periods periods,
            VillageLists villageLists,
            Areas areas,
            EngineJobs jobs,
            BusinessTime time,
            Preparation preparation,
            TransactionTemplate transaction) {
        this.people = people;
        this.village = village;
        this.office = office;
        this.progress = progress;
        this.journal = journal;
        this.periods = periods;
        this.villageLists = villageLists;
        this.areas = areas;
        this.jobs = jobs;
        this.time = time;
        this.preparation = preparation;
        this.transaction = transaction;
    }

    /** How much of it is made, for people. */
    Message howFar() {
        List<Step> steps = steps(null, time.now());
        int done = progress.of(Part.STEPS).orElse(0);
        return Message.of("sample.families", families(steps.subList(0, done)), families(steps));
    }

    private static int families(List<Step> steps) {
        return steps.stream().mapToInt(Step::families).sum();
    }

    /**
     * Makes past months and this month; the people are there. Goes on where an earlier start stopped or was killed, and
     * stops after a step when the application closes.
     */
    void make() {
        time.apart(this::makeApart);
    }

    private void makeApart() {
        Instant present = time.now();
        OptionalInt earlier = progress.of(Part.STEPS);
        // Whoever goes on must not draw the same families again: what a kill left half entered is known to nobody.
        long seed = earlier.isPresent() ? present.getEpochSecond() : SEED;
        List<Step> steps = steps(SyntheticFamilies.ofTheSmallSample(seed), present);
        int done = earlier.orElse(0);
        progress.reached(Part.STEPS, done);
        progress.of(Part.CLOCK).ifPresent(minutes -> time.moveTo(Instant.EPOCH.plus(Duration.ofMinutes(minutes))));
        for (int i = done; i < steps.size() && !preparation.isClosing(); i++) {
            journal.open(i);
            steps.get(i).work().run();
            reached(i + 1);
            preparation.tell(howFar());
        }
    }

    private void reached(int steps) {
        int minutes = (int) Duration.between(Instant.EPOCH, time.now()).toMinutes() + 1;
        transaction.executeWithoutResult(status -> {
            progress.reached(Part.CLOCK, minutes);
            progress.reached(Part.STEPS, steps);
        });
    }

    private List<Step> steps(SyntheticFamilies families, Instant present) {
        List<AreaCode> villages = villages();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(0, () -> plan(present)));
        for (Desk reached : PAST_MONTHS) {
            for (AreaCode place : villages.subList(0, VILLAGES_A_MONTH)) {
                steps.add(new Step(FAMILIES_A_VILLAGE, () -> pastMonth(families, place)));
            }
            if (reached == Desk.OFFICE_HEAD) {
                steps.add(new Step(6, () -> late(families, villages.get(5))));
            }
            steps.add(new Step(0, () -> carry(reached)));
        }
        steps.add(new Step(8, () -> visitedThisMonth(families, villages.get(2), present)));
        steps.add(new Step(9, () -> inTheFirstVillage(families, villages.get(0))));
        steps.add(new Step(8, () -> newest(families, villages, present)));
        return steps;
    }

    private void plan(Instant present) {
        periods.follow(
                SamplePeople.REGENCY,
                CALENDAR,
                Cadence.MONTHLY,
                "Contoh: desa mengusulkan setiap hari.",
                people.official(Role.REGENCY_OFFICE_HEAD));
        time.moveTo(present.minus(Duration.ofDays(31L * (PAST_MONTHS.size() + 2))));
        periods.plan(SamplePeople.REGENCY, monthOpenAt(present).minusMonths(PAST_MONTHS.size()));
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

    private PeriodView current() {
        return periods.currentFor(SamplePeople.REGENCY).orElseThrow();
    }

    private void pastMonth(SyntheticFamilies families, AreaCode place) {
        PeriodView period = current();
        open(period);
        List<CaseRef> refs = village.propose(families, place, FAMILIES_A_VILLAGE);
        village.meet(place, Set.of());
        close(period.ref(), place);
        refs.forEach(office::visit);
        refs.forEach(ref -> office.decide(ref, RegencyDecision.APPROVE));
    }

    private void carry(Desk reached) {
        // Once its list is closed, another period is the current one.
        CaseRef carried = journal.once(() -> current().ref(), period -> {});
        time.moveTo(periods.find(carried).orElseThrow().villageCutoffAt().plusSeconds(60));
        jobs.runDue();
        office.carry(carried, reached);
    }

    private void close(CaseRef period, AreaCode place) {
        journal.once(period, () -> villageLists.finalizeVillage(period, place, people.operator(place)));
        jobs.runDue();
    }

    private void open(PeriodView period) {
        time.moveTo(latest(time.now(), period.opensAt().plus(MORNING)));
        jobs.runDue();
    }

    /** Visits and decisions that nobody got round to: they rolled over and are late by now. */
    private void late(SyntheticFamilies families, AreaCode place) {
        List<CaseRef> refs = village.propose(families, place, 6);
        village.meet(place, Set.of(refs.get(5)));
        close(current().ref(), place);
        refs.subList(0, 2).forEach(office::visit);
    }

    private void visitedThisMonth(SyntheticFamilies families, AreaCode place, Instant present) {
        PeriodView period = current();
        time.moveTo(latest(period.opensAt().plusSeconds(60), present.minus(Duration.ofDays(4))));
        jobs.runDue();
        List<CaseRef> fresh = village.propose(families, place, 8);
        village.meet(place, Set.of());
        close(period.ref(), place);
        fresh.subList(0, 6).forEach(office::visit);
        office.decide(fresh.get(0), RegencyDecision.APPROVE);
        office.decide(fresh.get(1), RegencyDecision.APPROVE);
        office.decide(fresh.get(2), RegencyDecision.RETURN);
        office.decide(fresh.get(3), RegencyDecision.REJECT);
    }

    /** The village on the log-in page: drafts, answers of the civil registry, families for the meeting. */
    private void inTheFirstVillage(SyntheticFamilies families, AreaCode first) {
        village.begin(families.in(first, time.now()));
        village.draft(families.in(first, time.now()));
        for (String answer : List.of("9001", "9002", "9007")) {
            village.submit(families.in(first, time.now(), answer));
        }
        village.propose(families, first, 4);
    }

    private void newest(SyntheticFamilies families, List<AreaCode> villages, Instant present) {
        time.moveTo(latest(time.now(), present.minus(Duration.ofHours(3))));
        village.propose(families, villages.get(1), 3);
        village.record(villages.get(1), Set.of());
        village.propose(families, villages.get(3), 5);
        time.moveTo(present);
        jobs.runDue();
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

    /** A piece of it, with the families it brings; the application may close after it. */
    private record Step(int families, Runnable work) {}
}
