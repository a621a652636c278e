package id.siks.proposal.model;

import static id.siks.casework.CaseStatus.AGREED_BY_MEETING;
import static id.siks.casework.CaseStatus.APPROVED_BY_REGENCY;
import static id.siks.casework.CaseStatus.DECLINED_BY_MEETING;
import static id.siks.casework.CaseStatus.DRAFT;
import static id.siks.casework.CaseStatus.FIELD_VERIFICATION;
import static id.siks.casework.CaseStatus.IDENTITY_CHECKING;
import static id.siks.casework.CaseStatus.IDENTITY_MISMATCHED;
import static id.siks.casework.CaseStatus.READY_FOR_MEETING;
import static id.siks.casework.CaseStatus.REGENCY_REVIEW;
import static id.siks.casework.CaseStatus.REJECTED_BY_MINISTRY;
import static id.siks.casework.CaseStatus.REJECTED_BY_REGENCY;
import static id.siks.casework.CaseStatus.RETURNED_BY_MINISTRY;
import static id.siks.casework.CaseStatus.RETURNED_TO_VILLAGE;
import static id.siks.casework.CaseStatus.ROLLED_OVER;
import static id.siks.casework.CaseStatus.VILLAGE_FINALIZED;

import id.siks.casework.CaseStatus;
import id.siks.platform.Conflict;
import java.util.EnumSet;
import java.util.Set;

/** The ways from status to status that the milestones of {@code proposal-trunk} take: where each leads, then where it begins. */
enum Move {
    /** The draft is handed in. */
    SUBMIT(IDENTITY_CHECKING, DRAFT),
    /** It was corrected and is handed in again. */
    RESUBMIT(IDENTITY_CHECKING, IDENTITY_MISMATCHED, RETURNED_TO_VILLAGE),
    /** The civil registry knows somebody otherwise. */
    MISMATCH(IDENTITY_MISMATCHED, IDENTITY_CHECKING),
    /** The village can talk about it. */
    BE_READY_FOR_MEETING(READY_FOR_MEETING, IDENTITY_CHECKING),
    /** The meeting said yes, or no meeting is needed. */
    AGREE(AGREED_BY_MEETING, READY_FOR_MEETING, IDENTITY_CHECKING),
    /** The meeting said no, at once or later. */
    DECLINE(DECLINED_BY_MEETING, READY_FOR_MEETING, AGREED_BY_MEETING),
    /** Somebody is sent to the home. */
    ASK_FOR_VISIT(FIELD_VERIFICATION, VILLAGE_FINALIZED, IDENTITY_CHECKING, RETURNED_BY_MINISTRY),
    /** The verifier's turn. */
    PRESENT(REGENCY_REVIEW, FIELD_VERIFICATION, VILLAGE_FINALIZED, IDENTITY_CHECKING),
    /** The verifier said yes. */
    APPROVE(APPROVED_BY_REGENCY, REGENCY_REVIEW, RETURNED_BY_MINISTRY),
    /** The verifier said no. */
    REJECT(REJECTED_BY_REGENCY, REGENCY_REVIEW, RETURNED_BY_MINISTRY),
    /** A reviewer or somebody who signs a batch wants it mended, or it cannot be on its village's list as it is. */
    RETURN_TO_VILLAGE(
            RETURNED_TO_VILLAGE,
            AGREED_BY_MEETING,
            FIELD_VERIFICATION,
            REGENCY_REVIEW,
            RETURNED_BY_MINISTRY,
            APPROVED_BY_REGENCY,
            ROLLED_OVER),
    /** The ministry wants it mended. */
    RETURN_TO_REGENCY(RETURNED_BY_MINISTRY, APPROVED_BY_REGENCY, ROLLED_OVER),
    /** The ministry said no. */
    REJECT_BY_MINISTRY(REJECTED_BY_MINISTRY, APPROVED_BY_REGENCY, ROLLED_OVER),
    /** It missed its batch. */
    ROLL_OVER(ROLLED_OVER, APPROVED_BY_REGENCY, ROLLED_OVER);

    private final CaseStatus to;
    private final Set<CaseStatus> from;

    Move(CaseStatus to, CaseStatus first, CaseStatus... others) {
        this.to = to;
        this.from = EnumSet.of(first, others);
    }

    /** Where it leads from {@code now}; {@link Conflict} naming that status when it does not begin there. */
    CaseStatus from(CaseStatus now) {
        if (!from.contains(now)) {
            throw Conflict.because("proposal.error.moved-on", now.name());
        }
        return to;
    }
}
