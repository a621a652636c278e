package id.siks.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.test.web.servlet.MockMvc;

/** People who go on reading their pages, a page a second each, while something big is going on. */
final class BusyUsers implements AutoCloseable {

    private static final long THINKS_MILLIS = 1_000;

    private final MockMvc web;
    private final List<String> pages;
    private final ScheduledExecutorService people;
    private final ConcurrentLinkedQueue<Double> seconds = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch waiting = new CountDownLatch(0);
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    /** Each of {@code actors} sits down and begins. */
    BusyUsers(MockMvc web, List<Actor> actors, List<String> pages) {
        this.web = web;
        this.pages = pages;
        people = Executors.newScheduledThreadPool(actors.size());
        for (Actor actor : actors) {
            people.scheduleWithFixedDelay(
                    () -> read(actor),
                    ThreadLocalRandom.current().nextLong(THINKS_MILLIS),
                    THINKS_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void read(Actor actor) {
        String page = pages.get(ThreadLocalRandom.current().nextInt(pages.size()));
        long begin = System.nanoTime();
        try {
            read(web, page, actor);
            seconds.add((System.nanoTime() - begin) / 1e9);
            waiting.countDown();
        } catch (RuntimeException | AssertionError failure) {
            failures.add(failure);
        }
    }

    /** One page for one person. */
    static void read(MockMvc web, String page, Actor actor) {
        try {
            int status = web.perform(get(page).with(TestActors.with(actor)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(page).isEqualTo(200);
        } catch (Exception failure) {
            throw new IllegalStateException("No page " + page, failure);
        }
    }

    /** Comes back when another {@code many} pages were read. */
    void await(int many) throws InterruptedException {
        CountDownLatch read = new CountDownLatch(many);
        waiting = read;
        assertThat(read.await(5, TimeUnit.MINUTES)).isTrue();
    }

    /** Forgets what was read until now. */
    void startCounting() {
        seconds.clear();
    }

    /** Seconds within which 95 of 100 pages came. */
    double p95() {
        assertThat(failures).isEmpty();
        List<Double> sorted = new ArrayList<>(seconds);
        assertThat(sorted).isNotEmpty();
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
