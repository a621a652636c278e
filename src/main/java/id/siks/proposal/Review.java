package id.siks.proposal;

import id.siks.platform.FieldError;
import id.siks.program.SignsAdvice;
import java.util.List;

/**
 * A proposal before it is submitted, looked at as a whole.
 *
 * @param errors what forbids submission: content, photos ({@code photos.HOUSE_FRONT}, {@code photos.FAMILY_CARD}), place,
 *     numbers held by others
 * @param warnings what is doubtful
 * @param lookAlikes other families that are alike
 * @param advice poverty signs found in the survey as far as it is answered
 */
public record Review(
        ProposalView proposal,
        List<FieldError> errors,
        List<FieldError> warnings,
        List<LookAlike> lookAlikes,
        SignsAdvice advice) {

    /** True when it may be submitted. */
    public boolean complete() {
        return errors.isEmpty();
    }
}
