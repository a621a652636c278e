package id.siks.worklist.mail;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.worklist.mail.Delivery.Kind;
import id.siks.worklist.notice.DeliveryState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mail that cannot be written, sent or noted is tried again or left to a person, and never sent twice by itself. */
class MailFaultsTests extends OutboxTest {

    @Autowired
    MeterRegistry meters;

    @Test
    void two_senders_at_once_send_each_mail_once() {
        List<Actor> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Actor operator = reachable();
            returned(opened(operator));
            many.add(operator);
        }
        round.run();
        time.moveTo(time.now().plus(DueTimes.GATHERING.multipliedBy(2)));

        CompletableFuture<?> one = CompletableFuture.runAsync(round::run);
        CompletableFuture<?> other = CompletableFuture.runAsync(round::run);
        CompletableFuture.allOf(one, other).join();

        assertThat(many).allSatisfy(operator -> assertThat(mailsOf(operator)).hasSize(1));
    }

    @Test
    void a_mail_in_the_hand_of_the_dead_is_not_sent_again_by_itself_but_on_demand_under_its_own_id() throws Exception {
        Actor operator = reachable();
        returned(opened(operator));
        round.run();
        time.moveTo(time.now().plus(DueTimes.GATHERING.multipliedBy(2)));
        Delivery inHand = claimed(operator);
        // It went out, and before that could be written down, the sender was killed.
        postOffice.send(writer.write(inHand).orElseThrow());

        after(MailRound.IN_HAND.plusSeconds(1));
        after(Duration.ofDays(1));
        assertThat(statesOf(operator)).containsExactly("UNSURE");
        assertThat(mailsOf(operator)).hasSize(1);

        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        mvc.perform(get("/worklist/deliveries").with(with(admin)))
                .andExpect(content().string(containsString("tidak pasti")))
                .andExpect(content().string(containsString("mungkin sampai, mungkin tidak")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString(addressOf(operator)))));
        mvc.perform(post("/worklist/deliveries/{id}/retry", inHand.id())
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        round.run();

        assertThat(mailsOf(operator)).hasSize(2);
        assertThat(mailsOf(operator))
                .allSatisfy(mail -> assertThat(mail.getMessageID()).isEqualTo("<" + inHand.messageId() + ">"));
        assertThat(statesOf(operator)).containsExactly("SENT");
        mvc.perform(post("/worklist/deliveries/{id}/retry", inHand.id())
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void what_may_have_arrived_can_be_taken_for_sent() throws Exception {
        Actor operator = reachable();
        returned(opened(operator));
        round.run();
        time.moveTo(time.now().plus(DueTimes.GATHERING.multipliedBy(2)));
        Delivery inHand = claimed(operator);
        after(MailRound.IN_HAND.plusSeconds(1));

        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        mvc.perform(post("/worklist/deliveries/{id}/take-for-sent", inHand.id())
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        round.run();

        assertThat(statesOf(operator)).containsExactly("SENT");
        assertThat(mailsOf(operator)).isEmpty();
    }

    @Test
    void a_server_that_is_down_is_asked_again_less_and_less_often_and_then_no_more() throws Exception {
        Actor operator = reachable();
        returned(opened(operator));
        postbox.stop();
        try {
            gathered();
            assertThat(statesOf(operator)).containsExactly("WAITING");
            mvc.perform(get("/actuator/health")).andExpect(status().isOk());
            for (int hours = 0; hours < 24 * 14 && statesOf(operator).contains("WAITING"); hours++) {
                after(Duration.ofHours(1));
            }
            assertThat(rows.latest(operator.accountId(), Kind.NOTICES)).hasValueSatisfying(mail -> {
                assertThat(mail.state()).isEqualTo(DeliveryState.FAILED);
                assertThat(mail.attempts()).isEqualTo(MailRound.WAITS.size() + 1);
            });
        } finally {
            postbox.start();
        }
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        mvc.perform(get("/worklist/deliveries").with(with(admin)))
                .andExpect(content().string(containsString("Server surel tidak dapat dihubungi")));
        assertThat(meters.get(MailGauges.nameOf(DeliveryState.FAILED)).gauge().value())
                .isEqualTo(rows.count(DeliveryState.FAILED));

        mvc.perform(post("/worklist/deliveries/retry").with(with(admin)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        after(Duration.ofHours(12));
        assertThat(mailsOf(operator)).hasSize(1);
    }

    @Test
    void what_comes_while_the_server_is_down_goes_out_in_one_mail_when_it_is_back() {
        Actor operator = reachable();
        postbox.stop();
        try {
            for (int i = 0; i < 5; i++) {
                returned(opened(operator));
                gathered();
            }
        } finally {
            postbox.start();
        }
        after(Duration.ofHours(1));

        assertThat(mailsOf(operator)).singleElement().satisfies(mail -> assertThat(mail.getSubject())
                .isEqualTo("SIKS-NG: 5 kabar untuk Anda"));
    }

    @Test
    void a_mail_that_cannot_be_written_waits_for_its_next_try() {
        Actor operator = reachable();
        returned(opened(operator));
        round.run();
        time.moveTo(time.now().plus(DueTimes.GATHERING.multipliedBy(2)));
        MailWriter broken = mock(MailWriter.class);
        when(broken.write(any())).thenThrow(new IllegalStateException("uji"));
        new MailRound(outbox, rows, noticePost, settings, times, broken, postOffice, time).run();

        assertThat(rows.latest(operator.accountId(), Kind.NOTICES)).hasValueSatisfying(mail -> {
            assertThat(mail.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(mail.cause()).isEqualTo(Delivery.Cause.NOT_WRITTEN);
        });
        after(Duration.ofMinutes(1));
        assertThat(mailsOf(operator)).hasSize(1);
    }

    @Test
    void a_mail_whose_sending_cannot_be_written_down_is_not_sent_again_by_itself() {
        Actor operator = reachable();
        returned(opened(operator));
        round.run();
        time.moveTo(time.now().plus(DueTimes.GATHERING.multipliedBy(2)));
        DeliveryRows forgetful = mock(DeliveryRows.class, delegatesTo(rows));
        doThrow(new IllegalStateException("uji")).when(forgetful).settle(any(), eq(DeliveryState.SENT), any(), any());
        assertThatThrownBy(() ->
                        new MailRound(outbox, forgetful, noticePost, settings, times, writer, postOffice, time).run())
                .hasMessage("uji");
        after(Duration.ofDays(1));

        assertThat(mailsOf(operator)).hasSize(1);
        assertThat(statesOf(operator)).containsExactly("UNSURE");
    }

    private Delivery claimed(Actor operator) {
        return rows.claim(time.now())
                .filter(mail -> mail.account() == operator.accountId())
                .orElseThrow();
    }
}
