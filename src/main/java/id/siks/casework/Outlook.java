package id.siks.casework;

import java.time.Instant;

/**
 * What is foretold of a case, from what comparable work took lately.
 *
 * @param finish when its present work is expected to be done, or null when too little comparable is known
 * @param late how many in a hundred comparable ones would miss the due date, or null when that is not known or it
 *     has missed it
 * @param cutoff the cut-off of the list its present work comes before, or null when there is none
 * @param miss how many in a hundred comparable ones would miss that cut-off, or null
 * @param end when its list is expected to be determined, or null when it reaches no list that is planned
 */
public record Outlook(Instant finish, Integer late, Instant cutoff, Integer miss, Instant end) {

    /** A forecast rests on at least so many comparable pieces of work. */
    public static final int LEAST = 10;

    private static final int LIKELY = 50;

    /** How many comparable pieces of work it rests on at least. */
    public int least() {
        return LEAST;
    }

    /** True when it is more likely than not to miss its due date. */
    public boolean isLikelyLate() {
        return late != null && late >= LIKELY;
    }

    /** True when it is more likely than not to miss the cut-off. */
    public boolean isLikelyMissed() {
        return miss != null && miss >= LIKELY;
    }
}
