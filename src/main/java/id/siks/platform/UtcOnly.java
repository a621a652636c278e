package id.siks.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Refuses to start anywhere but in UTC (security requirement 28). */
@Component
class UtcOnly {

    UtcOnly() {
        require(ZoneId.systemDefault());
    }

    static void require(ZoneId zone) {
        boolean utc = zone.getRules().isFixedOffset()
                && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
        if (!utc) {
            throw new IllegalStateException("SIKS-NG runs in UTC only, but the zone of this Java is " + zone
                    + ": start it with -Duser.timezone=UTC.");
        }
    }
}
