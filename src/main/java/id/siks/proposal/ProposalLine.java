package id.siks.proposal;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import java.time.Instant;

/**
 * One row of a list of proposals. {@code subject} is the head of family's name, {@code changedAt} its last change; of one that is
 * {@code erased} the name may be gone.
 */
public record ProposalLine(
        CaseRef ref,
        AreaCode village,
        CaseStatus status,
        String subject,
        int members,
        Instant changedAt,
        boolean erased) {}
