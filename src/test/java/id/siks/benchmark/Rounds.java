package id.siks.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Several rounds of the same work, of which the middle one counts. */
final class Rounds {

    private final List<Double> rates = new ArrayList<>();

    /** Times one round. */
    void time(int items, Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        rates.add(items * 1e9 / (System.nanoTime() - begin));
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
