package id.siks.platform.engine;

import java.time.Instant;

/**
 * A user task has another due date. Announced inside the transaction that changed it.
 *
 * @param taskId the engine's id
 * @param dueAt when it should be done now
 */
public record TaskRescheduled(String taskId, Instant dueAt) {}
