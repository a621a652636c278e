package id.siks.processadmin.migration;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Cases of one version are to follow another.
 *
 * @param id running number
 * @param choice which steps take the place of which, and which branches are begun
 * @param reason why, as its planner says it
 * @param plannedBy account
 * @param begunBy account of the second person, or null
 * @param endedAt null while it is under way
 */
record Migration(
        long id,
        String key,
        int source,
        int target,
        State state,
        String reason,
        long plannedBy,
        Instant plannedAt,
        Long begunBy,
        Instant begunAt,
        Instant endedAt,
        Choice choice) {

    /** Planned, then running or paused, then done; or dropped before. */
    enum State {
        PLANNED,
        RUNNING,
        PAUSED,
        DONE,
        DROPPED;

        /** True when nothing more happens. */
        boolean isOver() {
            return this == DONE || this == DROPPED;
        }
    }

    /** Steps of the source and their places in the target. */
    public Map<String, String> steps() {
        return choice.steps();
    }

    /** Process and versions, as people are told of it. */
    String words() {
        return "%s %d → %d".formatted(key, source, target);
    }

    /** Accounts of whoever planned and began it; null for nobody yet. */
    Stream<Long> hands() {
        return Stream.of(plannedBy, begunBy);
    }

    /** True when cases have been or may be moved by it. */
    public boolean hasBegun() {
        return begunAt != null;
    }
}
