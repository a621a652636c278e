package id.siks.worklist.forecast;

import id.siks.area.AreaLevel;
import id.siks.casework.Outlook;
import id.siks.finalization.PeriodView;
import id.siks.worklist.model.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is foretold of open work and its case. The risk of a cut-off is that of the present step taking longer than what is
 * left when each step after it takes its typical time.
 */
@Component
public class Outlooks {

    private final Histories histories;

    Outlooks(Histories histories) {
        this.histories = histories;
    }

    /** What is foretold of open work at the moment {@code now}. */
    public Outlook of(WorkItem item, Instant now) {
        Known known = histories.of(item.area());
        History history = known.history();
        Instant finish = history.finish(item.task(), item.openedAt(), now);
        Integer late = item.dueAt().isAfter(now) ? history.miss(item.task(), item.openedAt(), item.dueAt(), now) : null;
        Optional<Road> road = item.area().level() == AreaLevel.VILLAGE ? Road.of(item.task()) : Optional.empty();
        return road.map(r -> ahead(new Step(r, item.task(), item.openedAt()), known, finish, late, now))
                .orElseGet(() -> new Outlook(finish, late, null, null, null));
    }

    /** The same of a case that stands at a step without work of its own. */
    Outlook of(Step step, Known known, Instant now) {
        return ahead(step, known, known.history().finish(step.task(), step.since(), now), null, now);
    }

    private static Outlook ahead(Step step, Known known, Instant finish, Integer late, Instant now) {
        Duration rest = known.history().typical(step.road().after(step.task()));
        Optional<Instant> cutoff = step.road().cutoff(known.ahead());
        Integer miss = cutoff.map(at -> known.history().miss(step.task(), step.since(), at.minus(rest), now))
                .orElse(null);
        Instant end = finish == null ? null : end(step.road(), finish.plus(rest), known);
        return new Outlook(finish, late, cutoff.orElse(null), miss, end);
    }

    /** When the list is determined that a case reaches which is at the end of {@code road} at the moment {@code at}. */
    static Instant end(Road road, Instant at, Known known) {
        boolean village = road == Road.VILLAGE;
        Instant decided = village ? at.plus(known.history().typical(Road.REGENCY.steps())) : at;
        return known.ahead().stream()
                .filter(p -> p.state().isUnsealed() && !decided.isAfter(p.regencyCutoffAt()))
                .filter(p -> !village || !at.isAfter(p.villageCutoffAt()))
                .findFirst()
                .map(PeriodView::determinationPlannedAt)
                .orElse(null);
    }

    /** Where a case stands on its road, and since when. */
    record Step(Road road, String task, Instant since) {}
}
