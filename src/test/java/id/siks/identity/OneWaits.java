package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Many want something of a login server that hangs: one waits for its answer, and the others are turned away meanwhile. */
final class OneWaits {

    private static final int OTHERS = 5;

    private OneWaits() {}

    /** Fails unless one alone asked for {@code path}, and was still waiting when the others had been turned away. */
    static void whileItHangs(FakeIssuer issuer, String path, TurnedAway person) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(1 + OTHERS);
        try {
            Future<?> one = comes(person, threads);
            Awaitility.await().until(() -> issuer.asked(path) > 0);
            List<? extends Future<?>> others =
                    Stream.generate(() -> comes(person, threads)).limit(OTHERS).toList();
            for (Future<?> other : others) {
                other.get();
            }
            assertThat(one.isDone()).as("the one who asked is done").isFalse();
            issuer.breaks(path);
            one.get();
            assertThat(issuer.asked(path)).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Future<?> comes(TurnedAway person, ExecutorService threads) {
        return threads.submit(() -> {
            person.comes();
            return null;
        });
    }

    /** Somebody comes and asserts that he is turned away. */
    interface TurnedAway {

        void comes() throws Exception;
    }
}
