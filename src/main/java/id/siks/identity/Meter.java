package id.siks.identity;

import id.siks.identity.Limit.Allowance;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The bucket of one person for one limit, and how often he came within each allowance's time. */
final class Meter {

    private final Bucket bucket;
    private final long most;
    private final List<Attempts> attempts;

    Meter(Limit limit) {
        var building = Bucket.builder();
        for (Allowance allowance : limit.allowances()) {
            building.addLimit(
                    band -> band.capacity(allowance.times()).refillGreedy(allowance.times(), allowance.per()));
        }
        bucket = building.build();
        most = limit.most();
        attempts = limit.allowances().stream().map(Attempts::new).toList();
    }

    /**
     * Takes all of {@code times} or none, and no more than fit in the bucket, else nobody could ever take so many; how long to
     * wait when there are not enough, else null.
     */
    Duration take(int times) {
        var probe = bucket.tryConsumeAndReturnRemaining(Math.min(times, most));
        return probe.isConsumed() ? null : pause(probe.getNanosToWaitForRefill());
    }

    /** How long to wait when nothing is left, else null. */
    Duration left() {
        var probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? null : pause(probe.getNanosToWaitForRefill());
    }

    /** Counts attempts, granted or not; true when they are the ones that make it thrice what is allowed. */
    synchronized boolean attempted(int times, Instant now) {
        return attempts.stream().filter(a -> a.reachThreefold(times, now)).count() > 0;
    }

    private static Duration pause(long nanos) {
        return Duration.ofSeconds(Duration.ofNanos(nanos).toSeconds() + 1);
    }

    /** Attempts since the allowance's time began anew. */
    private static final class Attempts {

        private final Allowance allowance;
        private Instant since = Instant.EPOCH;
        private long count;

        Attempts(Allowance allowance) {
            this.allowance = allowance;
        }

        boolean reachThreefold(int times, Instant now) {
            if (!now.isBefore(since.plus(allowance.per()))) {
                since = now;
                count = 0;
            }
            long threefold = 3 * allowance.times();
            boolean below = count < threefold;
            count += times;
            return below && count >= threefold;
        }
    }
}
