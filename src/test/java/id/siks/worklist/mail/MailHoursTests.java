package id.siks.worklist.mail;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.identity.Actor;
import id.siks.worklist.mail.Delivery.Kind;
import id.siks.worklist.notice.Rhythm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Mail comes when people want it: in the morning, once an hour, once a day. */
class MailHoursTests extends MailTest {

    @Test
    void mail_of_the_night_waits_for_the_morning() {
        Actor operator = reachable();
        // Nine in the evening on the wall.
        time.moveTo(MORNING.plus(Duration.ofHours(11)));
        returned(opened(operator));
        after(Duration.ofHours(8));
        assertThat(mailsOf(operator)).isEmpty();

        after(Duration.ofHours(2));
        assertThat(mailsOf(operator)).hasSize(1);
    }

    @Test
    void mail_that_comes_into_the_night_waits_for_the_morning_without_losing_a_try() {
        Actor operator = reachable();
        returned(opened(operator));
        round.run();
        time.moveTo(MORNING.plus(Duration.ofHours(12)));
        round.run();
        assertThat(mailsOf(operator)).isEmpty();
        assertThat(rows.latest(operator.accountId(), Kind.NOTICES))
                .hasValueSatisfying(mail -> assertThat(mail.attempts()).isZero());

        after(Duration.ofHours(9));
        assertThat(mailsOf(operator)).hasSize(1);
    }

    @Test
    void a_daily_digest_comes_at_its_hour() {
        Actor operator = reachable();
        settings.save(operator.accountId(), usual(Rhythm.DAILY, "id"));
        returned(opened(operator));
        after(Duration.ofHours(9));
        returned(opened(operator));
        after(Duration.ofHours(11));
        assertThat(mailsOf(operator)).isEmpty();

        // Seven in the morning on the wall.
        after(Duration.ofHours(2));
        assertThat(mailsOf(operator)).singleElement().satisfies(mail -> assertThat(mail.getSubject())
                .isEqualTo("SIKS-NG: 2 kabar untuk Anda"));
    }

    @Test
    void an_hourly_digest_comes_at_the_full_hour() {
        Actor operator = reachable();
        settings.save(operator.accountId(), usual(Rhythm.HOURLY, "id"));
        returned(opened(operator));
        after(Duration.ofMinutes(58));
        assertThat(mailsOf(operator)).isEmpty();
        returned(opened(operator));
        after(Duration.ofMinutes(3));

        assertThat(mailsOf(operator)).hasSize(1);
    }
}
