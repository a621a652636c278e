package id.siks.platform;

/**
 * Another server called.
 *
 * @param topic tells who cares
 * @param words what was called, as {@link Calls#call} was given it
 */
public record CallHeard(String topic, String words) {}
