package id.siks.proposal.web;

import id.siks.casework.CaseStatus;
import org.springframework.stereotype.Component;

/** Colour of a status in lists: yellow waits for the village, blue for somebody else, green and red are ends. */
@Component
class ProposalColours {

    /** Last part of the badge's class. */
    public String of(CaseStatus status) {
        return switch (status) {
            case DRAFT, CANCELLED -> "gray";
            case IDENTITY_MISMATCHED, RETURNED_TO_VILLAGE, RETURNED_BY_MINISTRY, ROLLED_OVER -> "yellow";
            case DECLINED_BY_MEETING, REJECTED_BY_REGENCY, REJECTED_BY_MINISTRY -> "red";
            case DETERMINED -> "green";
            default -> "blue";
        };
    }
}
