package id.siks.processadmin.bundle;

import id.siks.processadmin.check.ModelKind;
import java.time.Instant;
import java.util.List;

/**
 * A bundle that left or came in.
 *
 * @param source address of the installation that made it
 * @param sha256 hash of the file, in hexadecimal
 * @param note what was said about it
 * @param by account
 * @param parts in the order of their names; empty where only the journey is asked for
 */
record Journey(
        long id, boolean came, String source, String sha256, String note, long by, Instant at, List<Line> parts) {

    /**
     * What became of a part.
     *
     * @param version number of the release where the bundle was made
     * @param draftId the draft it is now, or null
     */
    record Line(ModelKind kind, String key, String room, int version, Outcome outcome, Long draftId) {

        /** Name of its file. */
        public String fileName() {
            return key + kind.ending();
        }
    }
}
