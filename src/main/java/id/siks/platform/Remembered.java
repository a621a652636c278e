package id.siks.platform;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * An answer that counts for a while: whoever wants it meanwhile need not ask again. Many may want it at once, and then some of
 * them ask as well; none waits for another.
 *
 * @param <T> the answer, never null
 */
public final class Remembered<T> {

    private final long nanos;
    private final Supplier<T> question;
    private volatile Known<T> known;

    /** The answer to {@code question}, which counts for so long since it was asked. */
    public Remembered(Duration time, Supplier<T> question) {
        this.nanos = time.toNanos();
        this.question = question;
    }

    /** The answer, at most as old as it may be. */
    public T get() {
        Known<T> last = known;
        return last != null && System.nanoTime() - last.asked <= nanos ? last.answer : anew();
    }

    /** The answer of this moment. */
    public T anew() {
        Known<T> now = new Known<>(System.nanoTime(), question.get());
        known = now;
        return now.answer;
    }

    private record Known<T>(long asked, T answer) {}
}
