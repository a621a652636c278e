package id.siks.register;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Where a dwelling stands (glossary 8.2). While it is a draft, half of it may be missing.
 *
 * @param latitude degrees, -11.1 to 6.1, six decimals
 * @param longitude degrees, 94.9 to 141.1, six decimals
 * @param accuracyMetres as the device reported it; null when the point was set on the map
 * @param locatedAt when it was taken
 */
public record Place(BigDecimal latitude, BigDecimal longitude, Integer accuracyMetres, Instant locatedAt) {

    /** True when both numbers are known: half of them show no place. */
    public boolean complete() {
        return latitude != null && longitude != null;
    }
}
