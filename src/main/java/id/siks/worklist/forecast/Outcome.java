package id.siks.worklist.forecast;

/**
 * What became of work of a class of risk.
 *
 * @param from least risk of the class in per cent; the class is 25 wide
 * @param n pieces of work that are done or late
 * @param late those that were late
 */
public record Outcome(int from, int n, int late) {

    /** Where the class ends. */
    public int to() {
        return from + 25;
    }

    /** How many in a hundred were late. */
    public int share() {
        return 100 * late / n;
    }
}
