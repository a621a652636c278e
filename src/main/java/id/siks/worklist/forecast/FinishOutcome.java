package id.siks.worklist.forecast;

import java.util.Map;
import java.util.function.IntPredicate;

/**
 * How far from what was foretold work was done.
 *
 * @param n pieces of work whose foretold finish has passed
 * @param half days: half of them were off less than this; 0 when there are none
 * @param later those done a day or more after it, or still not done a day or more after it
 * @param sooner those done a day or more before it
 */
public record FinishOutcome(int n, int half, int later, int sooner) {

    /** From how many were off by how many whole days, negative when done sooner. */
    static FinishOutcome of(Map<Integer, Integer> byDays) {
        int all = count(byDays, days -> true);
        int half = all == 0 ? 0 : 1;
        while (2 * count(byDays, closerThan(half)) < all) {
            half++;
        }
        return new FinishOutcome(all, half, count(byDays, days -> days > 0), count(byDays, days -> days < 0));
    }

    private static IntPredicate closerThan(int days) {
        return off -> Math.abs(off) < days;
    }

    private static int count(Map<Integer, Integer> byDays, IntPredicate counts) {
        return byDays.entrySet().stream()
                .filter(line -> counts.test(line.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
