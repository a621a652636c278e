package id.siks.processadmin.migration;

import java.util.Map;
import java.util.Set;

/**
 * What people choose for a migration.
 *
 * @param steps steps of the source and their places in the target
 * @param branched gateways of the target at which it splits anew: a case that stands behind one of them gets the branches
 *     it would miss
 */
record Choice(Map<String, String> steps, Set<String> branched) {

    /** The steps alone: no case gets a branch. */
    static Choice of(Map<String, String> steps) {
        return new Choice(steps, Set.of());
    }
}
