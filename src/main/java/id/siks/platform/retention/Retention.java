package id.siks.platform.retention;

import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has old data erased every night, each kind by its room, and writes down what was erased. Every
 * node runs it; a chunk is erased by one node alone, and between two chunks whoever waits to hold a case comes first.
 */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int CHUNK = 500;

    private final List<Perishable> kinds;
    private final Holds holds;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Retention(
            List<Perishable> kinds,
            Holds holds,
            JdbcClient db,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.kinds = kinds;
        this.holds = holds;
        this.db = db;
        this.transactions = transactions;
        this.events = events;
        this.time = time;
    }

    /** Erases what is older than its rule allows; a kind that fails does not keep the others from being erased. */
    @Scheduled(cron = "0 15 20 * * *", zone = "UTC")
    void eraseOld() {
        for (Perishable kind : kinds) {
            try {
                eraseOld(kind);
            } catch (RuntimeException failed) {
                LOG.error("Old data of the kind {} could not be erased", kind.kind(), failed);
                events.publishEvent(new RetentionFailed(kind.kind()));
            }
        }
    }

    private void eraseOld(Perishable kind) {
        int days = db.sql("select keep_days from public.retention_rule where kind = :kind")
                .param("kind", kind.kind())
                .query(Integer.class)
                .single();
        Instant before = time.now().minus(Duration.ofDays(days));
        int erased;
        do {
            erased = transactions.execute(status -> eraseSome(kind, before));
        } while (erased == CHUNK);
    }

    private int eraseSome(Perishable kind, Instant before) {
        int erased = kind.erase(before, holds.heldUntilTheEnd(), CHUNK);
        if (erased > 0) {
            db.sql(
                            """
                            insert into public.destruction (at, kind, older_than, erased)
                            values (:at, :kind, :before, :erased)""")
                    .param("at", Timestamp.from(time.now()))
                    .param("kind", kind.kind())
                    .param("before", Timestamp.from(before))
                    .param("erased", erased)
                    .update();
        }
        return erased;
    }
}
