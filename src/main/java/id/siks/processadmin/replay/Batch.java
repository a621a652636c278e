package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import id.siks.processadmin.replay.Asking.Asked;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Cases that are counted together.
 *
 * @param asked those that were asked
 * @param last number of the last one that is done with; empty for none
 * @param isWhole false when time or room ran out before all were asked
 */
record Batch(List<Asked> asked, Optional<String> last, boolean isWhole) {

    /** So many changes are held before they are counted. */
    static final int MOST_CHANGES = 1_000;

    /** Asks these cases as far as it goes; one that time runs out for is not done with. */
    static Batch of(Asking asking, List<CaseRef> refs) {
        List<Asked> asked = new ArrayList<>();
        boolean whole = fill(asked, asking.of(refs).iterator());
        Optional<String> last = whole
                ? refs.stream().reduce((one, next) -> next).map(CaseRef::value)
                : asked.stream().reduce((one, next) -> next).map(Asked::ref);
        return new Batch(asked, last, whole);
    }

    /** True when all were asked. */
    private static boolean fill(List<Asked> asked, Iterator<Asked> answers) {
        int changes = 0;
        try {
            while (changes < MOST_CHANGES && answers.hasNext()) {
                Asked answer = answers.next();
                asked.add(answer);
                changes += answer.changes().size();
            }
            return changes < MOST_CHANGES;
        } catch (TimeLimit.Reached reached) {
            return false;
        }
    }
}
