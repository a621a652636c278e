package id.siks.platform.engine;

/**
 * An open user task is at another step since its case follows another version; everything else about it is as it was.
 *
 * @param taskId the engine's id
 * @param taskKey id of the element it is at now
 */
public record TaskMoved(String taskId, String taskKey) {}
