package id.siks.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several rounds of the same work, of which the middle one counts. */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final List<Double> rates = new ArrayList<>();

    /** Times one round. Each is logged: where they lie far apart, something beside the work was measured. */
    void time(int items, Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        double rate = items * 1e9 / (System.nanoTime() - begin);
        LOG.info("Round of {}: {} a second", items, Math.round(rate));
        rates.add(rate);
    }

    /** Items per second in the middle round. */
    double median() {
        List<Double> sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** What a round does. */
    interface Work {
        void run() throws Exception;
    }
}
