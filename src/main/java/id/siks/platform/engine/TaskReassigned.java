package id.siks.platform.engine;

/**
 * A user task has another assignee. Announced inside the transaction that changed it.
 *
 * @param taskId the engine's id
 * @param assignee account id, or null when it was given back
 */
public record TaskReassigned(String taskId, String assignee) {}
