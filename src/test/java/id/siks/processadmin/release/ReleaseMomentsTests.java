package id.siks.processadmin.release;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.Refused;
import id.siks.processadmin.check.Finding;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.OwnProcess;
import id.siks.processadmin.draft.Overtaking;
import id.siks.processadmin.run.ModelTroubles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

/** A release takes effect at its moment, now or with the next period, and what cannot keeps no other waiting. */
class ReleaseMomentsTests extends ReleaseTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    NextOpening next;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ProcessEngineConfigurationImpl memory;

    @Autowired
    DueReleases due;

    @Autowired
    ModelTroubles troubles;

    @Autowired
    Periods periods;

    @Test
    void a_release_for_the_next_period_waits_for_its_opening() {
        Instant opening = opening();
        long id = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran nanti\""), 1, null, NOTE, author);
        int before = versions();

        releases.release(id, Effect.NEXT_PERIOD, REASON, second);

        Instant at = releases.find(id).effectiveAt();
        assertThat(at).isAfter(time.now()).isBeforeOrEqualTo(opening);
        due.deployDue();
        assertThat(versions()).as("not yet").isEqualTo(before);

        time.moveTo(at.plus(Duration.ofMinutes(1)));
        due.deployDue();
        due.deployDue();

        assertThat(versions()).isEqualTo(before + 1);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void the_page_of_a_release_that_waits_for_an_opening_says_which_it_follows() throws Exception {
        opening();
        long id = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran tampak\""), 1, null, NOTE, author);
        releases.release(id, Effect.NEXT_PERIOD, REASON, second);

        mvc.perform(get("/processadmin/releases/" + id).with(with(author)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("Mengikuti pembukaan periode "
                                + releases.find(id).start().openingOf())));
    }

    @Test
    void a_release_for_the_next_period_follows_its_opening_when_that_is_moved() {
        opening();
        long id = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran menyusul\""), 1, null, NOTE, author);
        releases.release(id, Effect.NEXT_PERIOD, REASON, second);
        Start start = releases.find(id).start();
        PeriodView period = periods.find(new CaseRef(start.openingOf())).orElseThrow();
        Actor head = people.holding(List.of(Assignment.of(Role.REGENCY_OFFICE_HEAD, period.regency())));
        Instant later = start.at().plus(Duration.ofHours(5));

        periods.moveCutoff(period.ref(), period.version(), Milestone.OPENING, later, REASON, head);
        due.deployDue();

        assertThat(releases.find(id).effectiveAt()).isEqualTo(later);
        assertThat(releases.history(id))
                .extracting(Release.Entry::what, Release.Entry::by, Release.Entry::movedTo)
                .containsExactly(
                        tuple("PROPOSED", author.accountId(), null),
                        tuple("RELEASED", second.accountId(), null),
                        tuple("MOVED", null, later));
        time.moveTo(start.at().plusSeconds(60));
        due.deployDue();
        assertThat(releases.find(id).isAhead())
                .as("its old moment is none any more")
                .isTrue();
        time.moveTo(later.plusSeconds(60));
        due.deployDue();
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(id);
        assertThat(entries(id)).containsExactly("PROPOSED", "RELEASED", "MOVED", "DEPLOYED");
    }

    @Test
    void what_cannot_take_effect_is_told_and_keeps_no_other_waiting() {
        opening();
        long bad = proposing.propose(draft("sign-meeting", QUESTION, "\"label\": \"Putusan\""), 1, null, NOTE, author);
        long good = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran besok\""), 1, null, NOTE, author);
        releases.release(bad, Effect.NEXT_PERIOD, REASON, second);
        releases.release(good, Effect.NEXT_PERIOD, REASON, second);
        // What it needs has changed since: today the check refuses it.
        jdbc.update(
                "update processadmin.release set content = replace(content, 'radio', 'script') where release_id = ?",
                bad);
        String inForce =
                releases.inForce(ModelKind.FORM, "sign-meeting").orElseThrow().sha256();

        time.moveTo(releases.find(good).effectiveAt().plusSeconds(60));
        due.deployDue();
        due.deployDue();

        assertThat(releases.find(bad).failure().cause()).isEqualTo(Release.Cause.CHECK);
        assertThat(told(
                        "RELEASE_FAILED",
                        "sign-meeting.form " + releases.find(bad).version()))
                .as("once, and nobody who has nothing to do with it")
                .contains(author.accountId(), second.accountId())
                .doesNotHaveDuplicates();
        assertThat(entries(bad)).containsExactly("PROPOSED", "RELEASED", "FAILED");
        assertThat(releases.inForce(ModelKind.FORM, "sign-meeting")
                        .orElseThrow()
                        .sha256())
                .isEqualTo(inForce);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(good);
        long mended =
                proposing.propose(draft("sign-meeting", QUESTION, "\"label\": \"Putusan\""), 1, null, NOTE, author);
        releases.release(mended, Effect.NOW, REASON, second);
        assertThat(releases.inForce(ModelKind.FORM, "sign-meeting")
                        .orElseThrow()
                        .id())
                .isEqualTo(mended);
    }

    @Test
    void what_the_engine_does_not_take_is_not_tried_for_ever_and_stops_nobody() {
        opening();
        long id = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran ditolak\""), 1, null, NOTE, author);
        releases.release(id, Effect.NEXT_PERIOD, REASON, second);
        EngineDeployments refusing = new EngineDeployments(engine, memory, rows, transactions) {
            @Override
            public String deploy(String name, Collection<Release> models) {
                throw Refused.because("processadmin.release.error.engine");
            }
        };

        time.moveTo(releases.find(id).effectiveAt().plusSeconds(60));
        new DueReleases(rows, changes, refusing, check, next, transaction, troubles, time).deployDue();

        assertThat(releases.find(id).failure().cause()).isEqualTo(Release.Cause.ENGINE);
        assertThat(told("RELEASE_FAILED", TABLE + ".dmn " + releases.find(id).version()))
                .contains(author.accountId(), second.accountId());
        long again = proposing.takeUpAgain(id, "Mesin sudah diperbaiki.", author);
        releases.release(again, Effect.NOW, REASON, second);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(again);
    }

    @Test
    void two_processes_that_wait_for_the_same_opening_do_not_call_each_other() {
        opening();
        String inner = own();
        String outer = own();
        releases.release(proposing.propose(drawn(inner), 1, null, NOTE, author), Effect.NOW, REASON, second);
        long one = proposing.propose(drawn(outer, inner), 1, null, NOTE, author);
        releases.release(one, Effect.NEXT_PERIOD, REASON, second);
        long other = drawn(inner, outer);

        assertThatThrownBy(() -> proposing.propose(other, 1, null, NOTE, author))
                .isInstanceOf(Refused.class)
                .hasMessage("processadmin.release.error.refused");
        assertThat(check.check(ModelKind.BPMN, inner, drafts.find(other).content())
                        .refusals())
                .extracting(Finding::rule)
                .containsExactly("calls-itself");
        drafts.drop(other, 1, "Hanya untuk dicoba.", author);
    }

    private static String own() {
        return "own-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private long drawn(String key, String... called) {
        return drafts.begin(
                ModelKind.BPMN,
                key,
                "proposal",
                OwnProcess.of(key, called).getBytes(StandardCharsets.UTF_8),
                NOTE,
                author);
    }

    @Test
    void a_later_release_is_not_undone_when_the_moment_of_an_earlier_one_comes() {
        opening();
        long later = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran nanti\""), 1, null, NOTE, author);
        releases.release(later, Effect.NEXT_PERIOD, REASON, second);
        long now = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran sekarang\""), 1, null, NOTE, author);
        releases.release(now, Effect.NOW, REASON, second);
        int after = versions();

        time.moveTo(releases.find(later).effectiveAt().plusSeconds(60));
        due.deployDue();

        assertThat(versions()).isEqualTo(after);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(now);
    }

    @Test
    void what_is_released_for_the_next_period_overtakes_a_draft_as_well() {
        opening();
        long later = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran nanti\""), 1, null, NOTE, author);
        releases.release(later, Effect.NEXT_PERIOD, REASON, second);

        long draft = drafts.begin(
                ModelKind.DMN, TABLE, "program", shippedTable().getBytes(StandardCharsets.UTF_8), NOTE, author);

        assertThat(overtakings.of(drafts.find(draft)))
                .get()
                .returns(later, Overtaking::release)
                .returns(releases.find(later).version() - 1, Overtaking::begunFrom);
        drafts.drop(draft, 1, "Hanya untuk dicoba.", author);
    }

    /** Whom a notice tells of the model. */
    private List<Long> told(String what, String model) {
        return jdbc.queryForList(
                "select account_id from worklist.notice where what = ? and sentence = ?", Long.class, what, model);
    }

    private Instant opening() {
        AreaCode regency = new AreaCode("7371");
        people.holding(List.of(Assignment.of(Role.REGENCY_VERIFIER, regency)));
        YearMonth month =
                YearMonth.from(LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusMonths(2));
        return periods.plan(regency, month).opensAt();
    }
}
