package id.siks.identity;

import java.time.Instant;

/**
 * Somebody is back from leave; what his deputy still has of his work returns to him.
 *
 * @param absent account id
 * @param deputy account id
 * @param at when
 */
public record LeaveEnded(long absent, long deputy, Instant at) {}
