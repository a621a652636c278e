package id.siks.worklist.forecast;

import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.BoardSums.Pace;
import id.siks.worklist.model.Typical;
import id.siks.worklist.model.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When open work will be done: of comparable work that was not done sooner than this has waited already, half took no
 * longer than that. What is comparable is as in {@link Forecasts}.
 */
final class ExpectedFinish {

    private final Map<String, List<Pace>> regency;
    private final Map<String, List<Pace>> nation;

    /** Reads the histories of the regency an area lies in and of the nation. */
    ExpectedFinish(BoardSums sums, String regency, LocalDate since) {
        this.regency = byTask(sums.pace(regency, since));
        this.nation = byTask(sums.pace("", since));
    }

    private static Map<String, List<Pace>> byTask(List<Pace> pace) {
        return pace.stream().collect(Collectors.groupingBy(Pace::task));
    }

    /** The expected moment, never before {@code now}; null when nothing comparable took as long as this already has. */
    Instant of(WorkItem item, Instant now) {
        int waited = Pace.classOf(Duration.between(item.openedAt(), now));
        Duration typical = Typical.of(history(item.task()).stream()
                .filter(pace -> pace.took() >= waited)
                .toList());
        if (typical == null) {
            return null;
        }
        Instant finish = item.openedAt().plus(typical);
        return finish.isBefore(now) ? now : finish;
    }

    private List<Pace> history(String task) {
        List<Pace> own = regency.getOrDefault(task, List.of());
        boolean enough = own.stream().mapToInt(Pace::n).sum() >= Forecasts.ENOUGH;
        return enough ? own : nation.getOrDefault(task, List.of());
    }
}
