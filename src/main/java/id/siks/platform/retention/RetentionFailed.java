package id.siks.platform.retention;

/**
 * Old data of one kind could not be erased.
 *
 * @param kind code of the kind
 */
public record RetentionFailed(String kind) {}
