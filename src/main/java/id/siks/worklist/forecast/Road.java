package id.siks.worklist.forecast;

import id.siks.casework.CaseStatus;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps of a family's case that people do before a list closes, in their order. */
enum Road {
    /** Before the village's list. */
    VILLAGE(
            Milestone.VILLAGE_CUTOFF,
            List.of("correct-proposal", "record-meeting", "sign-meeting"),
            Map.of(
                    CaseStatus.IDENTITY_MISMATCHED, 0,
                    CaseStatus.RETURNED_TO_VILLAGE, 0,
                    CaseStatus.IDENTITY_CHECKING, 1,
                    CaseStatus.READY_FOR_MEETING, 1,
                    CaseStatus.AGREED_BY_MEETING, 3)),
    /** From the village's list until the regency has decided. */
    REGENCY(
            Milestone.REGENCY_CUTOFF,
            List.of("assign-visit", "record-visit", "review-visit", "decide-proposal"),
            Map.of(
                    CaseStatus.VILLAGE_FINALIZED, 0,
                    CaseStatus.FIELD_VERIFICATION, 1,
                    CaseStatus.REGENCY_REVIEW, 3,
                    CaseStatus.RETURNED_BY_MINISTRY, 3));

    private final Milestone milestone;
    private final List<String> steps;
    private final Map<CaseStatus, Integer> done;

    /** With how many of the steps a case of each status has done. */
    Road(Milestone milestone, List<String> steps, Map<CaseStatus, Integer> done) {
        this.milestone = milestone;
        this.steps = steps;
        this.done = done;
    }

    /** The closing of the list at its end. */
    Milestone milestone() {
        return milestone;
    }

    /** The statuses of cases that stand on it. */
    Set<CaseStatus> statuses() {
        return done.keySet();
    }

    /** The steps that a case of this status still has on it. */
    List<String> left(CaseStatus status) {
        return steps.subList(done.get(status), steps.size());
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
        return period(ahead).map(period -> period.at(milestone));
    }

    /** The first period whose list at its end still takes cases. */
    Optional<PeriodView> period(List<PeriodView> ahead) {
        Predicate<PeriodView> takes = this == VILLAGE
                ? p -> p.state() == PeriodState.OPEN
                : p -> p.state().isUnsealed();
        return ahead.stream().filter(takes).findFirst();
    }
}
