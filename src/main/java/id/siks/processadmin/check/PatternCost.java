package id.siks.processadmin.check;

/**
 * What matching a part of a regular expression may cost.
 *
 * @param ways in how many ways it can be tried from one place of a text, apart from its long repetitions; no more than one over
 *     what is bearable is counted
 * @param longRepeats how many long repetitions stand one behind the other in it
 * @param shortest letters of the shortest text it takes
 */
record PatternCost(int ways, int longRepeats, int shortest) {

    private static final int MOST_WAYS = 1000;
    // What may stand from two to sixty times is no better than what may stand for ever when there are two of it.
    private static final int LONG_REPEAT = 32;

    /** That of nothing. */
    static final PatternCost NOTHING = new PatternCost(1, 0, 0);

    /** That of one letter that may stand from {@code least} to {@code most} times. */
    static PatternCost repeated(int least, int most) {
        return most - least > LONG_REPEAT
                ? new PatternCost(1, 1, least)
                : new PatternCost(1 + Math.max(0, most - least), 0, least);
    }

    /** That of this and {@code next} behind it. */
    PatternCost then(PatternCost next) {
        return new PatternCost(capped(ways * next.ways), longRepeats + next.longRepeats, shortest + next.shortest);
    }

    /** That of this or {@code other} in its place. */
    PatternCost or(PatternCost other) {
        return new PatternCost(
                capped(ways + other.ways),
                Math.max(longRepeats, other.longRepeats),
                Math.min(shortest, other.shortest));
    }

    /** True when an answer as long as any form takes is judged at once: no more than one long repetition, and few ways. */
    boolean isBearable() {
        return ways <= MOST_WAYS && longRepeats <= 1;
    }

    private static int capped(int ways) {
        return Math.min(ways, MOST_WAYS + 1);
    }
}
