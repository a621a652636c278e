package id.siks.processadmin.bundle;

import id.siks.processadmin.check.Finding;
import java.util.List;

/**
 * What the import says of a part.
 *
 * @param released number of the release in force here, or null
 * @param refusals why it is refused; empty when it is not
 * @param more how many reasons there are besides
 * @param waits names that are not released here yet and come in the same bundle: they have to be released first
 */
record Judged(Part part, Outcome outcome, Integer released, List<Finding> refusals, int more, List<String> waits) {

    /** The same, with other names to be released first. */
    Judged waitingFor(List<String> names) {
        return new Judged(part, outcome, released, refusals, more, names);
    }
}
