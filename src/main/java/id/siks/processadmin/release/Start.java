package id.siks.processadmin.release;

import java.time.Instant;

/**
 * From when new cases follow a release.
 *
 * @param at the moment
 * @param openingOf number of the period with whose opening it comes, and moves; null for a moment of its own
 */
record Start(Instant at, String openingOf) {

    /** At that moment and no other. */
    static Start at(Instant moment) {
        return new Start(moment, null);
    }
}
