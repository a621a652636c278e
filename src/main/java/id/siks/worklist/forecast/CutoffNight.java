package id.siks.worklist.forecast;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseFigures;
import id.siks.casework.CaseRef;
import id.siks.finalization.Batches;
import id.siks.finalization.PeriodView;
import id.siks.platform.BusinessTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Notes every night of the cases of all regencies whether they will miss the cut-off before them. */
@Component
class CutoffNight {

    private static final int ALL = Integer.MAX_VALUE;

    private final CaseFigures cases;
    private final CutoffForecast forecast;
    private final CutoffBook book;
    private final Batches batches;
    private final Histories histories;
    private final Areas areas;
    private final BusinessTime time;

    CutoffNight(
            CaseFigures cases,
            CutoffForecast forecast,
            CutoffBook book,
            Batches batches,
            Histories histories,
            Areas areas,
            BusinessTime time) {
        this.cases = cases;
        this.forecast = forecast;
        this.book = book;
        this.batches = batches;
        this.histories = histories;
        this.areas = areas;
        this.time = time;
    }

    /**
     * Notes of every case before a list whether it will miss its cut-off, once in a period.
     *
     * @return how many will miss their village's, by regency; regencies without are absent
     */
    Map<AreaCode, Integer> keep() {
        Map<AreaCode, Integer> missing = new HashMap<>();
        areas.provinces().stream()
                .flatMap(province -> areas.children(province.code()).stream())
                .map(Area::code)
                .forEach(regency -> {
                    Known known = histories.of(regency);
                    int n = villages(regency, known);
                    if (n > 0) {
                        missing.put(regency, n);
                    }
                    regency(regency, known);
                });
        return missing;
    }

    private int villages(AreaCode regency, Known known) {
        return Road.VILLAGE
                .period(known.ahead())
                .map(period -> note(Road.VILLAGE, period, known, cases.waiting(regency, Road.VILLAGE.statuses(), ALL)))
                .orElse(0);
    }

    /** A case belongs to the period whose list it is on, not to the earliest: one list may open before another closes. */
    private void regency(AreaCode regency, Known known) {
        List<PeriodView> growing =
                known.ahead().stream().filter(p -> p.state().isUnsealed()).toList();
        if (growing.isEmpty()) {
            return;
        }
        List<CaseFigures.Waiting> waiting = cases.waiting(regency, Road.REGENCY.statuses(), ALL);
        growing.forEach(period -> {
            Set<CaseRef> undecided = batches.undecided(period.ref());
            note(
                    Road.REGENCY,
                    period,
                    known,
                    waiting.stream()
                            .filter(one -> undecided.contains(one.ref()))
                            .toList());
        });
    }

    /** Answers how many of the cases will miss it. */
    private int note(Road road, PeriodView period, Known known, List<CaseFigures.Waiting> waiting) {
        TooLate late = forecast.tooLate(road, period, known.history());
        Map<Boolean, List<CaseRef>> foretold = waiting.stream()
                .collect(Collectors.partitioningBy(
                        one -> late.is(one.village(), one.status()),
                        Collectors.mapping(CaseFigures.Waiting::ref, Collectors.toList())));
        if (period.at(road.milestone()).isAfter(time.now())) {
            foretold.forEach((tooLate, refs) -> book.foretold(period.ref(), road.milestone(), refs, tooLate));
        }
        return foretold.get(true).size();
    }
}
