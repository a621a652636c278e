package id.siks.worklist.forecast;

import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps of a family's case that people do before a list closes, in their order. */
enum Road {
    /** Before the village's list. */
    VILLAGE("correct-proposal", "record-meeting", "sign-meeting"),
    /** From the village's list until the regency has decided. */
    REGENCY("assign-visit", "record-visit", "review-visit", "decide-proposal");

    private final List<String> steps;

    Road(String... steps) {
        this.steps = List.of(steps);
    }

    /** The road a task stands on, if it stands on one. */
    static Optional<Road> of(String task) {
        return Stream.of(values()).filter(road -> road.steps.contains(task)).findFirst();
    }

    List<String> steps() {
        return steps;
    }

    /** The steps that follow a task of this road. */
    List<String> after(String task) {
        return steps.subList(steps.indexOf(task) + 1, steps.size());
    }

    /** When the list at its end closes: of the first period that still takes cases. */
    Optional<Instant> cutoff(List<PeriodView> ahead) {
        return period(ahead).map(this::cutoff);
    }

    /** The first period whose list at its end still takes cases. */
    Optional<PeriodView> period(List<PeriodView> ahead) {
        Predicate<PeriodView> takes = this == VILLAGE
                ? p -> p.state() == PeriodState.OPEN
                : p -> p.state().isUnsealed();
        return ahead.stream().filter(takes).findFirst();
    }

    private Instant cutoff(PeriodView period) {
        return this == VILLAGE ? period.villageCutoffAt() : period.regencyCutoffAt();
    }
}
