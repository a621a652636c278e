package id.siks.worklist.forecast;

import id.siks.casework.Outlook;
import id.siks.worklist.model.BoardSums.Pace;
import id.siks.worklist.model.Typical;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long work took lately: at the same step in the same place, or in the whole country where the place has done too
 * little. Comparable with open work is what was not done sooner than it has waited already; too few of them say nothing.
 */
final class History {

    /** How many pieces of work make a history. */
    static final int ENOUGH = 20;

    private final Map<String, List<Pace>> place;
    private final Map<String, List<Pace>> nation;

    History(List<Pace> place, List<Pace> nation) {
        this.place = byTask(place);
        this.nation = byTask(nation);
    }

    private static Map<String, List<Pace>> byTask(List<Pace> pace) {
        return pace.stream().collect(Collectors.groupingBy(Pace::task));
    }

    /**
     * When half of the comparable work was done, never before {@code now}: a time is known by its class, and who waits in
     * that class already is told its end. Null when too few are comparable.
     */
    Instant finish(String task, Instant openedAt, Instant now) {
        return Typical.line(comparable(task, openedAt, now))
                .map(half ->
                        openedAt.plus(openedAt.plus(half.duration()).isAfter(now) ? half.duration() : half.longest()))
                .orElse(null);
    }

    /** How many in a hundred comparable ones were not done by {@code until}; null when they are too few. */
    Integer miss(String task, Instant openedAt, Instant until, Instant now) {
        if (!until.isAfter(now)) {
            return 100;
        }
        List<Pace> comparable = comparable(task, openedAt, now);
        int all = sum(comparable);
        if (all == 0) {
            return null;
        }
        int time = Pace.classOf(Duration.between(openedAt, until));
        int longer = sum(comparable.stream().filter(pace -> pace.took() >= time).toList());
        return (int) Math.round(100.0 * longer / all);
    }

    /** The typical time of these steps, one after the other; a step hardly anybody has done lately is counted as no time. */
    Duration typical(List<String> steps) {
        return steps.stream()
                .map(step -> Typical.of(of(step)))
                .filter(time -> time != null)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private List<Pace> comparable(String task, Instant openedAt, Instant now) {
        int waited = Pace.classOf(Duration.between(openedAt, now));
        return unlessFew(of(task).stream().filter(pace -> pace.took() >= waited).toList());
    }

    private List<Pace> of(String task) {
        List<Pace> own = place.getOrDefault(task, List.of());
        return sum(own) >= ENOUGH ? own : unlessFew(nation.getOrDefault(task, List.of()));
    }

    /** None at all where there are so few that the next one done would change the picture. */
    private static List<Pace> unlessFew(List<Pace> pace) {
        return sum(pace) >= Outlook.LEAST ? pace : List.of();
    }

    private static int sum(List<Pace> pace) {
        return pace.stream().mapToInt(Pace::n).sum();
    }
}
