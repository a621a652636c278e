package id.siks.worklist.model;

import id.siks.worklist.model.BoardSums.Pace;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The typical time of work done: half of it took less, half took more. */
public final class Typical {

    private Typical() {}

    /** The middle time of all; null when nothing was done. */
    public static Duration of(List<Pace> pace) {
        return line(pace).map(Pace::duration).orElse(null);
    }

    /** The line of the middle one of all; empty when nothing was done. */
    public static Optional<Pace> line(List<Pace> pace) {
        int all = pace.stream().mapToInt(Pace::n).sum();
        int before = 0;
        for (Pace line :
                pace.stream().sorted(Comparator.comparingInt(Pace::took)).toList()) {
            before += line.n();
            if (2 * before >= all) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
