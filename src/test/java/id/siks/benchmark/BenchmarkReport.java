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
        double ratio = ours / theirs;
        Line line = new Line(row, what, ours, theirs, unit, ratio, target, ratio >= target ? "met" : "short");
        lines.add(line);
        LOG.info(
                "{}",
                String.format(
                        Locale.ROOT,
                        "%s | %.1f %s | %.1f %s | %.2f | >= %.2f | %s",
                        row,
                        ours,
                        unit,
                        theirs,
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
