package id.siks.platform.retention;

import java.time.Instant;

/**
 * A hold on one case: as long as it is in force, nothing of the case is erased (security requirement 24).
 *
 * @param id its key
 * @param caseRef number of the case
 * @param reason why it was placed
 * @param since when it was placed
 * @param placedBy account id of whoever placed it, or null for the system
 * @param endedAt when it was lifted, or null while it is in force
 * @param liftedBy account id of whoever lifted it, or null
 * @param liftReason why it was lifted, or null
 */
public record Hold(
        long id,
        String caseRef,
        String reason,
        Instant since,
        Long placedBy,
        Instant endedAt,
        Long liftedBy,
        String liftReason) {

    /** True until it is lifted. */
    public boolean inForce() {
        return endedAt == null;
    }
}
