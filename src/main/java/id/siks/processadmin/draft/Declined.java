package id.siks.processadmin.draft;

import java.time.Instant;

/**
 * A draft was proposed and declined, and nothing was proposed of it since.
 *
 * @param release number of the proposal
 * @param by account of whoever declined it; null for the application, which found it overtaken
 * @param reason why
 */
public record Declined(long release, Long by, Instant at, String reason) {}
