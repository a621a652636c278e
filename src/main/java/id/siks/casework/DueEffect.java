package id.siks.casework;

import id.siks.area.AreaCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change of the calendar does to open tasks.
 *
 * @param byDays by how many days due dates move (earlier is negative, 0 is within the day) to how many tasks do
 * @param kept how many have a date that no calendar moves: set by hand, or a cut-off
 * @param examples some of those that move
 * @param every one in so many tasks was looked at; unless it is 1, the numbers are estimates
 */
record DueEffect(SortedMap<Long, Integer> byDays, int kept, List<Example> examples, int every) {

    /** An estimate has no more digits than can be relied on. */
    private static final MathContext ABOUT = new MathContext(2, RoundingMode.HALF_UP);

    /** How many tasks get another due date. */
    public int moved() {
        return byDays.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean isEstimate() {
        return every > 1;
    }

    /** The same of all tasks when these are one in {@code many} of them. */
    DueEffect ofAll(int many) {
        if (many == 1) {
            return this;
        }
        SortedMap<Long, Integer> all = new TreeMap<>();
        byDays.forEach((days, n) -> all.put(days, about(n, many)));
        return new DueEffect(all, about(kept, many), examples, many);
    }

    private static int about(int n, int many) {
        return BigDecimal.valueOf((long) n * many).round(ABOUT).intValueExact();
    }

    record Example(CaseRef ref, String titleKey, AreaCode area, Instant before, Instant after) {}
}
