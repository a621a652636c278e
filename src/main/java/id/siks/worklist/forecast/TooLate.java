package id.siks.worklist.forecast;

import id.siks.area.AreaCode;
import id.siks.casework.CaseStatus;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cases come too late for the list at the end of their road: those whose steps left take longer than there is time,
 * and all of a village that has closed its list already.
 *
 * @param slow statuses from which a case comes too late wherever it stands
 * @param closed villages whose list takes no more cases
 */
record TooLate(Set<CaseStatus> slow, Set<AreaCode> closed) {

    /** At the present pace, each step taking as long as it typically does. */
    static TooLate atPace(Road road, Duration time, History history, Set<AreaCode> closed) {
        return new TooLate(
                road.statuses().stream()
                        .filter(status -> history.typical(road.left(status)).compareTo(time) > 0)
                        .collect(Collectors.toSet()),
                closed);
    }

    boolean is(AreaCode village, CaseStatus status) {
        return slow.contains(status) || closed.contains(village);
    }
}
