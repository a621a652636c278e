package id.siks.worklist.board;

import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.platform.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/**
 * How much waits for nobody, as the offices above a regency are told it beside their lists: kept for a moment. A province
 * has thousands of posts, and each of its open lists asks whenever something changed.
 */
@Component
class WideCounts {

    static final Duration MEMORY = Duration.ofSeconds(15);

    private final BusinessTime time;
    private final Map<Asked, Integer> counts = new ConcurrentHashMap<>();
    private volatile Instant readAt = Instant.EPOCH;

    WideCounts(BusinessTime time) {
        this.time = time;
    }

    /** What was counted for the actor a moment ago; {@code count} when that is too long ago, or his duties changed. */
    int of(Actor actor, IntSupplier count) {
        Instant now = time.now();
        if (Duration.between(readAt, now).abs().compareTo(MEMORY) > 0) {
            counts.clear();
            readAt = now;
        }
        return counts.computeIfAbsent(new Asked(actor.accountId(), actor.assignments()), asked -> count.getAsInt());
    }

    private record Asked(long account, List<Assignment> duties) {}
}
