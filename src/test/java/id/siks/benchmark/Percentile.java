package id.siks.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** How long single looks take, of which all but the slowest twentieth are quick enough. */
final class Percentile {

    private Percentile() {}

    /** Milliseconds within which 95 of 100 looks were done; each of {@code whose} looks {@code rounds} times. */
    static <T> double p95(int rounds, List<T> whose, Consumer<T> look) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (T one : whose) {
                long begin = System.nanoTime();
                look.accept(one);
                times.add((System.nanoTime() - begin) / 1e6);
            }
        }
        Collections.sort(times);
        return times.get((int) Math.ceil(times.size() * 0.95) - 1);
    }
}
