package id.siks.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes away files that no row names: what a crash between file and row left behind. Runs at every start. */
@Component
class OrphanSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

    /** A younger file may belong to a transaction that has not ended. */
    private static final Duration YOUNG = Duration.ofHours(6);

    private static final int CHUNK = 1000;

    private final FileStore files;
    private final JdbcClient jdbc;

    OrphanSweep(FileStore files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        // Files carry the machine's time, so the machine's clock decides here and not the business clock.
        Instant now = InstantSource.system().instant();
        int erased = sweep(now.minus(YOUNG));
        if (erased > 0) {
            LOG.info("{} evidence files without a row were erased", erased);
        }
    }

    /** Erases unnamed files last changed before {@code moment}; tells how many. */
    int sweep(Instant moment) {
        List<String> old = files.olderThan(moment);
        int erased = 0;
        for (int from = 0; from < old.size(); from += CHUNK) {
            List<String> some = old.subList(from, Math.min(old.size(), from + CHUNK));
            Set<String> named = named(some);
            for (String name : some) {
                if (!named.contains(name)) {
                    files.erase(name);
                    erased++;
                }
            }
        }
        return erased;
    }

    private Set<String> named(List<String> names) {
        return new HashSet<>(jdbc.sql(
                        """
                        select file_name from evidence.attachment where file_name = any(:names)
                        union all select thumb_name from evidence.attachment where thumb_name = any(:names)
                        union all select file_name from evidence.certificate where file_name = any(:names)
                        """)
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
