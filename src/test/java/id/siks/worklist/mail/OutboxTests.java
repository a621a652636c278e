package id.siks.worklist.mail;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

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
import id.siks.worklist.notice.FreshNotices;
import id.siks.worklist.notice.NoticeSettings;
import id.siks.worklist.notice.Rhythm;
import id.siks.worklist.notice.Topic;
import id.siks.worklist.oversight.Oversight;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requirement 25: mails go out once, in time, few at a time, and say nothing personal; what fails is seen. */
class OutboxTests extends OutboxTest {

    @Autowired
    FreshNotices notices;

    @Autowired
    OldDeliveries old;

    @Autowired
    Accounts accounts;

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
    void a_code_goes_out_before_all_else_and_what_is_urgent_before_what_is_not() {
        Actor usual = reachable();
        Actor urgent = reachable();
        Actor waiting = reachable();
        Instant now = time.now();
        rows.gather(usual.accountId(), Kind.NOTICES, false, now.minusSeconds(3), postOffice.newId(), now);
        rows.gather(urgent.accountId(), Kind.NOTICES, true, now.minusSeconds(2), postOffice.newId(), now);
        rows.gather(waiting.accountId(), Kind.CODE, true, now.minusSeconds(1), postOffice.newId(), now);

        for (Actor next : List.of(waiting, urgent, usual)) {
            Delivery claimed = rows.claim(now).orElseThrow();
            assertThat(claimed.account()).isEqualTo(next.accountId());
            rows.settle(claimed, DeliveryState.SUPPRESSED, null, now);
        }
    }

    @Test
    void whatever_is_due_goes_out_in_one_round() {
        int many = 2 * MailRound.MOST + 1;
        db.update(
                """
                insert into worklist.delivery (account_id, kind, state, message_id, urgent, due_at, created_at, changed_at)
                select -n, 'NOTICES', 'WAITING', gen_random_uuid() || '@uji.example', false, at, at, at
                from generate_series(1, ?) n, cast(? as timestamptz) at""",
                many,
                Timestamp.from(time.now()));

        round.run();

        // They have nothing to say, which is found out as late as for any other.
        assertThat(db.queryForObject(
                        "select count(*) from worklist.delivery where account_id < 0 and state = 'SUPPRESSED'",
                        Integer.class))
                .isEqualTo(many);
    }

    @ParameterizedTest
    @EnumSource(Rhythm.class)
    void what_is_late_waits_for_no_rhythm_a_reminder_and_what_a_supervisor_says_wait_for_the_morning(Rhythm rhythm) {
        Actor operator = reachable();
        settings.save(operator.accountId(), usual(rhythm, "id"));
        // Nine in the evening on the wall.
        time.moveTo(MORNING.plus(Duration.ofHours(11)));
        String task = work.open(VILLAGE, operator.accountId(), FAMILY);
        oversight.remind(task, people.verifier(VILLAGE.at(AreaLevel.REGENCY)));
        WorkItem item = items.find(task).orElseThrow();
        late(item, Rung.REMINDER, operator);
        after(Duration.ofHours(8));
        assertThat(mailsOf(operator)).isEmpty();

        late(item, Rung.SUPERVISOR, operator);
        gathered();
        assertThat(mailsOf(operator)).hasSize(1);
    }

    private void late(WorkItem item, Rung rung, Actor told) {
        tell(new TasksOverdue(List.of(new OverdueTask(
                rung.ordinal() + 1L,
                item.taskId(),
                item.task(),
                item.ref(),
                VILLAGE,
                rung,
                item.dueAt(),
                time.now(),
                Role.VILLAGE_OPERATOR,
                List.of(told.accountId())))));
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
        notices.of(quick).forEach(line -> notices.putAway(quick, line.those()));
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
        assertThat(notices.of(operator)).hasSize(1);
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

    private String why(Actor person) {
        return db.queryForObject(
                "select unmailed from worklist.notice where account_id = ?", String.class, person.accountId());
    }
}
