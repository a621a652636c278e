package id.siks.casework;

import id.siks.identity.Role;
import java.time.Instant;

/**
 * One thing that happened to a case.
 *
 * @param at when
 * @param what what happened; label {@code casework.event.<what>}
 * @param status the status reached
 * @param holder role that had to act next, or null
 * @param by account id of whoever did it, or null for the system
 * @param role the role in which he did it, or null
 * @param reason why, when it went against somebody; else null
 * @param note free words, or null
 * @param group name of the group it happened to, or null when it happened to this case alone
 */
public record TimelineEntry(
        Instant at,
        String what,
        CaseStatus status,
        Role holder,
        Long by,
        Role role,
        Reason reason,
        String note,
        String group) {}
