package id.siks.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.joda.time.DateTimeUtils;
import org.springframework.stereotype.Component;

/**
 * The one clock of the house, in UTC. The sample and the tests may move it; the engine's clock moves with it, so that
 * timers, due dates and our own rows never disagree about what time it is.
 */
@Component
public class BusinessTime extends Clock {

    private final ThreadLocal<Duration> apart = new ThreadLocal<>();
    private volatile Duration offset = Duration.ZERO;

    /** The current moment. */
    public Instant now() {
        return at(Instant.now(Clock.systemUTC()));
    }

    /** What time it is in the house when it is {@code real} outside; they differ only where somebody has moved the house's. */
    public Instant at(Instant real) {
        return real.plus(offset());
    }

    private Duration offset() {
        Duration own = apart.get();
        return own == null ? offset : own;
    }

    /** Today as people in {@code zone} read it from the wall. */
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }

    /** Makes {@code moment} the present; time goes on from there. */
    public void moveTo(Instant moment) {
        Duration moved = Duration.between(Instant.now(Clock.systemUTC()), moment);
        if (apart.get() == null) {
            offset = moved;
        } else {
            apart.set(moved);
        }
        leadEngine();
    }

    /** Does {@code work} in a time of its own: where it moves to, only the calling thread goes. */
    public void apart(Runnable work) {
        apart.set(offset);
        try {
            work.run();
        } finally {
            apart.remove();
        }
    }

    /** Back to the real present. */
    public void release() {
        offset = Duration.ZERO;
        ClockUtil.reset();
    }

    // The engine's clock is one for all threads, so it must ask each time in which of our times it is asked.
    private void leadEngine() {
        DateTimeUtils.setCurrentMillisProvider(() -> now().toEpochMilli());
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset());
    }
}
