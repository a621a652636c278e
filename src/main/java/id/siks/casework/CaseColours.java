package id.siks.casework;

import org.springframework.stereotype.Component;

/** The colour a status has on every page: red needs mending, green is through, yellow waits, blue is at work. */
@Component
class CaseColours {

    /** CSS class of the badge. Templates: {@code @caseColours}. */
    public String of(CaseStatus status) {
        return switch (status) {
            case IDENTITY_MISMATCHED,
                    RETURNED_TO_VILLAGE,
                    RETURNED_BY_MINISTRY,
                    REJECTED_BY_REGENCY,
                    REJECTED_BY_MINISTRY,
                    DECLINED_BY_MEETING -> "badge-red";
            case DETERMINED, APPROVED_BY_REGENCY, RATIFIED, AGREED_BY_MEETING -> "badge-green";
            case DRAFT, READY_FOR_MEETING, ROLLED_OVER -> "badge-yellow";
            case CANCELLED -> "badge-gray";
            default -> "badge-blue";
        };
    }
}
