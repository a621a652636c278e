package id.siks.sample;

import id.siks.finalization.Periods;
import id.siks.platform.Message;
import id.siks.platform.Preparation;
import id.siks.sample.SampleProgress.Part;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the sample once, on an empty house; the large one also later, on top of the small one. Its people are there before
 * the first visitor, everything else is made while visitors look around. A house that holds anything else is left as it is.
 */
@Component
class SampleRegency implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SampleRegency.class);

    /** Before the web server, so that the first visitor finds somebody to log in as. */
    private static final int BEFORE_VISITORS = WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 4096;

    /** A step begun is finished when the application closes; it takes a few seconds at most. */
    private static final Duration LAST_STEP = Duration.ofSeconds(12);

    private static final int MADE = 1;

    private final Size size;
    private final SampleProgress progress;
    private final SamplePeople people;
    private final Periods periods;
    private final SmallSample small;
    private final LargeSample large;
    private final Preparation preparation;
    private volatile Thread maker;
    private volatile boolean running;

    SampleRegency(
            @Value("${siks.sample:none}") Size size,
            SampleProgress progress,
            SamplePeople people,
            Periods periods,
            SmallSample small,
            LargeSample large,
            Preparation preparation) {
        this.size = size;
        this.progress = progress;
        this.people = people;
        this.periods = periods;
        this.small = small;
        this.large = large;
        this.preparation = preparation;
    }

    @Override
    public void start() {
        running = true;
        if (size == Size.NONE || !isOurs()) {
            return;
        }
        people.enrol();
        if (!isMade()) {
            progress.reached(Part.SMALL, 0);
            preparation.begin();
            preparation.tell(small.howFar());
        }
    }

    private boolean isOurs() {
        return progress.of(Part.SMALL).isPresent()
                || periods.currentFor(SamplePeople.REGENCY).isEmpty();
    }

    private boolean isMade() {
        return progress.of(Part.SMALL).orElse(0) == MADE;
    }

    @EventListener(ApplicationReadyEvent.class)
    void visitorsMayCome() {
        if (size != Size.NONE && progress.of(Part.SMALL).isPresent()) {
            maker = new Thread(this::make, "sample");
            maker.start();
        }
    }

    private void make() {
        try {
            makeSmall();
            preparation.conclude(null);
            preparation.end();
            if (size == Size.REGENCY && isMade() && !preparation.isClosing()) {
                timed("Large sample", large::make);
                preparation.conclude(null);
            }
        } catch (RuntimeException | Error e) {
            if (preparation.isClosing()) {
                LOG.info("The sample was interrupted by the end of the application: {}", e.getMessage());
            } else {
                LOG.error("The sample could not be made; what there is can be used", e);
                preparation.conclude(Message.of("sample.failed"));
            }
        } finally {
            preparation.end();
        }
    }

    private void makeSmall() {
        if (isMade()) {
            return;
        }
        timed("Sample regency", small::make);
        if (!preparation.isClosing()) {
            progress.reached(Part.SMALL, MADE);
        }
    }

    private void timed(String what, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        LOG.info(
                "{} {} {} s",
                what,
                preparation.isClosing() ? "goes on at the next start, left after" : "made in",
                seconds);
    }

    @Override
    public void stop() {
        Thread working = maker;
        try {
            if (working != null) {
                working.join(LAST_STEP.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
