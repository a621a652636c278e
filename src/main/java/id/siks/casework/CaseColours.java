package id.siks.casework;

import org.springframework.stereotype.Component;

/** The colour a status has on every page: yellow needs mending, blue is on its way, green and red are ends. */
@Component
class CaseColours {

    /** CSS class of the badge. Templates: {@code @caseColours}. */
    public String of(CaseStatus status) {
        return switch (status) {
            case DRAFT, CANCELLED -> "badge-gray";
            case IDENTITY_MISMATCHED, RETURNED_TO_VILLAGE, RETURNED_BY_MINISTRY, ROLLED_OVER -> "badge-yellow";
            case DECLINED_BY_MEETING, REJECTED_BY_REGENCY, REJECTED_BY_MINISTRY -> "badge-red";
            case DETERMINED -> "badge-green";
            default -> "badge-blue";
        };
    }
}
