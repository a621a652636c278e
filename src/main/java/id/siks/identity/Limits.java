package id.siks.identity;

import id.siks.identity.Limit.Allowance;
import id.siks.platform.TooManyRequests;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Counts what somebody may do only so often and refuses the rest. */
@Service
public class Limits {

    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
    private static final int REMEMBERED = 20_000;

    private final Map<Key, Meter> meters = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Meter> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Uses up one of the actor's times; {@link TooManyRequests} when none is left. */
    public void use(Limit limit, Actor actor) {
        use(limit, "account " + actor.id());
    }

    /** Uses up one time of {@code who}, a key without personal data; {@link TooManyRequests} when none is left. */
    void use(Limit limit, String who) {
        Duration wait = meter(limit, who).use(limit, who);
        if (wait != null) {
            throw new TooManyRequests(wait);
        }
    }

    /** Refuses when nothing is left, without using anything up. */
    void check(Limit limit, String who) {
        Duration wait = meter(limit, who).peek();
        if (wait != null) {
            throw new TooManyRequests(wait);
        }
    }

    private Meter meter(Limit limit, String who) {
        synchronized (meters) {
            return meters.computeIfAbsent(new Key(limit, who), key -> new Meter(limit));
        }
    }

    private record Key(Limit limit, String who) {}

    /** The bucket of one person for one limit, and how often he was turned away since it was last open. */
    private static final class Meter {

        private final Bucket bucket;
        private final long alarmAfter;
        private long refused;

        Meter(Limit limit) {
            var building = Bucket.builder();
            for (Allowance allowance : limit.allowances()) {
                building.addLimit(
                        band -> band.capacity(allowance.times()).refillGreedy(allowance.times(), allowance.per()));
            }
            bucket = building.build();
            alarmAfter = 2 * limit.allowances().get(0).times();
        }

        synchronized Duration use(Limit limit, String who) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                refused = 0;
                return null;
            }
            refused++;
            if (refused == alarmAfter) {
                LOG.error("ALARM limit {} exceeded threefold by {}", limit, who);
            }
            return pause(probe.getNanosToWaitForRefill());
        }

        Duration peek() {
            var probe = bucket.estimateAbilityToConsume(1);
            return probe.canBeConsumed() ? null : pause(probe.getNanosToWaitForRefill());
        }

        private static Duration pause(long nanos) {
            return Duration.ofSeconds(Duration.ofNanos(nanos).toSeconds() + 1);
        }
    }
}
