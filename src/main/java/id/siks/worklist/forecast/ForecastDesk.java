package id.siks.worklist.forecast;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.platform.BusinessTime;
import id.siks.worklist.forecast.CutoffForecast.Missing;
import id.siks.worklist.forecast.Forecasts.Outcome;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks ahead from the last half year: what will be late, which villages miss the cut-off, and how good that was. */
@Service
public class ForecastDesk {

    private static final int MONTHS = 6;

    private final Forecasts forecasts;
    private final CutoffForecast cutoffs;
    private final BoardSums sums;
    private final BusinessTime time;

    ForecastDesk(Forecasts forecasts, CutoffForecast cutoffs, BoardSums sums, BusinessTime time) {
        this.forecasts = forecasts;
        this.cutoffs = cutoffs;
        this.sums = sums;
        this.time = time;
    }

    /** The forecast of an area of one regency. */
    @Transactional(readOnly = true)
    public View of(AreaCode within, int most) {
        Instant now = time.now();
        String prefix = within.value();
        String regency = within.at(AreaLevel.REGENCY).value();
        ExpectedFinish finish = new ExpectedFinish(sums, regency, since());
        return new View(
                forecasts.count(prefix, since(), now),
                forecasts.risky(prefix, since(), now, most).stream()
                        .map(risk -> new Ahead(risk.item(), risk.risk(), finish.of(risk.item(), now)))
                        .toList(),
                cutoffs.of(within, since()),
                forecasts.outcomes(prefix, now));
    }

    /** Keeps every night what is foretold, so that it can be held against what happens. */
    @Scheduled(cron = "0 30 19 * * *", zone = "UTC")
    @Transactional
    public int keep() {
        return forecasts.keep(since(), time.now());
    }

    private LocalDate since() {
        return time.today(BoardSums.CLOCK).minusMonths(MONTHS - 1L).withDayOfMonth(1);
    }

    /**
     * A forecast.
     *
     * @param count how much open work is more likely to be late than not
     * @param risky the likeliest of it
     * @param missing villages whose cases will miss the cut-off
     * @param outcomes what became of what was foretold earlier
     */
    public record View(int count, List<Ahead> risky, List<Missing> missing, List<Outcome> outcomes) {}

    /**
     * What is foretold of a piece of work.
     *
     * @param risk per cent of comparable work that was late
     * @param finish when it is expected to be done
     */
    public record Ahead(WorkItem item, int risk, Instant finish) {}
}
