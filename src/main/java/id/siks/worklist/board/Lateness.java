package id.siks.worklist.board;

import id.siks.worklist.model.BoardSums.Open;
import id.siks.worklist.row.Due;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How much is open and how much of it is late.
 *
 * @param open items open
 * @param late items after their due date
 * @param oldest days of the calendar the latest one is over its due date, 0 when nothing is late
 * @param median days half of the late ones are over at least, 0 when nothing is late
 */
record Lateness(int open, int late, long oldest, long median) {

    /** Nothing is open. */
    static final Lateness NONE = new Lateness(0, 0, 0, 0);

    /** The lateness of open work at {@code now}, its days as the calendar in {@code zone} counts them. */
    static Lateness of(Collection<Open> lines, ZoneId zone, Instant now) {
        List<Open> late = lines.stream()
                .filter(line -> line.isLate(now))
                .sorted(Comparator.comparing(Open::dueAt))
                .toList();
        int count = count(late);
        return new Lateness(
                count(lines),
                count,
                late.isEmpty() ? 0 : Due.daysOver(late.get(0).dueAt(), zone, now),
                late.isEmpty() ? 0 : Due.daysOver(middle(late, count).dueAt(), zone, now));
    }

    private static int count(Collection<Open> lines) {
        return lines.stream().mapToInt(Open::n).sum();
    }

    private static Open middle(List<Open> oldestFirst, int count) {
        int before = 0;
        for (Open line : oldestFirst) {
            before += line.n();
            if (2 * before >= count) {
                return line;
            }
        }
        throw new IllegalStateException("Less late items than counted");
    }
}
