package id.siks.identity;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * One asks the login server for all, and what failed is not tried again for some seconds, so that a server that hangs does not
 * hold everybody who wants to come in (requirement 29).
 */
final class OneAsksForAll {

    /** How long the others wait for the one who asks. */
    static final Duration POLITE = Duration.ofSeconds(1);

    /** How long nobody asks again after a failure. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final Duration pause;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Failure failure;

    /** One that asks again {@code pause} after a failure. */
    OneAsksForAll(Duration pause) {
        this.pause = pause;
    }

    /**
     * The answer to {@code question}; {@link AuthenticationServiceException} when it fails, failed a moment ago, or somebody else
     * is still waiting for his answer.
     *
     * @param question looks first whether somebody before has got the answer already
     */
    <T> T ask(Supplier<T> question) {
        refuseSoonAfterAFailure();
        if (!isMyTurn()) {
            throw new AuthenticationServiceException("the login server does not answer whoever asks it");
        }
        try {
            refuseSoonAfterAFailure();
            return question.get();
        } catch (AuthenticationServiceException known) {
            throw known;
        } catch (RuntimeException unreachable) {
            failure = new Failure(unreachable, System.nanoTime());
            throw failure.again();
        } finally {
            asking.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return asking.tryLock(POLITE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refuseSoonAfterAFailure() {
        Failure last = failure;
        if (last != null && System.nanoTime() - last.at() < pause.toNanos()) {
            throw last.again();
        }
    }

    private record Failure(RuntimeException cause, long at) {

        AuthenticationServiceException again() {
            return new AuthenticationServiceException("the login server cannot be asked: " + cause.getMessage(), cause);
        }
    }
}
