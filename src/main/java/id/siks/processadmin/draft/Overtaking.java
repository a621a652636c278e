package id.siks.processadmin.draft;

import java.time.Instant;

/**
 * That something was released of a model after a draft of it was begun, or decided to come: the draft does not know of it.
 *
 * @param release its number
 * @param version the version it made
 * @param by account of whoever released it; null for the application itself
 * @param at when that was decided
 * @param begunFrom the version the draft was begun from; null when it was begun from none
 */
public record Overtaking(long release, int version, Long by, Instant at, Integer begunFrom) {}
