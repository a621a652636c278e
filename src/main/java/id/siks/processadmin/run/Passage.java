package id.siks.processadmin.run;

import java.time.Duration;
import java.time.Instant;

/**
 * A case was at an element of its diagram.
 *
 * @param element id of the element
 * @param execution the engine's id of the branch it was in
 * @param endedAt null while it is there
 * @param cancelled true when it was taken away from there
 */
record Passage(String element, String execution, Instant startedAt, Instant endedAt, boolean cancelled) {

    /** True when the case was there at this moment. */
    boolean isThere(Instant moment) {
        return !startedAt.isAfter(moment) && (endedAt == null || endedAt.isAfter(moment));
    }

    /** True when the case had come there by this moment. */
    boolean hasBegun(Instant moment) {
        return !startedAt.isAfter(moment);
    }

    /** How long it had been there by this moment. */
    Duration until(Instant moment) {
        return Duration.between(startedAt, endedAt == null || endedAt.isAfter(moment) ? moment : endedAt);
    }
}
