package id.siks.worklist.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.siks.identity.Actor;
import java.sql.Timestamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** However much is due, one look of the clock sends a bounded number, and who waits for a code before his screen gets it. */
class MailClockTests extends OutboxTest {

    private static final int ONE_LOOK = MailClock.HANDS * MailRound.TURNS * MailRound.MOST;
    private static final int LEFT = 100;

    private MailClock clock;

    @BeforeEach
    void aClockOfItsOwn() {
        clock = new MailClock(new MailRound(outbox, rows, noticePost, settings, times, writer, postOffice, time));
    }

    @AfterEach
    void itStops() throws InterruptedException {
        clock.stop();
        db.update("delete from worklist.delivery where account_id < 0");
    }

    @Test
    void aLookSendsSomeAndTheNextTheRestAndACodeGoesOutBeforeThem() {
        Actor waiting = people.operator(VILLAGE);
        emails.claim(waiting, addressOf(waiting));
        flood(ONE_LOOK + LEFT);
        outbox.sendCode(waiting);

        clock.tick();
        await().until(() -> mailsOf(waiting).size() == 1);
        // The code was one of those that were sent.
        await().until(() -> left() == LEFT + 1);
        assertThat(postbox.getReceivedMessages())
                .as("no other mail had anything to say")
                .isNotEmpty();

        await().until(() -> {
            clock.tick();
            return left() == 0;
        });
    }

    @Test
    void whatever_stops_a_round_is_told_and_the_next_look_begins_another() throws InterruptedException {
        Logger log = (Logger) LoggerFactory.getLogger(MailClock.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        log.addAppender(told);
        MailRound failing = mock(MailRound.class);
        doThrow(new StackOverflowError("uji")).when(failing).run();
        MailClock other = new MailClock(failing);
        try {
            for (int look = 1; look <= 2; look++) {
                int all = look * MailClock.HANDS;
                await().until(() -> {
                    other.tick();
                    return told.list.size() >= all;
                });
            }
        } finally {
            other.stop();
            log.detachAppender(told);
        }
    }

    /** Mails that are due; they have nothing to say, which is found out as late as for any other. */
    private void flood(int count) {
        db.update(
                """
                insert into worklist.delivery (account_id, kind, state, message_id, urgent, due_at, created_at, changed_at)
                select -n, 'NOTICES', 'WAITING', gen_random_uuid() || '@uji.example', false, at, at, at
                from generate_series(1, ?) n, cast(? as timestamptz) at""",
                count,
                Timestamp.from(time.now()));
    }

    private int left() {
        return db.queryForObject(
                "select count(*) from worklist.delivery where account_id < 0 and state in ('WAITING', 'SENDING')",
                Integer.class);
    }
}
