package id.siks.fieldcheck.model;

import id.siks.casework.ReasonCode;
import id.siks.fieldcheck.VisitOutcome;

/** The reason a reviewer most likely gives for a finding. He may choose another one. */
public final class SuggestedReason {

    private SuggestedReason() {}

    /** The reason that fits {@code outcome}. */
    public static ReasonCode of(VisitOutcome outcome) {
        return switch (outcome) {
            case NOT_FOUND, NOBODY_HOME -> ReasonCode.NOT_FOUND_AT_ADDRESS;
            case MOVED_OR_GONE -> ReasonCode.MOVED_AWAY;
            case PART_OF_OTHER -> ReasonCode.ALREADY_REGISTERED;
            case DUPLICATE -> ReasonCode.DUPLICATE_FAMILY_CARD;
            case VERIFIED -> ReasonCode.NOT_ELIGIBLE_CRITERIA;
            case REFUSED, TO_CORRECT -> ReasonCode.OTHER;
        };
    }
}
