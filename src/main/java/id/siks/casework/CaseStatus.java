package id.siks.casework;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a case stands, in the words of glossary 6.1. Labels are {@code casework.status.<code>}. */
public enum CaseStatus {
    DRAFT,
    IDENTITY_CHECKING,
    IDENTITY_MISMATCHED,
    READY_FOR_MEETING,
    AGREED_BY_MEETING,
    DECLINED_BY_MEETING,
    VILLAGE_FINALIZED,
    FIELD_VERIFICATION,
    REGENCY_REVIEW,
    RETURNED_TO_VILLAGE,
    APPROVED_BY_REGENCY,
    REJECTED_BY_REGENCY,
    RATIFIED,
    FORWARDED,
    MINISTRY_REVIEW,
    RETURNED_BY_MINISTRY,
    DETERMINED,
    REJECTED_BY_MINISTRY,
    ROLLED_OVER,
    CANCELLED;

    /** Of cases that were handed in and have not joined their village's list. */
    public static final Set<CaseStatus> BEFORE_THE_LIST = Collections.unmodifiableSet(EnumSet.of(
            IDENTITY_CHECKING, IDENTITY_MISMATCHED, READY_FOR_MEETING, RETURNED_TO_VILLAGE, AGREED_BY_MEETING));

    /** True when nothing more will happen to the case. */
    public boolean isFinal() {
        return switch (this) {
            case DECLINED_BY_MEETING, REJECTED_BY_REGENCY, REJECTED_BY_MINISTRY, DETERMINED, CANCELLED -> true;
            default -> false;
        };
    }

    /** True when the case ended without leading into the register. */
    public boolean isUnsuccessful() {
        return isFinal() && this != DETERMINED;
    }

    /** True when the case was sent back or found wrong and waits to be mended. */
    boolean isComeBack() {
        return this == RETURNED_TO_VILLAGE || this == RETURNED_BY_MINISTRY || this == IDENTITY_MISMATCHED;
    }
}
