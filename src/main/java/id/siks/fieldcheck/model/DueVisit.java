package id.siks.fieldcheck.model;

import java.time.Instant;

/**
 * A visit that waits for its worker.
 *
 * @param task the engine's id of the task, part of its link
 * @param dueAt until when, or null
 */
public record DueVisit(HomeView home, String task, Instant dueAt) {}
