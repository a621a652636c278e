package id.siks.evidence;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Where and when the device says a picture was taken; every component may be null. Protected data.
 *
 * @param latitude degrees
 * @param longitude degrees
 * @param accuracyMetres as the device reported it
 */
public record Capture(BigDecimal latitude, BigDecimal longitude, Integer accuracyMetres, Instant takenAt) {

    /** Nothing is known. */
    public static final Capture UNKNOWN = new Capture(null, null, null, null);
}
