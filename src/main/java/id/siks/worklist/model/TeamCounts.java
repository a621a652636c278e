package id.siks.worklist.model;

import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much open work the duties of a person bring, from the counters. */
@Component
public class TeamCounts {

    private final WorkCounts counts;
    private final TaskHandlers handlers;

    TeamCounts(WorkCounts counts, TaskHandlers handlers) {
        this.counts = counts;
        this.handlers = handlers;
    }

    /** Open work by task. A duty that lies within another of the same role is not counted twice. */
    public Map<String, Integer> of(Actor actor) {
        List<Assignment> duties = Duties.of(actor);
        Map<String, Integer> sum = new LinkedHashMap<>();
        for (Assignment duty : duties) {
            if (duties.stream().noneMatch(other -> isWithin(duty, other))) {
                counts.open(duty.role(), duty.scope().prefix()).forEach((task, n) -> sum.merge(task, n, Integer::sum));
            }
        }
        return sum;
    }

    /** The same with titles, in the same order. */
    public List<Line> lines(Map<String, Integer> byTask) {
        return byTask.entrySet().stream()
                .map(e -> new Line(e.getKey(), handlers.titleKey(e.getKey()), e.getValue()))
                .toList();
    }

    private static boolean isWithin(Assignment duty, Assignment other) {
        return other != duty
                && other.role() == duty.role()
                && duty.scope().prefix().length() > other.scope().prefix().length()
                && duty.scope().prefix().startsWith(other.scope().prefix());
    }

    /** One task and how often it waits. */
    public record Line(String task, String titleKey, int n) {}
}
