package id.siks.identity;

import java.time.Instant;

/**
 * An account was closed; what its owner did for people on leave goes to another holder, as all else he had.
 *
 * @param accountId whose
 * @param at when
 */
public record AccountClosed(long accountId, Instant at) {}
