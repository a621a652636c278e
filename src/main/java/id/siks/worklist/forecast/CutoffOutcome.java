package id.siks.worklist.forecast;

/**
 * Which cases missed the cut-off before them, their village's or their regency's, held against what was foretold of them first in the period.
 *
 * @param late cases foretold to miss it
 * @param lateMissed those of them that did
 * @param timely cases foretold not to miss it
 * @param timelyMissed those of them that did
 */
public record CutoffOutcome(int late, int lateMissed, int timely, int timelyMissed) {

    /** How many cases anything was foretold of. */
    public int all() {
        return late + timely;
    }
}
