package id.siks.worklist.forecast;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseFigures;
import id.siks.casework.CaseStatus;
import id.siks.finalization.Periods;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.BoardSums.Pace;
import id.siks.worklist.model.Typical;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
            CaseStatus.RETURNED_BY_MINISTRY, List.of("correct-proposal"),
            CaseStatus.READY_FOR_MEETING, List.of("record-meeting", "sign-meeting")));

    private final CaseFigures cases;
    private final Periods periods;
    private final BoardSums sums;
    private final Areas areas;
    private final BusinessTime time;

    CutoffForecast(CaseFigures cases, Periods periods, BoardSums sums, Areas areas, BusinessTime time) {
        this.cases = cases;
        this.periods = periods;
        this.sums = sums;
        this.areas = areas;
        this.time = time;
    }

    /** Villages within an area of one regency whose cases will miss the cut-off, the most first; empty without a period. */
    List<Missing> of(AreaCode within, LocalDate since) {
        Map<String, Duration> typical = sums.pace(within.at(AreaLevel.REGENCY).value(), since).stream()
                .collect(Collectors.groupingBy(
                        Pace::task, Collectors.collectingAndThen(Collectors.toList(), Typical::of)));
        return periods.openFor(within)
                .map(period -> missing(within, period.villageCutoffAt(), typical))
                .orElse(List.of());
    }

    private List<Missing> missing(AreaCode within, Instant cutoff, Map<String, Duration> typical) {
        List<Missing> missing = new ArrayList<>();
        cases.waiting(within, STEPS.keySet()).forEach((village, waiting) -> {
            int n = waiting.entrySet().stream()
                    .filter(e -> time.now().plus(needed(e.getKey(), typical)).isAfter(cutoff))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (n > 0) {
                missing.add(new Missing(village, areas.get(village).name(), n, cutoff));
            }
        });
        missing.sort(Comparator.comparingInt(Missing::n).reversed().thenComparing(Missing::name));
        return missing;
    }

    // A step nobody has done lately is counted as no time: what is not known is not held against a village.
    private static Duration needed(CaseStatus status, Map<String, Duration> typical) {
        return STEPS.get(status).stream()
                .map(step -> typical.getOrDefault(step, Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** So many cases of a village that will miss the cut-off. */
    record Missing(AreaCode village, String name, int n, Instant cutoff) {}
}
