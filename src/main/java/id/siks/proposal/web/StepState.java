package id.siks.proposal.web;

import id.siks.platform.FieldError;
import id.siks.proposal.Review;
import java.util.Arrays;
import java.util.List;

/**
 * One step in the bar above the wizard.
 *
 * @param path last part of its address
 * @param current true for the step shown
 * @param missing how much the step still lacks
 * @param remarked true when the reviewer said something about it
 */
record StepState(String path, boolean current, int missing, boolean remarked) {

    /** All steps of the proposal. */
    static List<StepState> of(Review review, Step shown) {
        return Arrays.stream(Step.values())
                .map(step -> new StepState(
                        step.path(),
                        step == shown,
                        step == Step.REVIEW
                                ? review.errors().size()
                                : missing(review, step).size(),
                        remarked(review, step)))
                .toList();
    }

    /** What {@code step} still lacks. */
    static List<FieldError> missing(Review review, Step step) {
        return review.errors().stream().filter(e -> Step.of(e.field()) == step).toList();
    }

    private static boolean remarked(Review review, Step step) {
        return step != Step.REVIEW && review.proposal().remarks().stream().anyMatch(r -> Step.of(r.field()) == step);
    }

    /** True when nothing is missing. */
    public boolean done() {
        return missing == 0;
    }
}
