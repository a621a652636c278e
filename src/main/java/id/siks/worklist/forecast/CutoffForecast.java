package id.siks.worklist.forecast;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseFigures;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.finalization.PeriodView;
import id.siks.platform.BusinessTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which villages' proposals will miss the village cut-off at the present pace: the steps a case still has before its
 * village, each as long as it typically takes in the regency, end after the cut-off.
 */
@Component
class CutoffForecast {

    // What a case of each status still needs from its village's people.
    private static final Map<CaseStatus, List<String>> STEPS = new EnumMap<>(Map.of(
            CaseStatus.IDENTITY_MISMATCHED, List.of("correct-proposal", "record-meeting", "sign-meeting"),
            CaseStatus.RETURNED_TO_VILLAGE, List.of("correct-proposal", "record-meeting", "sign-meeting"),
            CaseStatus.READY_FOR_MEETING, List.of("record-meeting", "sign-meeting")));

    private static final int ALL = Integer.MAX_VALUE;

    private final CaseFigures cases;
    private final CutoffBook book;
    private final Histories histories;
    private final Areas areas;
    private final BusinessTime time;

    CutoffForecast(CaseFigures cases, CutoffBook book, Histories histories, Areas areas, BusinessTime time) {
        this.cases = cases;
        this.book = book;
        this.histories = histories;
        this.areas = areas;
        this.time = time;
    }

    /** Villages within an area of one regency whose cases will miss the cut-off, the most first; empty without a period. */
    List<Missing> of(AreaCode within) {
        Known known = histories.of(within);
        return Road.VILLAGE
                .cutoff(known.ahead())
                .map(cutoff -> missing(within, cutoff, known.history()))
                .orElse(List.of());
    }

    /** How many cases of each regency will miss it; regencies without are absent. */
    Map<AreaCode, Integer> byRegency() {
        Map<AreaCode, Integer> missing = new HashMap<>();
        regencies().forEach(regency -> {
            int n = of(regency).stream().mapToInt(Missing::n).sum();
            if (n > 0) {
                missing.put(regency, n);
            }
        });
        return missing;
    }

    /** Notes of every case before its village's list whether it will miss the cut-off, once in a period. */
    void keep() {
        regencies().forEach(regency -> {
            Known known = histories.of(regency);
            Road.VILLAGE
                    .period(known.ahead())
                    .filter(period -> period.villageCutoffAt().isAfter(time.now()))
                    .ifPresent(period -> keep(period, late(period.villageCutoffAt(), known.history())));
        });
    }

    private void keep(PeriodView period, Set<CaseStatus> late) {
        Map<Boolean, List<CaseRef>> cases = this.cases.waiting(period.regency(), STEPS.keySet(), ALL).stream()
                .collect(Collectors.partitioningBy(
                        one -> late.contains(one.status()),
                        Collectors.mapping(CaseFigures.Waiting::ref, Collectors.toList())));
        book.foretold(period.ref(), cases.get(true), true);
        book.foretold(period.ref(), cases.get(false), false);
    }

    private Stream<AreaCode> regencies() {
        return areas.provinces().stream()
                .flatMap(province -> areas.children(province.code()).stream())
                .map(Area::code);
    }

    /** The cases of one village that will miss it, the longest waiting first; empty without a period. */
    List<CaseFigures.Waiting> cases(AreaCode village, int most) {
        Known known = histories.of(village);
        return Road.VILLAGE
                .cutoff(known.ahead())
                .map(cutoff -> cases.waiting(village, late(cutoff, known.history()), most))
                .orElse(List.of());
    }

    /** Statuses from which a case comes too late. */
    private Set<CaseStatus> late(Instant cutoff, History history) {
        return STEPS.keySet().stream()
                .filter(status ->
                        time.now().plus(history.typical(STEPS.get(status))).isAfter(cutoff))
                .collect(Collectors.toSet());
    }

    private List<Missing> missing(AreaCode within, Instant cutoff, History history) {
        List<Missing> missing = new ArrayList<>();
        cases.waiting(within, late(cutoff, history)).forEach((village, waiting) -> {
            int n = waiting.values().stream().mapToInt(Integer::intValue).sum();
            if (n > 0) {
                missing.add(new Missing(village, areas.get(village).name(), n, cutoff));
            }
        });
        missing.sort(Comparator.comparingInt(Missing::n).reversed().thenComparing(Missing::name));
        return missing;
    }

    /** So many cases of a village that will miss the cut-off. */
    public record Missing(AreaCode village, String name, int n, Instant cutoff) {}
}
