package id.siks.worklist.mail;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has a round of mails sent every ten seconds, by a hand of its own: a slow mail server keeps nothing else waiting. */
@Component
class MailClock {

    private static final Logger LOG = LoggerFactory.getLogger(MailClock.class);
    private static final int LAST_MAIL_SECONDS = 30;

    private final MailRound round;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(work -> new Thread(work, "mail"));
    private final AtomicBoolean busy = new AtomicBoolean();

    MailClock(MailRound round) {
        this.round = round;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void tick() {
        if (busy.compareAndSet(false, true)) {
            hand.execute(this::work);
        }
    }

    /** Lets the mail under way come to its end, so that nobody has to wonder what became of it. */
    @PreDestroy
    void stop() throws InterruptedException {
        round.end();
        hand.shutdown();
        if (!hand.awaitTermination(LAST_MAIL_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A mail was still under way at the end");
        }
    }

    private void work() {
        try {
            round.run();
        } catch (RuntimeException failed) {
            LOG.error("Mails could not be sent", failed);
        } finally {
            busy.set(false);
        }
    }
}
