package id.siks.register;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks the civil registry about several persons at once and never waits long: a job must end before its lock does. */
@Component
class RegistryDesk implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int AT_ONCE = 8;

    private final CivilRegistry registry;
    private final ExecutorService clerks = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread clerk = new Thread(work, "civil-registry");
        clerk.setDaemon(true);
        return clerk;
    });

    RegistryDesk(CivilRegistry registry) {
        this.registry = registry;
    }

    /** Every question's answer under its key, or {@link RegistryUnavailable} when one is missing. */
    <K> Map<K, CivilRegistry.Answer> askAll(Map<K, CivilRegistry.Question> questions) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<K, Future<CivilRegistry.Answer>> asked = new HashMap<>();
        questions.forEach((key, question) -> asked.put(key, clerks.submit(() -> registry.ask(question))));
        try {
            Map<K, CivilRegistry.Answer> answers = new HashMap<>();
            for (Map.Entry<K, Future<CivilRegistry.Answer>> one : asked.entrySet()) {
                answers.put(one.getKey(), answer(one.getValue(), end - System.nanoTime()));
            }
            return answers;
        } finally {
            asked.values().forEach(answer -> answer.cancel(true));
        }
    }

    private static CivilRegistry.Answer answer(Future<CivilRegistry.Answer> asked, long nanosLeft) {
        try {
            return asked.get(Math.max(0, nanosLeft), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new RegistryUnavailable("no answer in time");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RegistryUnavailable down) {
                throw down;
            }
            throw new IllegalStateException("The civil registry's adapter failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailable("stopped while waiting");
        }
    }

    @Override
    public void destroy() {
        clerks.shutdownNow();
    }
}
