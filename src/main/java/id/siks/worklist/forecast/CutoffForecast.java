package id.siks.worklist.forecast;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseFigures;
import id.siks.finalization.PeriodView;
import id.siks.finalization.VillageLists;
import id.siks.platform.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which villages' proposals will miss the village cut-off at the present pace. */
@Component
class CutoffForecast {

    private final CaseFigures cases;
    private final VillageLists villageLists;
    private final Histories histories;
    private final Areas areas;
    private final BusinessTime time;

    CutoffForecast(CaseFigures cases, VillageLists villageLists, Histories histories, Areas areas, BusinessTime time) {
        this.cases = cases;
        this.villageLists = villageLists;
        this.histories = histories;
        this.areas = areas;
        this.time = time;
    }

    /** Villages within an area of one regency whose cases will miss the cut-off, the most first; empty without a period. */
    List<Missing> of(AreaCode within) {
        Known known = histories.of(within);
        return Road.VILLAGE
                .period(known.ahead())
                .map(period ->
                        missing(within, period.villageCutoffAt(), tooLate(Road.VILLAGE, period, known.history())))
                .orElse(List.of());
    }

    /** The cases of one village that will miss it, the longest waiting first; empty without a period. */
    List<CaseFigures.Waiting> cases(AreaCode village, int most) {
        Known known = histories.of(village);
        return Road.VILLAGE
                .period(known.ahead())
                .map(period -> tooLate(Road.VILLAGE, period, known.history()))
                .map(late -> late.closed().contains(village) ? Road.VILLAGE.statuses() : late.slow())
                .map(statuses -> cases.waiting(village, statuses, most))
                .orElse(List.of());
    }

    /** Which cases come too late for a period's list at the end of the road. */
    TooLate tooLate(Road road, PeriodView period, History history) {
        Set<AreaCode> closed = road == Road.VILLAGE ? villageLists.closed(period.ref()) : Set.of();
        return TooLate.atPace(road, Duration.between(time.now(), period.at(road.milestone())), history, closed);
    }

    private List<Missing> missing(AreaCode within, Instant cutoff, TooLate late) {
        List<Missing> missing = new ArrayList<>();
        cases.waiting(within, Road.VILLAGE.statuses()).forEach((village, waiting) -> {
            int n = waiting.entrySet().stream()
                    .filter(some -> late.is(village, some.getKey()))
                    .mapToInt(some -> some.getValue())
                    .sum();
            if (n > 0) {
                missing.add(new Missing(
                        village,
                        areas.get(village).name(),
                        n,
                        cutoff,
                        late.closed().contains(village)));
            }
        });
        missing.sort(Comparator.comparingInt(Missing::n).reversed().thenComparing(Missing::name));
        return missing;
    }

    /**
     * So many cases of a village that will miss the cut-off.
     *
     * @param closed true when the village has closed its list already: they miss it however quick the work is
     */
    public record Missing(AreaCode village, String name, int n, Instant cutoff, boolean closed) {}
}
