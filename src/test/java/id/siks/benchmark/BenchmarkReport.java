package id.siks.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the rows of the benchmark, says each as one line, and writes all of them to {@code target/benchmark.json}. */
final class BenchmarkReport {

    private static final Logger LOG = LoggerFactory.getLogger(BenchmarkReport.class);

    private final List<Line> lines = new ArrayList<>();

    /** One row: rates per second of ours and of what it is compared with, and the least ratio wanted. */
    void add(String row, String what, double ours, double theirs, String unit, double target) {
        add(row, what, ours, theirs, unit, ours / theirs, target);
    }

    /** One row: what something took, and what it may take. */
    void addAtMost(String row, String what, double taken, double most, String unit) {
        add(row, what, taken, most, unit, most / taken, 1);
    }

    private void add(String row, String what, double value, double baseline, String unit, double ratio, double target) {
        Line line = new Line(row, what, value, baseline, unit, ratio, target, ratio >= target ? "met" : "short");
        lines.add(line);
        LOG.info(
                "{}",
                String.format(
                        Locale.ROOT,
                        "%s | %.1f %s | %.1f %s | %.2f | >= %.2f | %s",
                        row,
                        value,
                        unit,
                        baseline,
                        unit,
                        ratio,
                        target,
                        line.verdict()));
    }

    void write() throws IOException {
        Path file = Path.of("target/benchmark.json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(Files.newBufferedWriter(file), lines);
    }

    private record Line(
            String row,
            String what,
            double value,
            double baseline,
            String unit,
            double ratio,
            double target,
            String verdict) {}
}
