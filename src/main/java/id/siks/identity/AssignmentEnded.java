package id.siks.identity;

import java.time.Instant;

/**
 * Somebody lost a role over a territory; his open work goes to another holder.
 *
 * @param accountId whose
 * @param assignment what he lost
 * @param at when
 */
public record AssignmentEnded(long accountId, Assignment assignment, Instant at) {}
