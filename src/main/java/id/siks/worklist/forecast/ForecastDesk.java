package id.siks.worklist.forecast;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseFigures;
import id.siks.casework.Outlook;
import id.siks.finalization.Milestone;
import id.siks.platform.BusinessTime;
import id.siks.platform.Page;
import id.siks.worklist.forecast.CutoffForecast.Missing;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks ahead from the last half year: what will be late, which villages miss the cut-off, and how good that was. */
@Service
public class ForecastDesk {

    private static final int A_PAGE = 50;
    private static final int MOST_CASES = 200;

    private final Forecasts forecasts;
    private final ForecastSums kept;
    private final CutoffForecast cutoffs;
    private final CutoffNight night;
    private final CutoffBook book;
    private final Histories histories;
    private final Areas areas;
    private final BusinessTime time;

    ForecastDesk(
            Forecasts forecasts,
            ForecastSums kept,
            CutoffForecast cutoffs,
            CutoffNight night,
            CutoffBook book,
            Histories histories,
            Areas areas,
            BusinessTime time) {
        this.forecasts = forecasts;
        this.kept = kept;
        this.cutoffs = cutoffs;
        this.night = night;
        this.book = book;
        this.histories = histories;
        this.areas = areas;
        this.time = time;
    }

    /**
     * The forecast of an area of one regency, as of now.
     *
     * @param after what the page before answered as the next of what is risky, or null for the first
     */
    @Transactional(readOnly = true)
    public View of(AreaCode within, String after) {
        Instant now = time.now();
        String prefix = within.value();
        Forecasts.Count count = forecasts.count(prefix, histories.since(), now);
        return new View(
                count.risky(),
                count.unknown(),
                Page.of(
                        forecasts.risky(prefix, histories.since(), now, Risk.Place.of(after), A_PAGE + 1),
                        A_PAGE,
                        Risk::place),
                cutoffs.of(within),
                within.level() == AreaLevel.VILLAGE ? cutoffs.cases(within, MOST_CASES) : List.of(),
                accuracy(within.at(AreaLevel.REGENCY).value()));
    }

    /** The forecast of a province, or of the nation for null, as of the last night: a sum of its parts. */
    @Transactional(readOnly = true)
    public Wide wide(AreaCode province) {
        String prefix = province == null ? "" : province.value();
        AreaLevel level = province == null ? AreaLevel.PROVINCE : AreaLevel.REGENCY;
        List<Part> parts = kept.parts(prefix, level.digits()).stream()
                .map(p -> new Part(p.area(), areas.get(p.area()).name(), p.risky(), p.missing()))
                .toList();
        return new Wide(parts, accuracy(prefix), kept.madeAt().orElse(null));
    }

    private Accuracy accuracy(String prefix) {
        return new Accuracy(
                kept.outcomes(prefix),
                kept.finishes(prefix),
                book.outcome(prefix, Milestone.VILLAGE_CUTOFF),
                book.outcome(prefix, Milestone.REGENCY_CUTOFF));
    }

    /** Keeps every night what is foretold, so that it can be held against what happens; answers of how much for the first time. */
    @Scheduled(cron = "0 30 19 * * *", zone = "UTC")
    @Transactional
    public int keep() {
        Instant now = time.now();
        kept.clear();
        int first = forecasts.keep(histories.since(), now);
        kept.missing(night.keep(), now);
        kept.outcomes(now);
        book.close();
        return first;
    }

    /** Makes the first forecast without waiting for the night. */
    @Scheduled(initialDelay = 180_000, fixedDelay = 600_000)
    @Transactional
    public void begin() {
        if (kept.madeAt().isEmpty()) {
            keep();
        }
    }

    /**
     * A forecast.
     *
     * @param count how much open work is more likely to be late than not
     * @param unknown how much open work that is not late has too little comparable: fewer than {@link Outlook#LEAST} like it
     *     were done lately that took as long as this has waited already
     * @param risky a page of what is likely to be late, the likeliest first
     * @param missing villages whose cases will miss the cut-off
     * @param cases those cases where the area is one village, at most two hundred
     * @param accuracy how good earlier forecasts were in the whole regency, as of the last night
     */
    public record View(
            int count,
            int unknown,
            Page<Risk> risky,
            List<Missing> missing,
            List<CaseFigures.Waiting> cases,
            Accuracy accuracy) {

        /** How many comparable pieces of work a forecast rests on at least. */
        public int least() {
            return Outlook.LEAST;
        }

        /** How many pieces of work a regency is compared with itself from. */
        public int enough() {
            return History.ENOUGH;
        }
    }

    /**
     * A forecast of many regencies.
     *
     * @param parts provinces of the nation or regencies of a province, the most risky work first; those without are absent
     * @param accuracy how good earlier forecasts were
     * @param madeAt when it was made, or null when none was yet
     */
    public record Wide(List<Part> parts, Accuracy accuracy, Instant madeAt) {

        /** How much open work is more likely to be late than not. */
        public int risky() {
            return parts.stream().mapToInt(Part::risky).sum();
        }

        /** How many cases will miss the cut-off. */
        public int missing() {
            return parts.stream().mapToInt(Part::missing).sum();
        }
    }

    /**
     * What became of what was foretold in about a year, as of the last night.
     *
     * @param risks of missing the due date, by class of risk
     * @param finish of when work would be done
     * @param village of which cases would miss their village's cut-off
     * @param regency of which cases would miss their regency's cut-off
     */
    public record Accuracy(List<Outcome> risks, FinishOutcome finish, CutoffOutcome village, CutoffOutcome regency) {}

    /**
     * One province or regency.
     *
     * @param risky pieces of open work more likely to be late than not
     * @param missing cases that will miss their village's cut-off
     */
    public record Part(AreaCode area, String name, int risky, int missing) {}
}
