package id.siks.identity;

import id.siks.platform.BusinessTime;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces leaves that begin and end, each once: the mark is set in the transaction in which the rooms above pass the work
 * on. What a deputy may do needs no announcement, it is compared with the clock.
 */
@Component
class LeaveHandover {

    private static final Logger LOG = LoggerFactory.getLogger(LeaveHandover.class);

    private final LeaveRows rows;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    LeaveHandover(
            LeaveRows rows,
            ApplicationEventPublisher events,
            BusinessTime time,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.events = events;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Every minute; runs twice without harm. A leave that fails is logged and tried again, the others go on. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void passOn() {
        each(rows.over(time.now()), this::handBack);
        each(rows.begun(time.now()), this::handOver);
    }

    /** Announces the leave when it has begun and was not announced yet. */
    void handOver(long leaveId) {
        transaction.executeWithoutResult(status -> {
            Instant now = time.now();
            rows.takeBegun(leaveId, now)
                    .ifPresent(l -> events.publishEvent(new LeaveStarted(l.absent(), l.deputy(), now)));
        });
    }

    /** Announces the end of the leave when it is over and was not announced yet. */
    void handBack(long leaveId) {
        transaction.executeWithoutResult(status -> {
            Instant now = time.now();
            rows.takeOver(leaveId, now)
                    .ifPresent(l -> events.publishEvent(new LeaveEnded(l.absent(), l.deputy(), now)));
        });
    }

    private static void each(List<Long> leaves, LongConsumer deed) {
        for (long leave : leaves) {
            try {
                deed.accept(leave);
            } catch (RuntimeException failed) {
                LOG.error("The work of leave {} could not be passed on", leave, failed);
            }
        }
    }
}
