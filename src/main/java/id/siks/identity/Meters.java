package id.siks.identity;

import id.siks.identity.Limit.Allowance;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The meters of one limit and one kind of key. Whoever did not come for the longest time of the limit has all his times again,
 * so his meter is dropped and memory stays with those who come. Strangers can have as many addresses as they like: of them
 * only so many are kept, and beyond that the one that came longest ago is forgotten.
 *
 * @param <K> who is counted
 */
final class Meters<K> {

    /** Meters looked at per visit: more leave than come, so the full ones go sooner or later. */
    private static final int SWEPT = 3;

    private final Supplier<Meter> fresh;
    private final long rest;
    private final int most;
    private final LongSupplier nanos;
    private final Map<K, Kept> kept = new LinkedHashMap<>(256, 0.75f, true);

    /**
     * @param most how many are kept at the same time, whoever comes
     * @param nanos a clock as {@link System#nanoTime}
     */
    Meters(Limit limit, int most, LongSupplier nanos) {
        this.fresh = () -> new Meter(limit);
        this.rest = limit.allowances().stream()
                .map(Allowance::per)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .toNanos();
        this.most = most;
        this.nanos = nanos;
    }

    /** The meter of {@code key}; a full one when there was none. */
    synchronized Meter of(K key) {
        long now = nanos.getAsLong();
        Kept one = kept.computeIfAbsent(key, k -> new Kept(fresh.get()));
        one.touched = now;
        sweep(now);
        return one.meter;
    }

    /** The meter of {@code key} if it has one; asking makes none. */
    synchronized Optional<Meter> known(K key) {
        return Optional.ofNullable(kept.get(key)).map(one -> {
            one.touched = nanos.getAsLong();
            return one.meter;
        });
    }

    /** How many are kept. */
    synchronized int size() {
        return kept.size();
    }

    // The map is in the order of the visits, the one of now at its end.
    private void sweep(long now) {
        Iterator<Kept> eldest = kept.values().iterator();
        for (int i = 0; i < SWEPT && kept.size() > 1; i++) {
            if (now - eldest.next().touched < rest && kept.size() <= most) {
                return;
            }
            eldest.remove();
        }
    }

    /** A meter and when somebody last asked for it. */
    private static final class Kept {

        private final Meter meter;
        private long touched;

        Kept(Meter meter) {
            this.meter = meter;
        }
    }
}
