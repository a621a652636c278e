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

    /** True for a part that waits for one which waits for it: as they are, neither can be released. */
    public boolean isCaught(Line line) {
        return parts.stream().anyMatch(other -> line.waits.contains(other.key) && other.waits.contains(line.key));
    }

    /** True when some part has become a draft. */
    public boolean isDrafted() {
        return parts.stream().anyMatch(part -> part.draftId != null);
    }

    /**
     * What became of a part.
     *
     * @param version number of the release where the bundle was made
     * @param draftId the draft it is now, or null
     * @param waits names of the parts that have to be released first
     */
    record Line(
            ModelKind kind, String key, String room, int version, Outcome outcome, Long draftId, List<String> waits) {

        /** Name of its file. */
        public String fileName() {
            return key + kind.ending();
        }
    }
}
