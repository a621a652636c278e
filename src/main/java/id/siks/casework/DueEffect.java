package id.siks.casework;

import id.siks.area.AreaCode;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What a change of the calendar does to open tasks.
 *
 * @param byDays by how many days due dates move (earlier is negative, 0 is within the day) to how many tasks do
 * @param kept how many have a date that no calendar moves: set by hand, or a cut-off
 * @param examples some of those that move
 */
record DueEffect(SortedMap<Long, Integer> byDays, int kept, List<Example> examples) {

    /** How many tasks get another due date. */
    public int moved() {
        return byDays.values().stream().mapToInt(Integer::intValue).sum();
    }

    record Example(CaseRef ref, String titleKey, AreaCode area, Instant before, Instant after) {}
}
