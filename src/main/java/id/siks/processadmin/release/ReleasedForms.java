package id.siks.processadmin.release;

import id.siks.platform.BusinessTime;
import id.siks.platform.forms.FormSource;
import id.siks.processadmin.check.ModelKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The forms in force, as pages show and check them. A form that is released is taken up within a second. */
@Component
class ReleasedForms implements FormSource {

    private static final Duration MEMORY = Duration.ofSeconds(1);

    private final ReleaseRows rows;
    private final BusinessTime time;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ReleasedForms(ReleaseRows rows, BusinessTime time) {
        this.rows = rows;
        this.time = time;
    }

    private record Known(Optional<byte[]> content, Instant asked) {}

    @Override
    public Optional<byte[]> find(String task) {
        Instant now = time.now();
        return known.compute(
                        task,
                        (key, was) -> was != null
                                        && Duration.between(was.asked, now)
                                                        .abs()
                                                        .compareTo(MEMORY)
                                                < 0
                                ? was
                                : new Known(read(key), now))
                .content;
    }

    private Optional<byte[]> read(String task) {
        return rows.inForce(ModelKind.FORM, task)
                .map(release -> release.content().getBytes(StandardCharsets.UTF_8));
    }
}
