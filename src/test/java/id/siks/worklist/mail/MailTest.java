package id.siks.worklist.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import id.siks.area.AreaCode;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.identity.Actor;
import id.siks.identity.Emails;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.WorklistTest;
import id.siks.worklist.notice.NoticeSettingRows;
import id.siks.worklist.notice.NoticeSettings;
import id.siks.worklist.notice.Rhythm;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** People with addresses, something to tell them, and the mailboxes in which it arrives. */
abstract class MailTest extends WorklistTest {

    static final AreaCode VILLAGE = new AreaCode("5202022002");

    /** Ten in the morning of a working day on the wall of {@link #VILLAGE}. */
    static final Instant MORNING = Instant.parse("2026-11-25T02:00:00Z");

    static final String NIK = "5202024107850003";
    static final String FAMILY = "Keluarga Inaq Sumiati";

    @Autowired
    GreenMail postbox;

    @Autowired
    MailRound round;

    @Autowired
    DeliveryRows rows;

    @Autowired
    NoticeSettingRows settings;

    @Autowired
    Emails emails;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcTemplate db;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void aWorkingMorning() {
        // What other tests left behind goes out of the way first.
        do {
            round.run();
        } while (isSomethingLeft());
        time.moveTo(MORNING);
    }

    private boolean isSomethingLeft() {
        return db.queryForObject(
                "select exists (select 1 from worklist.notice where delivery_id is null and unmailed is null)",
                Boolean.class);
    }

    /** An operator of the village who has shown that he reads his mail. */
    Actor reachable() {
        Actor person = people.operator(VILLAGE);
        emails.claim(person, addressOf(person));
        emails.confirm(
                person, emails.renewCode(person.accountId()).orElseThrow().digits());
        return person;
    }

    static NoticeSettings usual(Rhythm rhythm, String language) {
        return new NoticeSettings(rhythm, 7, 20, 6, true, language, Set.of(), Set.of());
    }

    static String addressOf(Actor person) {
        return "petugas-" + person.id() + "@uji.example";
    }

    CaseRef opened(Actor by) {
        return items.find(work.open(VILLAGE, by.accountId(), FAMILY))
                .orElseThrow()
                .ref();
    }

    /** The cases come back with a sentence in which somebody wrote what should not be told. */
    void returned(CaseRef... refs) {
        tell(new CaseProgressed(
                List.of(refs),
                "returned",
                CaseStatus.RETURNED_TO_VILLAGE,
                Role.VILLAGE_OPERATOR,
                null,
                new Reason(ReasonCode.PHOTO_UNUSABLE, FAMILY + " " + NIK + " Jalan Mawar 3"),
                null,
                time.now()));
    }

    void tell(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    /** Sends what is due now, and what is due within {@code later}. */
    void after(Duration later) {
        round.run();
        time.moveTo(time.now().plus(later));
        round.run();
    }

    void gathered() {
        after(DueTimes.GATHERING.plusSeconds(1));
    }

    List<MimeMessage> mailsOf(Actor person) {
        return Stream.of(postbox.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(addressOf(person)))
                .toList();
    }

    String text(MimeMessage mail) {
        try {
            StringBuilder all = new StringBuilder(mail.getSubject());
            if (mail.getContent() instanceof jakarta.mail.Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    all.append('\n').append(parts.getBodyPart(i).getContent());
                }
            }
            return all.append(GreenMailUtil.getHeaders(mail)).toString();
        } catch (MessagingException | java.io.IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    List<String> statesOf(Actor person) {
        return db.queryForList(
                "select state from worklist.delivery where account_id = ? order by delivery_id",
                String.class,
                person.accountId());
    }

    private static List<String> recipients(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients()).map(Object::toString).toList();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
