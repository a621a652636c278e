package id.siks.platform.engine;

/**
 * A user task no longer waits. Announced inside the transaction that ended it.
 *
 * @param taskId the engine's id
 * @param completed true when somebody did it, false when the case went on without it
 */
public record TaskClosed(String taskId, boolean completed) {}
