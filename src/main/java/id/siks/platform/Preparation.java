package id.siks.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is done once while people may already look around, such as making a sample. While it lasts the engine's jobs rest
 * and whoever wants to change something waits; what it is about stands on every page.
 */
@Component
public class Preparation {

    private final List<Runnable> afterwards = new ArrayList<>();
    private volatile CountDownLatch lasting = new CountDownLatch(0);
    private volatile Message sentence;
    private volatile boolean lastWord;
    private volatile boolean closing;

    /** From now on jobs rest and changes wait. */
    public void begin() {
        lasting = new CountDownLatch(1);
    }

    /** Jobs and changes go on. Asked twice it changes nothing. */
    public synchronized void end() {
        lasting.countDown();
        if (!closing) {
            afterwards.forEach(Runnable::run);
        }
        afterwards.clear();
    }

    /** Puts {@code sentence} on every page, in place of the one before; another will follow. */
    public void tell(Message sentence) {
        lastWord = false;
        this.sentence = sentence;
    }

    /** Puts {@code sentence} on every page and nothing will follow; null when there is nothing left to say. */
    public void conclude(Message sentence) {
        lastWord = true;
        this.sentence = sentence;
    }

    /** True when {@link #sentence()} stays as it is. */
    public boolean hasConcluded() {
        return lastWord;
    }

    /** What people are told. */
    public Optional<Message> sentence() {
        return Optional.ofNullable(sentence);
    }

    /** True as soon as the application closes: whoever prepares stops where he can go on at the next start. */
    public boolean isClosing() {
        return closing;
    }

    /** Does {@code work} when nothing is being prepared: at once, or at the end; never when the application closes. */
    public synchronized void whenOver(Runnable work) {
        if (lasting.getCount() == 0) {
            work.run();
        } else {
            afterwards.add(work);
        }
    }

    /** Waits for the end, at most for {@code patience}; false when it did not come. */
    public boolean awaitEnd(Duration patience) {
        try {
            return lasting.await(patience.toMillis(), TimeUnit.MILLISECONDS) && !closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        // Whoever waits for the end would hold the application up.
        lasting.countDown();
    }
}
