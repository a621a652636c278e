package id.siks.proposal;

import id.siks.platform.FieldError;
import java.util.List;

/**
 * What came of saving one part of a draft. Impossible values are not here: they are refused at their fields and nothing is
 * saved.
 *
 * @param version the version to send with the next change
 * @param missing what this part still lacks before it can be submitted
 * @param warnings what looks doubtful; it may be submitted nevertheless
 */
public record Saved(int version, List<FieldError> missing, List<FieldError> warnings) {}
