package id.siks.worklist.mail;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has what is due sent, looking every ten seconds, by a few hands of its own: a slow mail server keeps nothing else waiting,
 * and one slow letter not the others. Each look has each free hand send a bounded number.
 */
@Component
class MailClock {

    private static final Logger LOG = LoggerFactory.getLogger(MailClock.class);
    private static final int LAST_MAIL_SECONDS = 30;

    // Each talks to the mail server on a line of its own; most servers take so many from one sender.
    static final int HANDS = 4;

    private final MailRound round;
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, work -> new Thread(work, "mail"));
    private final Semaphore idle = new Semaphore(HANDS);

    MailClock(MailRound round) {
        this.round = round;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void tick() {
        while (idle.tryAcquire()) {
            hands.execute(this::work);
        }
    }

    /** Lets the mail under way come to its end, so that nobody has to wonder what became of it. */
    @PreDestroy
    void stop() throws InterruptedException {
        round.end();
        hands.shutdown();
        if (!hands.awaitTermination(LAST_MAIL_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A mail was still under way at the end");
        }
    }

    private void work() {
        try {
            round.run();
        } catch (RuntimeException | Error failed) {
            LOG.error("Mails could not be sent", failed);
        } finally {
            idle.release();
        }
    }
}
