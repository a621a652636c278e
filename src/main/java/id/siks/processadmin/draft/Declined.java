package id.siks.processadmin.draft;

import java.time.Instant;

/**
 * A draft was proposed and declined, and nothing was proposed of it since.
 *
 * @param release number of the proposal
 * @param by account of whoever declined it
 * @param reason why
 */
public record Declined(long release, long by, Instant at, String reason) {}
