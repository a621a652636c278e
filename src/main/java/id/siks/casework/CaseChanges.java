package id.siks.casework;

import java.time.Instant;
import java.util.List;

/** Tells what a case changed, with the values before and after; implemented by the room that keeps the case. */
public interface CaseChanges {

    /**
     * Everything the case changed, oldest first, in the words of the request's language; nothing of a case the room does not
     * keep. That the reader may see the case is the caller's to check.
     *
     * @param whole whether numbers, health, spending and whatever else needs a purpose may be read in full
     */
    List<Change> of(CaseRef ref, boolean whole);

    /**
     * One value that was replaced.
     *
     * @param at when
     * @param what what was changed and why; label {@code casework.event.<what>}
     * @param by account id of whoever changed it, or null for the system
     * @param field what the value is called
     * @param before empty when there was none
     * @param after empty when there is none any more
     */
    record Change(Instant at, String what, Long by, String field, String before, String after) {}
}
