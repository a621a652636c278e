package id.siks.fieldcheck;

import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import java.time.Instant;

/**
 * The visits to a home are over. Announced in the transaction that concluded them.
 *
 * @param caseRef the case that asked
 * @param result what came out
 * @param reason why, or null when the claim is confirmed
 * @param settledBy account whose word it is: who reviewed the last finding, else who visited last; null when nobody did
 * @param at when
 */
public record FieldCheckConcluded(CaseRef caseRef, Result result, Reason reason, Long settledBy, Instant at) {

    /** What came out of the visits. Labels are {@code fieldcheck.result.<code>}. */
    public enum Result {
        CONFIRMED,
        NOT_CONFIRMED,
        RETURN
    }
}
