package id.siks.casework;

import id.siks.identity.Role;
import java.time.Instant;
import java.util.List;

/**
 * Cases reached a milestone together (mostly one; many when they travel in a batch). Casework keeps summary and timeline
 * in the same transaction, with set-based statements.
 *
 * @param refs the cases
 * @param what what happened, a key of the timeline: {@code submitted}, {@code returned}, {@code decided-approve} …
 * @param status the status reached
 * @param holder role that has to act next, or null when nobody or the system
 * @param by account id of whoever did it, or null for the system
 * @param reason why, when it went against somebody; else null
 * @param note free words, or null
 * @param at when
 */
public record CaseProgressed(
        List<CaseRef> refs,
        String what,
        CaseStatus status,
        Role holder,
        Long by,
        Reason reason,
        String note,
        Instant at) {

    /** One case, nothing to explain. */
    public static CaseProgressed of(CaseRef ref, String what, CaseStatus status, Role holder, Long by, Instant at) {
        return new CaseProgressed(List.of(ref), what, status, holder, by, null, null, at);
    }
}
