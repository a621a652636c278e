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

import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.casework.OverdueTask;
import id.siks.casework.Rung;
import id.siks.casework.TasksOverdue;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.mail.PostOffice;
import id.siks.platform.mail.Posted;
import id.siks.worklist.mail.Delivery.Kind;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.notice.DeliveryState;
import id.siks.worklist.notice.NoticePost;
import id.siks.worklist.notice.NoticeSettingRows;
import id.siks.worklist.notice.NoticeSettings;
import id.siks.worklist.notice.Notices;
import id.siks.worklist.notice.Rhythm;
import id.siks.worklist.notice.Topic;
import id.siks.worklist.oversight.Oversight;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requirement 25: mails go out once, in time, few at a time, and say nothing personal; what fails is seen. */
class OutboxTests extends MailTest {

    @Autowired
    NoticeSettingRows settings;

    @Autowired
    Notices notices;

    @Autowired
    Outbox outbox;

    @Autowired
    NoticePost noticePost;

    @Autowired
    DueTimes times;

    @Autowired
    MailWriter writer;

    @Autowired
    OldDeliveries old;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Accounts accounts;

    @Autowired
    PostOffice postOffice;

    @Autowired
    Oversight oversight;

    @Test
    void what_happened_is_told_once_without_anything_personal() throws Exception {
        Actor operator = reachable();
        CaseRef ref = opened(operator);
        returned(ref);

        round.run();
        assertThat(mailsOf(operator)).isEmpty();
        gathered();
        after(Duration.ofHours(3));

        assertThat(mailsOf(operator)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).contains(ref.value());
            assertThat(text(mail))
                    .contains(ref.value(), "Sekarang: ", "/worklist/notices/", "/worklist/notices/settings")
                    .doesNotContain(FAMILY, "Sumiati", NIK, "Jalan Mawar", operator.displayName());
        });
        assertThat(statesOf(operator)).containsExactly("SENT");
    }

    @Test
    void whoever_reads_english_gets_english() {
        Actor operator = reachable();
        settings.save(operator.accountId(), usual(Rhythm.AT_ONCE, "en"));
        returned(opened(operator));
        gathered();

        assertThat(mailsOf(operator)).singleElement().satisfies(mail -> assertThat(text(mail))
                .contains("There is news for you", "Content-Language: en"));
    }

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

    @ParameterizedTest
    @CsvSource({
        "ADDRESS_REFUSED, FAILED, Server surel menolak alamat penerima",
        "LETTER_REFUSED, FAILED, Server surel menolak isi atau pengirimnya",
        "UNKNOWN, UNSURE, mungkin sampai"
    })
    void what_the_server_refuses_is_not_tried_again(Posted posted, String state, String words) throws Exception {
        Actor operator = reachable();
        returned(opened(operator));
        round.run();
        time.moveTo(time.now().plus(DueTimes.GATHERING.multipliedBy(2)));
        MailRound refused = office(posted);
        refused.run();
        after(Duration.ofDays(1));

        assertThat(statesOf(operator)).containsExactly(state);
        assertThat(mailsOf(operator)).isEmpty();
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        mvc.perform(get("/worklist/deliveries").with(with(admin)))
                .andExpect(content().string(containsString(words)));
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

    @Test
    void a_flood_becomes_a_digest_folded_by_case() {
        Actor operator = reachable();
        CaseRef ref = opened(operator);
        for (int i = 0; i < DueTimes.MOST; i++) {
            returned(ref);
            gathered();
        }
        assertThat(mailsOf(operator)).hasSize(DueTimes.MOST);

        for (int i = 0; i < 7; i++) {
            returned(ref);
            gathered();
        }
        returned(opened(operator));
        assertThat(mailsOf(operator)).hasSize(DueTimes.MOST);
        after(Duration.ofHours(1));

        assertThat(mailsOf(operator)).hasSize(DueTimes.MOST + 1);
        String digest = text(mailsOf(operator).get(DueTimes.MOST));
        assertThat(digest).startsWith("SIKS-NG: 8 kabar untuk Anda");
        assertThat(digest.split(ref.value(), -1))
                .as("once in each of both forms")
                .hasSize(3);
    }

    @Test
    void a_mail_has_an_end_and_says_how_much_more_there_is() {
        Actor operator = reachable();
        CaseRef ref = opened(operator);
        for (int i = 0; i < MailWriter.MOST + 2; i++) {
            returned(ref);
        }
        gathered();

        String digest = text(mailsOf(operator).get(0));
        assertThat(digest).contains("Dan 2 kabar lain");
        assertThat(digest.split("/worklist/notices/\\d", -1)).hasSize(2 * MailWriter.MOST + 1);
    }

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

    @ParameterizedTest
    @EnumSource(Rhythm.class)
    void what_a_clock_says_is_late_waits_for_no_rhythm_what_a_supervisor_says_waits_for_the_morning(Rhythm rhythm) {
        Actor operator = reachable();
        settings.save(operator.accountId(), usual(rhythm, "id"));
        // Nine in the evening on the wall.
        time.moveTo(MORNING.plus(Duration.ofHours(11)));
        String task = work.open(VILLAGE, operator.accountId(), FAMILY);
        oversight.remind(task, people.verifier(VILLAGE.at(AreaLevel.REGENCY)));
        after(Duration.ofHours(8));
        assertThat(mailsOf(operator)).isEmpty();

        WorkItem item = items.find(task).orElseThrow();
        tell(new TasksOverdue(List.of(new OverdueTask(
                1L,
                task,
                item.task(),
                item.ref(),
                VILLAGE,
                Rung.REMINDER,
                item.dueAt(),
                time.now(),
                Role.VILLAGE_OPERATOR,
                List.of(operator.accountId())))));
        gathered();
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

    @Test
    void no_mail_of_what_is_switched_off_was_read_or_has_nowhere_to_go() throws Exception {
        Actor deaf = reachable();
        settings.save(
                deaf.accountId(),
                new NoticeSettings(Rhythm.AT_ONCE, 7, 20, 6, true, "id", Set.of(Topic.CASES), Set.of()));
        returned(opened(deaf));
        Actor quick = reachable();
        returned(opened(quick));
        Actor homeless = people.operator(VILLAGE);
        returned(opened(homeless));
        Actor gone = reachable();
        returned(opened(gone));
        round.run();
        notices.putAway(quick, Long.MAX_VALUE);
        accounts.disable(gone.accountId());
        gathered();

        assertThat(List.of(deaf, quick, homeless, gone))
                .allSatisfy(person -> assertThat(mailsOf(person)).isEmpty());
        assertThat(why(deaf)).isEqualTo("SWITCHED_OFF");
        assertThat(why(quick)).isEqualTo("READ");
        assertThat(why(homeless)).isEqualTo("NO_ADDRESS");
        assertThat(why(gone)).isEqualTo("NO_ADDRESS");
        assertThat(statesOf(quick)).containsExactly("SUPPRESSED");
    }

    @Test
    void without_a_server_notices_stay_in_the_product() {
        Actor operator = reachable();
        returned(opened(operator));
        PostOffice none = mock(PostOffice.class);
        new Outbox(noticePost, settings, rows, times, emails, none, time).gatherSome();

        assertThat(why(operator)).isEqualTo("NO_SERVER");
        assertThat(notices.unread(operator)).hasSize(1);
        gathered();
        assertThat(mailsOf(operator)).isEmpty();
    }

    @Test
    void a_mail_is_erased_when_no_notice_speaks_of_it_any_more() {
        Actor operator = reachable();
        returned(opened(operator));
        gathered();
        old.erase(time.now().plusSeconds(1), Set.of(), 10_000);
        assertThat(statesOf(operator)).containsExactly("SENT");

        db.update("delete from worklist.notice where account_id = ?", operator.accountId());
        old.erase(time.now().minusSeconds(60), Set.of(), 10_000);
        assertThat(statesOf(operator)).containsExactly("SENT");
        old.erase(time.now().plusSeconds(1), Set.of(), 10_000);
        assertThat(statesOf(operator)).isEmpty();
    }

    /** A round at whose server every letter ends like this. */
    private MailRound office(Posted end) {
        PostOffice office = mock(PostOffice.class);
        when(office.isOpen()).thenReturn(true);
        when(office.newId()).thenAnswer(call -> postOffice.newId());
        when(office.send(any())).thenReturn(end);
        return new MailRound(outbox, rows, noticePost, settings, times, writer, office, time);
    }

    private Delivery claimed(Actor operator) {
        return rows.claim(time.now())
                .filter(mail -> mail.account() == operator.accountId())
                .orElseThrow();
    }

    private String why(Actor person) {
        return db.queryForObject(
                "select unmailed from worklist.notice where account_id = ?", String.class, person.accountId());
    }

    private static NoticeSettings usual(Rhythm rhythm, String language) {
        return new NoticeSettings(rhythm, 7, 20, 6, true, language, Set.of(), Set.of());
    }
}
