package id.siks.identity;

import id.siks.identity.LeaveDesk.Leave;
import id.siks.platform.BusinessTime;
import java.time.Instant;
import java.util.Optional;
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

    /** Every minute; runs twice without harm. A fault is logged and tried again. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void passOn() {
        try {
            handBackDue();
            handOverDue();
        } catch (RuntimeException failed) {
            LOG.error("Work of people on leave could not be passed on", failed);
        }
    }

    /** Leaves that have begun. */
    void handOverDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> begin(time.now())))) {
            LOG.debug("One leave began");
        }
    }

    /** Leaves that are over. */
    void handBackDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> finish(time.now())))) {
            LOG.debug("One leave ended");
        }
    }

    private boolean begin(Instant now) {
        Optional<Leave> leave = rows.takeBegun(now);
        leave.ifPresent(l -> events.publishEvent(new LeaveStarted(l.absent(), l.deputy(), now)));
        return leave.isPresent();
    }

    private boolean finish(Instant now) {
        Optional<Leave> leave = rows.takeOver(now);
        leave.ifPresent(l -> events.publishEvent(new LeaveEnded(l.absent(), l.deputy(), now)));
        return leave.isPresent();
    }
}
