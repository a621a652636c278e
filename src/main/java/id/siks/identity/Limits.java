package id.siks.identity;

import id.siks.identity.Limit.Allowance;
import id.siks.platform.BusinessTime;
import id.siks.platform.TooManyRequests;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Counts what somebody may do only so often and refuses the rest; who goes on all the same raises an alarm. */
@Service
public class Limits {

    private static final int REMEMBERED = 20_000;

    private final Alarms alarms;
    private final BusinessTime time;

    private final Map<Key, Meter> meters = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Meter> eldest) {
            return size() > REMEMBERED;
        }
    };

    Limits(Alarms alarms, BusinessTime time) {
        this.alarms = alarms;
        this.time = time;
    }

    /** Uses up one of the actor's times; {@link TooManyRequests} when none is left. */
    public void use(Limit limit, Actor actor) {
        use(new Key(limit, actor.accountId(), "-"));
    }

    /**
     * Uses up one time of whoever signed in; what a program asks for him is counted apart and named in the alarm.
     * {@link TooManyRequests} when none is left.
     */
    void use(Limit limit, AccountLogin login) {
        use(new Key(limit, login.accountId(), login.program().orElse("-")));
    }

    /** Uses up one time of somebody unknown who comes from {@code origin}; {@link TooManyRequests} when none is left. */
    void use(Limit limit, String origin) {
        use(new Key(limit, null, origin));
    }

    /** Refuses when nothing is left, without using anything up; the refused attempt counts towards the alarm. */
    void check(Limit limit, String origin) {
        Key key = new Key(limit, null, origin);
        Duration wait = meter(key).left();
        if (wait != null) {
            attempted(key);
            throw new TooManyRequests(wait);
        }
    }

    private void use(Key key) {
        Duration wait = meter(key).take();
        attempted(key);
        if (wait != null) {
            throw new TooManyRequests(wait);
        }
    }

    private void attempted(Key key) {
        if (meter(key).attempted(time.now())) {
            alarms.raise(AlarmKind.LIMIT_EXCEEDED, key.limit().name(), key.account(), key.origin());
        }
    }

    private Meter meter(Key key) {
        synchronized (meters) {
            return meters.computeIfAbsent(key, k -> new Meter(k.limit()));
        }
    }

    private record Key(Limit limit, Long account, String origin) {}

    /** The bucket of one person for one limit, and how often he came within each allowance's time. */
    private static final class Meter {

        private final Bucket bucket;
        private final List<Attempts> attempts;

        Meter(Limit limit) {
            var building = Bucket.builder();
            for (Allowance allowance : limit.allowances()) {
                building.addLimit(
                        band -> band.capacity(allowance.times()).refillGreedy(allowance.times(), allowance.per()));
            }
            bucket = building.build();
            attempts = limit.allowances().stream().map(Attempts::new).toList();
        }

        /** Takes one; how long to wait when there is none, else null. */
        Duration take() {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            return probe.isConsumed() ? null : pause(probe.getNanosToWaitForRefill());
        }

        /** How long to wait when nothing is left, else null. */
        Duration left() {
            var probe = bucket.estimateAbilityToConsume(1);
            return probe.canBeConsumed() ? null : pause(probe.getNanosToWaitForRefill());
        }

        /** Counts an attempt, granted or not; true when it is the one that makes it thrice what is allowed. */
        synchronized boolean attempted(Instant now) {
            return attempts.stream().filter(a -> a.reachThreefold(now)).count() > 0;
        }

        private static Duration pause(long nanos) {
            return Duration.ofSeconds(Duration.ofNanos(nanos).toSeconds() + 1);
        }
    }

    /** Attempts since the allowance's time began anew. */
    private static final class Attempts {

        private final Allowance allowance;
        private Instant since = Instant.EPOCH;
        private long count;

        Attempts(Allowance allowance) {
            this.allowance = allowance;
        }

        boolean reachThreefold(Instant now) {
            if (!now.isBefore(since.plus(allowance.per()))) {
                since = now;
                count = 0;
            }
            count++;
            return count == 3 * allowance.times();
        }
    }
}
