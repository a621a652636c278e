package id.siks.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells casework how what was told at a rung reached its people; implemented by the worklist, which tells it. */
public interface RungNews {

    /** Message key of the title of a user task. */
    String titleKey(String task);

    /** Who was told at each of these rungs, by the key of the rung; rungs nobody was told at are absent. */
    Map<Long, List<Heard>> heard(Collection<Long> rungs);

    /**
     * Somebody who was told.
     *
     * @param account whose account
     * @param seenAt when he saw it, or null
     * @param mailKey message key of what became of the mail to him; its argument is the moment
     * @param mailAt since when, or null
     */
    record Heard(long account, Instant seenAt, String mailKey, Instant mailAt) {}
}
