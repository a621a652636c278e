package id.siks.casework;

import java.time.Instant;

/**
 * What is foretold of a case, from what comparable work took lately.
 *
 * @param finish when its present work is expected to be done, or null when nothing comparable is known
 * @param late how many in a hundred comparable ones would miss the due date, or null when that is not known
 * @param cutoff the cut-off of the list its present work comes before, or null when there is none
 * @param miss how many in a hundred comparable ones would miss that cut-off, or null
 * @param end when its list is expected to be determined, or null when it reaches no list that is planned
 */
public record Outlook(Instant finish, Integer late, Instant cutoff, Integer miss, Instant end) {

    private static final int LIKELY = 50;

    /** True when it is more likely than not to miss its due date. */
    public boolean isLikelyLate() {
        return late != null && late >= LIKELY;
    }

    /** True when it is more likely than not to miss the cut-off. */
    public boolean isLikelyMissed() {
        return miss != null && miss >= LIKELY;
    }
}
