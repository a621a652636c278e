package id.siks.sample;

import id.siks.finalization.Periods;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes the sample once, on an empty house, before the first visitor is let in. */
@Component
class SampleRegency implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SampleRegency.class);

    /** Before the web server, so that nobody meets a clock that stands in the past. */
    private static final int BEFORE_VISITORS = WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 4096;

    private final Size size;
    private final Periods periods;
    private final SmallSample small;
    private final LargeSample large;
    private volatile boolean running;

    SampleRegency(@Value("${siks.sample:none}") Size size, Periods periods, SmallSample small, LargeSample large) {
        this.size = size;
        this.periods = periods;
        this.small = small;
        this.large = large;
    }

    @Override
    public void start() {
        running = true;
        if (size == Size.NONE || periods.currentFor(SamplePeople.REGENCY).isPresent()) {
            return;
        }
        long begun = System.nanoTime();
        small.make();
        if (size == Size.REGENCY) {
            large.make();
        }
        LOG.info(
                "Sample regency made in {} s",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_VISITORS;
    }

    /** How much of a sample. */
    enum Size {
        NONE,
        SMALL,
        REGENCY
    }
}
