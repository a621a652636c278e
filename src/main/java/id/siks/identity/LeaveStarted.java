package id.siks.identity;

import java.time.Instant;

/**
 * Somebody went on leave; his open work passes to his deputy.
 *
 * @param absent account id
 * @param deputy account id
 * @param at when
 */
public record LeaveStarted(long absent, long deputy, Instant at) {}
