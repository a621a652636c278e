package id.siks.worklist.mail;

import id.siks.platform.BusinessTime;
import id.siks.platform.mail.Letter;
import id.siks.platform.mail.PostOffice;
import id.siks.platform.mail.Posted;
import id.siks.worklist.mail.Delivery.Cause;
import id.siks.worklist.mail.Delivery.Kind;
import id.siks.worklist.notice.DeliveryState;
import id.siks.worklist.notice.NoticePost;
import id.siks.worklist.notice.NoticeSettingRows;
import id.siks.worklist.notice.Unmailed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Sends the mails that are due, any number of servers at a time.
 *
 * <p><b>Exactly once, as far as mail allows.</b> A mail is claimed by one statement that commits before anything is said to
 * the mail server ({@code SENDING}); nobody else can claim it. The server's answer is written down afterwards. Whatever the
 * server answers, and whatever fails before the letter itself is under way, is certain: the mail is sent, refused, or waits
 * for its next try under the same Message-ID. Only between the last byte and the server's answer nobody can know, and
 * neither can whoever finds a mail in hand of an application that was killed. Such a mail becomes {@code UNSURE} and is
 * <em>not</em> sent again by itself: what it says stands in the product in any case, so a lost mail loses nothing, while a
 * second one would tell a thing twice. Administrators see it and may have it sent again, under the same Message-ID, by
 * which mail programs recognise it, or take it for sent.
 */
@Component
class MailRound {

    /** Mails sent in one turn, before new notices are thought of again. */
    static final int MOST = 50;

    /** Turns of one round. What is left waits for the next, which looks first for what was in the hand of the dead. */
    static final int TURNS = 10;

    /** Whoever has a mail in hand for so long has been killed: the longest conversation is far shorter. */
    static final Duration IN_HAND = Duration.ofMinutes(10);

    /** How long to wait after the first, the second … failed try; after the last there is none. */
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    private final Outbox outbox;
    private final DeliveryRows rows;
    private final NoticePost post;
    private final NoticeSettingRows settings;
    private final DueTimes times;
    private final MailWriter writer;
    private final PostOffice office;
    private final BusinessTime time;
    private volatile boolean ending;

    MailRound(
            Outbox outbox,
            DeliveryRows rows,
            NoticePost post,
            NoticeSettingRows settings,
            DueTimes times,
            MailWriter writer,
            PostOffice office,
            BusinessTime time) {
        this.outbox = outbox;
        this.rows = rows;
        this.post = post;
        this.settings = settings;
        this.times = times;
        this.writer = writer;
        this.office = office;
        this.time = time;
    }

    /**
     * Gives up what was in the hand of the dead, then thinks of new notices and sends what is due, some of each in turn, until
     * there is neither or it has had {@value #TURNS} turns: however much is told at once, what is due does not wait until all of
     * it was thought of.
     */
    void run() {
        giveUp();
        Turn turn = office.isOpen() ? Turn.MORE : Turn.NO_SERVER;
        int turns = 0;
        boolean fresh;
        do {
            turns++;
            fresh = outbox.gatherSome();
            turn = turn == Turn.NO_SERVER ? turn : sendSome();
        } while (!ending && turns < TURNS && (fresh || turn == Turn.MORE));
    }

    private void giveUp() {
        int lost = rows.giveUp(time.now().minus(IN_HAND), time.now());
        if (lost > 0) {
            LOG.warn("{} mails were under way when their sender ended; whether they arrived is unknown", lost);
        }
    }

    /** Begins no other mail: the application ends. */
    void end() {
        ending = true;
    }

    private Turn sendSome() {
        for (int sent = 0; sent < MOST; sent++) {
            Optional<Delivery> claimed = ending ? Optional.empty() : rows.claim(time.now());
            if (claimed.isEmpty()) {
                return Turn.NOTHING_DUE;
            }
            if (!send(claimed.get())) {
                return Turn.NO_SERVER;
            }
        }
        return Turn.MORE;
    }

    /** False when the server is not there. */
    private boolean send(Delivery mail) {
        Optional<Letter> letter;
        try {
            if (waits(mail)) {
                return true;
            }
            letter = write(mail);
        } catch (RuntimeException fault) {
            LOG.error("Mail {} could not be written", mail.id(), fault);
            later(mail, Cause.NOT_WRITTEN);
            return true;
        }
        if (letter.isEmpty()) {
            drop(mail);
            return true;
        }
        // Nothing makes it wait again now but the server's own answer: if that cannot be written down, the mail stays
        // in hand and becomes unsure.
        return settle(mail, office.send(letter.get()));
    }

    /** True when the quiet time has come meanwhile. */
    private boolean waits(Delivery mail) {
        Instant now = time.now();
        Instant allowed = times.notBefore(mail.account(), settings.of(mail.account()), mail.urgent(), now);
        if (allowed.isAfter(now)) {
            putBack(mail, mail.attempts() - 1, mail.cause(), allowed);
        }
        return allowed.isAfter(now);
    }

    private Optional<Letter> write(Delivery mail) {
        // One that may have arrived is sent again as it was.
        if (mail.kind() == Kind.NOTICES && mail.cause() != Cause.BROKEN_OFF) {
            post.leaveRead(mail.id());
        }
        return writer.write(mail);
    }

    /** There is nothing to say any more, or nobody to say it to. */
    private void drop(Delivery mail) {
        post.leaveAll(mail.id(), Unmailed.NO_ADDRESS);
        rows.settle(mail, DeliveryState.SUPPRESSED, null, time.now());
    }

    private boolean settle(Delivery mail, Posted posted) {
        switch (posted) {
            case SENT -> rows.settle(mail, DeliveryState.SENT, null, time.now());
            case UNKNOWN -> rows.settle(mail, DeliveryState.UNSURE, Cause.BROKEN_OFF, time.now());
            case ADDRESS_REFUSED, LETTER_REFUSED -> rows.settle(
                    mail, DeliveryState.FAILED, Cause.valueOf(posted.name()), time.now());
            case NOT_NOW, UNREACHABLE, NOT_ADMITTED -> later(mail, Cause.valueOf(posted.name()));
        }
        return !posted.isOfServer();
    }

    private void later(Delivery mail, Cause cause) {
        if (mail.attempts() > WAITS.size()) {
            rows.settle(mail, DeliveryState.FAILED, cause, time.now());
        } else {
            putBack(mail, mail.attempts(), cause, time.now().plus(WAITS.get(mail.attempts() - 1)));
        }
    }

    private void putBack(Delivery mail, int attempts, Cause cause, Instant due) {
        try {
            rows.putBack(mail, attempts, cause, due, time.now());
        } catch (DuplicateKeyException meanwhile) {
            // Another mail began to gather for the same person at this very moment; now it is seen.
            rows.putBack(mail, attempts, cause, due, time.now());
        }
    }

    /** How it stands after some mails. */
    private enum Turn {
        MORE,
        NOTHING_DUE,
        /** It is not asked again in the same round. */
        NO_SERVER
    }
}
