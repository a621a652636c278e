package id.siks.sample;

import id.siks.finalization.Periods;
import id.siks.sample.SampleProgress.Part;
import java.time.Duration;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the sample once, on an empty house, before the first visitor is let in; the large one also later, on top of the
 * small one. A house that holds anything else is left as it is.
 */
@Component
class SampleRegency implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SampleRegency.class);

    /** Before the web server, so that nobody meets a clock that stands in the past. */
    private static final int BEFORE_VISITORS = WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 4096;

    private static final int MADE = 1;

    private final Size size;
    private final SampleProgress progress;
    private final Periods periods;
    private final SmallSample small;
    private final LargeSample large;
    private volatile boolean running;

    SampleRegency(
            @Value("${siks.sample:none}") Size size,
            SampleProgress progress,
            Periods periods,
            SmallSample small,
            LargeSample large) {
        this.size = size;
        this.progress = progress;
        this.periods = periods;
        this.small = small;
        this.large = large;
    }

    @Override
    public void start() {
        running = true;
        if (size != Size.NONE && smallOneIsThere() && size == Size.REGENCY) {
            timed("Large sample", large::make);
        }
    }

    private boolean smallOneIsThere() {
        if (progress.of(Part.SMALL).isEmpty()
                && periods.currentFor(SamplePeople.REGENCY).isEmpty()) {
            progress.reached(Part.SMALL, 0);
            timed("Sample regency", small::make);
            progress.reached(Part.SMALL, MADE);
        }
        OptionalInt made = progress.of(Part.SMALL);
        if (made.isPresent() && made.getAsInt() < MADE) {
            LOG.warn(
                    "The start that made the sample was interrupted and the sample is incomplete: to have a whole one, "
                            + "stop SIKS-NG, delete its data folder or empty its database, and start again");
        }
        return made.isPresent() && made.getAsInt() == MADE;
    }

    private static void timed(String what, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        LOG.info(
                "{} made in {} s",
                what,
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
