package id.siks.processadmin.run;

import java.time.Instant;

/**
 * A routing value of a case, as it was for some time.
 *
 * @param execution the engine's id of the branch that knew it
 * @param until when it was overwritten; null for what still holds
 */
record KnownValue(String name, String value, String execution, Instant since, Instant until) {

    /** True when this was the value at the moment. */
    boolean isKnown(Instant moment) {
        return !since.isAfter(moment) && (until == null || until.isAfter(moment));
    }
}
