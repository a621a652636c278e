package id.siks.processadmin.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.platform.Sha256;
import id.siks.platform.forms.FormSchemas;
import id.siks.processadmin.check.Finding;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Shipped;
import id.siks.processadmin.check.Shipped.File;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.draft.Overtaking;
import id.siks.processadmin.draft.Overtakings;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Security requirement 7: nobody changes alone what cases follow, and nothing that was changed is lost. */
@EngineTest
class ReleaseTests {

    private static final String TABLE = "poverty-level";
    private static final String MEETING = "village-meeting";
    private static final String QUESTION = "\"label\": \"Keputusan kepala desa/lurah\"";
    private static final String RIGHT = "label=\"Saran\"";
    private static final String NOTE = "Nama kolom diperjelas.";
    private static final String REASON = "Sesuai surat kepala dinas.";

    @Autowired
    Releases releases;

    @Autowired
    Proposing proposing;

    @Autowired
    ReleaseCheck sound;

    @Autowired
    Drafts drafts;

    @Autowired
    ReleaseRows rows;

    @Autowired
    Overtakings overtakings;

    @Autowired
    Comparisons comparisons;

    @Autowired
    ModelCheck check;

    @Autowired
    NextOpening next;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ProcessEngineConfigurationImpl memory;

    @Autowired
    ShippedReleases shippedReleases;

    @Autowired
    DueReleases due;

    @Autowired
    Shipped shipped;

    @Autowired
    TestActors people;

    @Autowired
    RepositoryService engine;

    @Autowired
    FormSchemas forms;

    @Autowired
    Periods periods;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    BusinessTime time;

    private Actor author;
    private Actor second;

    @BeforeEach
    void twoPeople() {
        author = people.holding(
                List.of(Assignment.nation(Role.PROCESS_ADMIN), Assignment.nation(Role.PROCESS_RELEASER)));
        second = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
    }

    @AfterEach
    void whatIsShippedIsInForce() {
        time.release();
        for (Release waiting : releases.waiting(null, 100)) {
            releases.decline(waiting.id(), "Akhir dari uji coba.", second);
        }
        Map<String, ModelKind> changed =
                Map.of(TABLE, ModelKind.DMN, "sign-meeting", ModelKind.FORM, MEETING, ModelKind.BPMN);
        changed.forEach((key, kind) -> {
            Release first = releases.ofModel(kind, key, null, 1_000).stream()
                    .filter(r -> r.version() != null && r.version() == 1)
                    .findFirst()
                    .orElseThrow();
            if (!releases.inForce(kind, key).orElseThrow().sha256().equals(first.sha256())) {
                releases.release(
                        proposing.takeUpAgain(first.id(), "Kembali seperti semula.", author),
                        Effect.NOW,
                        REASON,
                        second);
            }
        });
    }

    @Test
    void what_the_application_ships_is_released_and_with_the_engine() {
        for (File file : shipped.all()) {
            Release release = releases.inForce(file.kind(), file.key()).orElseThrow();
            assertThat(release.content()).isEqualTo(new String(file.content(), StandardCharsets.UTF_8));
            assertThat(release.deployedAt()).isNotNull();
        }
        assertThat(engine.createProcessDefinitionQuery().latestVersion().list())
                .extracting(d -> d.getKey())
                .contains("proposal-trunk", "village-meeting", "field-check", "period-finalization");
    }

    @Test
    void a_draft_is_proposed_by_one_and_released_by_another() {
        long draft = draft(TABLE, RIGHT, "label=\"Saran kelayakan\"");
        int before = versions();

        long id = proposing.propose(draft, 1, null, NOTE, author);

        assertThat(versions()).as("proposing changes nothing").isEqualTo(before);
        assertThat(stateOf(draft)).isEqualTo("PROPOSED");
        assertThatThrownBy(() -> releases.release(id, Effect.NOW, REASON, author))
                .as("not by whoever proposed it, though he has the role")
                .isInstanceOf(Refused.class)
                .hasMessage("processadmin.release.error.own");
        assertThatThrownBy(() -> releases.release(id, Effect.NOW, "ya", second)).isInstanceOf(InvalidInput.class);
        assertThat(versions()).isEqualTo(before);

        releases.release(id, Effect.NOW, REASON, second);

        assertThat(versions()).isEqualTo(before + 1);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(id);
        assertThat(stateOf(draft)).isEqualTo("RELEASED");
        assertThat(entries(id)).containsExactly("PROPOSED", "RELEASED", "DEPLOYED");
        assertThat(jdbc.queryForList(
                        "select account_id from processadmin.release_entry where release_id = ? and what <> 'DEPLOYED' order by entry_id",
                        Long.class,
                        id))
                .containsExactly(author.accountId(), second.accountId());
    }

    @Test
    void nobody_who_had_a_hand_in_a_draft_decides_about_it_whoever_proposed_it() {
        Actor proposer = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        byte[] theirs = shippedTable().replace(RIGHT, "label=\"Saran bersama\"").getBytes(StandardCharsets.UTF_8);
        long draft = drafts.edit(ModelKind.DMN, TABLE, "Mulai dari yang berlaku.", proposer);
        drafts.save(draft, 1, theirs, NOTE, author);
        drafts.restore(draft, 2, 2, "Dibaca ulang.", proposer);
        long id = proposing.propose(draft, 3, null, NOTE, proposer);

        assertThat(releases.isOwn(releases.find(id), second)).isFalse();
        assertThat(releases.isOwn(releases.find(id), author)).isTrue();
        assertThatThrownBy(() -> releases.release(id, Effect.NOW, REASON, author))
                .isInstanceOf(Refused.class)
                .hasMessage("processadmin.release.error.own");
        assertThatThrownBy(() -> releases.decline(id, REASON, author)).isInstanceOf(Refused.class);
        assertThat(releases.find(id).state()).isEqualTo(ReleaseState.PROPOSED);
        releases.release(id, Effect.NOW, REASON, second);
    }

    @Test
    void the_database_itself_refuses_whoever_had_a_hand_in_it_by_person() {
        Actor helper = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        byte[] theirs = shippedTable().replace(RIGHT, "label=\"Saran bersama\"").getBytes(StandardCharsets.UTF_8);
        long draft = drafts.begin(ModelKind.DMN, TABLE, "program", theirs, NOTE, helper);
        drafts.restore(draft, 1, 1, NOTE, author);
        Release proposed = releases.find(proposing.propose(draft, 2, null, NOTE, author));
        Set<Long> deputy = Set.of(second.accountId(), helper.accountId());

        assertThatThrownBy(() -> decided(proposed, author, author.persons()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> decided(proposed, helper, helper.persons()))
                .as("who only saved the draft")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> decided(proposed, second, deputy))
                .as("who acts for one of them")
                .isInstanceOf(DataIntegrityViolationException.class);
        decided(proposed, second, second.persons());
        assertThat(releases.find(proposed.id()).state()).isEqualTo(ReleaseState.DECLINED);
    }

    private void decided(Release proposed, Actor by, Set<Long> persons) {
        transaction.executeWithoutResult(
                status -> rows.decline(proposed, new Release.Act(by.accountId(), time.now(), REASON), persons));
    }

    @Test
    void what_the_check_refuses_is_never_proposed() {
        long draft = draft(TABLE, "<text>\"DIRECT\"</text>", "<text>for i in 1..9 return i</text>");

        assertThatThrownBy(() -> proposing.propose(draft, 1, null, NOTE, author))
                .isInstanceOf(Refused.class)
                .hasMessage("processadmin.release.error.refused");
        assertThat(stateOf(draft)).isEqualTo("OPEN");
        assertThat(releases.waiting(null, 100)).isEmpty();
    }

    @Test
    void a_draft_that_was_saved_since_is_not_proposed() {
        long draft = draft(TABLE, RIGHT, "label=\"Saran baru\"");

        assertThatThrownBy(() -> proposing.propose(draft, 2, null, NOTE, author))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void two_who_release_at_once_get_one_version_and_the_other_is_told_who_was_faster() throws Exception {
        Actor third = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        long id = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran cepat\""), 1, null, NOTE, author);
        int before = versions();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> both = List.of(second, third).stream()
                    .map(actor -> threads.submit((Callable<Object>) () -> {
                        together.await();
                        try {
                            releases.release(id, Effect.NOW, REASON, actor);
                            return actor;
                        } catch (Conflict lost) {
                            return lost;
                        }
                    }))
                    .toList();
            Object one = both.get(0).get();
            Object other = both.get(1).get();

            Actor winner = (Actor) (one instanceof Actor ? one : other);
            Conflict lost = (Conflict) (one instanceof Actor ? other : one);
            assertThat(lost.reason().key()).isEqualTo("processadmin.release.error.decided.RELEASED");
            assertThat(lost.reason().args().get(0)).isEqualTo(winner.displayName());
            assertThat(versions()).isEqualTo(before + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void of_two_proposals_for_one_model_the_second_is_overtaken() {
        long one = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran satu\""), 1, null, NOTE, author);
        long other = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran dua\""), 1, null, NOTE, author);
        releases.release(one, Effect.NOW, REASON, second);

        assertThatThrownBy(() -> releases.release(other, Effect.NOW, REASON, second))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        overtaken -> assertThat(overtaken.reason().args()).contains(second.displayName()));
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(one);
    }

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
    void a_release_for_the_next_period_follows_its_opening_when_that_is_moved() {
        opening();
        long id = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran menyusul\""), 1, null, NOTE, author);
        releases.release(id, Effect.NEXT_PERIOD, REASON, second);
        Start start = releases.find(id).start();
        PeriodView period = periods.find(new CaseRef(start.openingOf())).orElseThrow();
        Actor head = people.holding(List.of(Assignment.of(Role.REGENCY_OFFICE_HEAD, period.regency())));
        Instant later = start.at().plus(Duration.ofHours(5));

        periods.moveCutoff(period.ref(), Milestone.OPENING, later, REASON, head);
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
        new DueReleases(rows, refusing, check, next, transaction, time).deployDue();

        assertThat(releases.find(id).failure().cause()).isEqualTo(Release.Cause.ENGINE);
        long again = proposing.takeUpAgain(id, "Mesin sudah diperbaiki.", author);
        releases.release(again, Effect.NOW, REASON, second);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(again);
    }

    @Test
    void two_processes_that_wait_for_the_same_opening_do_not_call_each_other() {
        opening();
        Release first = releases.inForce(ModelKind.BPMN, MEETING).orElseThrow();
        long one = proposing.propose(calling(MEETING, "field-check", "meeting-called"), 1, null, NOTE, author);
        releases.release(one, Effect.NEXT_PERIOD, REASON, second);
        long other = calling("field-check", MEETING, "field-check-requested");

        assertThatThrownBy(() -> proposing.propose(other, 1, null, NOTE, author))
                .isInstanceOf(Refused.class)
                .hasMessage("processadmin.release.error.refused");
        assertThat(check.check(ModelKind.BPMN, "field-check", drafts.find(other).content())
                        .refusals())
                .extracting(Finding::rule)
                .containsExactly("calls-itself");

        releases.release(proposing.takeUpAgain(first.id(), NOTE, author), Effect.NOW, REASON, second);
    }

    /** A draft that calls another process first of all. */
    private long calling(String key, String called, String start) {
        long draft = draft(
                key,
                "sourceRef=\"" + start + "\" targetRef=\"",
                "sourceRef=\"%s\" targetRef=\"x\"/><bpmn:callActivity id=\"x\" calledElement=\"%s\"/><bpmn:sequenceFlow id=\"x-on\" sourceRef=\"x\" targetRef=\""
                        .formatted(start, called));
        jdbc.update(
                "update processadmin.draft set content = replace(content, '</bpmndi:BPMNPlane>', ?) where draft_id = ?",
                "<bpmndi:BPMNShape bpmnElement=\"x\"><dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\"/></bpmndi:BPMNShape>"
                        + "<bpmndi:BPMNEdge bpmnElement=\"x-on\"><di:waypoint x=\"1\" y=\"1\"/><di:waypoint x=\"2\" y=\"2\"/></bpmndi:BPMNEdge>"
                        + "</bpmndi:BPMNPlane>",
                draft);
        return draft;
    }

    private List<String> entries(long release) {
        return jdbc.queryForList(
                "select what from processadmin.release_entry where release_id = ? order by entry_id",
                String.class,
                release);
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
    void a_draft_begun_before_another_release_is_proposed_only_when_its_author_says_he_compared_them() {
        byte[] mine = shippedTable().replace(RIGHT, "label=\"Saran saya\"").getBytes(StandardCharsets.UTF_8);
        long draft = drafts.begin(ModelKind.DMN, TABLE, "program", mine, NOTE, author);
        assertThat(overtakings.of(drafts.find(draft))).isEmpty();
        long theirs = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran lain\""), 1, null, NOTE, author);
        releases.release(theirs, Effect.NOW, REASON, second);
        Release between = releases.find(theirs);

        assertThat(overtakings.of(drafts.find(draft)))
                .get()
                .returns(theirs, Overtaking::release)
                .returns(between.version(), Overtaking::version)
                .returns(between.version() - 1, Overtaking::begunFrom)
                .returns(second.accountId(), Overtaking::by);
        for (Integer unsaid : Arrays.asList(null, between.version() - 1)) {
            assertThatThrownBy(() -> proposing.propose(draft, 1, unsaid, NOTE, author))
                    .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.errors())
                            .extracting(FieldError::field)
                            .containsExactly("comparedWith"));
        }
        assertThat(stateOf(draft)).isEqualTo("OPEN");

        long id = proposing.propose(draft, 1, between.version(), NOTE, author);

        assertThat(comparisons.takenBack(releases.find(id)).orElseThrow().differences())
                .as("both renamed the same column, so nothing is lost unseen")
                .isEmpty();
        assertThat(comparisons.takenBack(between)).isEmpty();
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

    @Test
    void a_roll_back_needs_two_people_too_and_is_the_next_version() {
        Release first = releases.inForce(ModelKind.DMN, TABLE).orElseThrow();
        long changed = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran keliru\""), 1, null, NOTE, author);
        releases.release(changed, Effect.NOW, REASON, second);

        long back = proposing.takeUpAgain(first.id(), "Nama lama lebih dikenal.", author);

        assertThatThrownBy(() -> releases.release(back, Effect.NOW, REASON, author))
                .isInstanceOf(Refused.class);
        releases.release(back, Effect.NOW, REASON, second);
        Release inForce = releases.inForce(ModelKind.DMN, TABLE).orElseThrow();
        assertThat(inForce.id()).isEqualTo(back);
        assertThat(inForce.content()).isEqualTo(first.content());
        assertThat(inForce.version()).isEqualTo(releases.find(changed).version() + 1);
        assertThat(inForce.againOf()).isEqualTo(first.id());
    }

    @Test
    void who_drew_or_proposed_a_version_does_not_decide_that_it_is_taken_up_again() {
        Actor proposer = people.holding(
                List.of(Assignment.nation(Role.PROCESS_ADMIN), Assignment.nation(Role.PROCESS_RELEASER)));
        Actor helper = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        Release first = releases.inForce(ModelKind.DMN, TABLE).orElseThrow();
        byte[] drawn = shippedTable().replace(RIGHT, "label=\"Saran lama\"").getBytes(StandardCharsets.UTF_8);
        long draft = drafts.begin(ModelKind.DMN, TABLE, "program", drawn, NOTE, author);
        long version = proposing.propose(draft, 1, null, NOTE, proposer);
        releases.release(version, Effect.NOW, REASON, second);
        long away = proposing.takeUpAgain(first.id(), NOTE, helper);
        releases.release(away, Effect.NOW, REASON, second);

        long back = proposing.takeUpAgain(version, NOTE, helper);

        onlyOthersDecide(back, author, proposer, helper);
        releases.release(back, Effect.NOW, REASON, second);
        releases.release(proposing.takeUpAgain(away, NOTE, helper), Effect.NOW, REASON, second);
        long backAgain = proposing.takeUpAgain(back, NOTE, helper);
        onlyOthersDecide(backAgain, author, proposer, helper);
        releases.decline(backAgain, REASON, second);
    }

    private void onlyOthersDecide(long release, Actor... hands) {
        Release proposed = releases.find(release);
        for (Actor hand : hands) {
            assertThat(releases.isOwn(proposed, hand)).isTrue();
            assertThatThrownBy(() -> releases.release(release, Effect.NOW, REASON, hand))
                    .isInstanceOf(Refused.class)
                    .hasMessage("processadmin.release.error.own");
            assertThatThrownBy(() -> releases.decline(release, REASON, hand)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> decided(proposed, hand, hand.persons()))
                    .as("the database itself")
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(releases.isOwn(proposed, second)).isFalse();
    }

    @Test
    void a_declined_draft_can_be_changed_again() {
        long draft = draft(TABLE, RIGHT, "label=\"Saran lain\"");
        long id = proposing.propose(draft, 1, null, NOTE, author);

        releases.decline(id, "Belum ada dasar hukumnya.", second);

        assertThat(stateOf(draft)).isEqualTo("OPEN");
        assertThatThrownBy(() -> releases.release(id, Effect.NOW, REASON, second))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_released_form_is_shown_and_checked() {
        long draft = draft("sign-meeting", QUESTION, "\"label\": \"Putusan Anda\"");
        releases.release(proposing.propose(draft, 1, null, NOTE, author), Effect.NOW, REASON, second);
        time.moveTo(time.now().plusSeconds(2));

        assertThat(forms.of("sign-meeting").inputs().get(0).label(Locale.forLanguageTag("id")))
                .isEqualTo("Putusan Anda");
    }

    @Test
    void a_diagram_brings_its_forms_along_however_it_names_them() {
        long draft = draft(MEETING, "camunda:formRef=\"sign-meeting\"", "camunda:formRef = 'sign-meeting'");
        jdbc.update(
                "update processadmin.draft set content = replace(content, 'camunda:', 'c:') where draft_id = ?", draft);
        jdbc.update(
                "update processadmin.draft set content = replace(content, 'xmlns:camunda', 'xmlns:c') where draft_id = ?",
                draft);

        long id = proposing.propose(draft, 1, null, NOTE, author);
        releases.release(id, Effect.NOW, REASON, second);

        assertThat(jdbc.queryForList(
                        "select b.name_ from act_ge_bytearray b join processadmin.release r on r.deployment_id = b.deployment_id_"
                                + " where r.release_id = ?",
                        String.class,
                        id))
                .contains("bpmn/proposal/village-meeting.bpmn", "forms/proposal/record-meeting.form")
                .contains("forms/proposal/sign-meeting.form");
    }

    @Test
    void a_new_application_replaces_what_nobody_changed() {
        int before = versions();

        shippedReleases.bring(List.of(newer("label=\"Saran dari aplikasi\"")));
        shippedReleases.bring(List.of(newer("label=\"Saran dari aplikasi\"")));

        assertThat(versions()).isEqualTo(before + 1);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().source())
                .isEqualTo(ReleaseSource.SHIPPED);
        assertThat(releases.waiting(null, 100)).isEmpty();
        shippedReleases.bring(shipped.all());
    }

    @Test
    void a_new_application_does_not_overwrite_an_administrators_change_but_asks() {
        long mine = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran daerah\""), 1, null, NOTE, author);
        releases.release(mine, Effect.NOW, REASON, second);
        int before = versions();

        shippedReleases.bring(List.of(newer("label=\"Saran pusat\"")));
        shippedReleases.bring(List.of(newer("label=\"Saran pusat, lagi\"")));

        assertThat(versions()).isEqualTo(before);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(mine);
        assertThat(releases.waiting(null, 100)).singleElement().satisfies(waiting -> {
            assertThat(waiting.source()).isEqualTo(ReleaseSource.SHIPPED);
            assertThat(waiting.content()).contains("Saran pusat, lagi");
            assertThat(Differences.between(
                            waiting.kind(),
                            releases.find(waiting.baseId()).content(),
                            waiting.content(),
                            sound.names(null, waiting)))
                    .containsExactly(new Difference(
                            Difference.Kind.CHANGED,
                            "output",
                            "level",
                            "Saran pusat, lagi",
                            "label",
                            "Saran daerah",
                            "Saran pusat, lagi"));
        });
        releases.release(releases.waiting(null, 100).get(0).id(), Effect.NOW, REASON, second);
        assertThat(versions()).isEqualTo(before + 1);
        jdbc.update("update processadmin.shipped set sha256 = ? where key = ?", Sha256.hex(shippedTable()), TABLE);
    }

    private File newer(String label) {
        byte[] content = shippedTable().replace(RIGHT, label).getBytes(StandardCharsets.UTF_8);
        return new File(ModelKind.DMN, "program", TABLE, content);
    }

    private String shippedTable() {
        return new String(shipped.find(ModelKind.DMN, TABLE).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    private int versions() {
        return (int) engine.createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .count();
    }

    private Instant opening() {
        AreaCode regency = new AreaCode("7371");
        people.holding(List.of(Assignment.of(Role.REGENCY_VERIFIER, regency)));
        YearMonth month =
                YearMonth.from(LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusMonths(2));
        return periods.plan(regency, month).opensAt();
    }

    private String stateOf(long draft) {
        return jdbc.queryForObject("select state from processadmin.draft where draft_id = ?", String.class, draft);
    }

    private long draft(String key, String was, String is) {
        File file = shipped.all().stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow();
        String content = new String(file.content(), StandardCharsets.UTF_8);
        assertThat(content).contains(was);
        Timestamp now = Timestamp.from(time.now());
        return jdbc.queryForObject(
                """
                insert into processadmin.draft
                  (kind, key, room, state, base_sha256, content, created_by, created_at, changed_by, changed_at)
                values (?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?) returning draft_id""",
                Long.class,
                file.kind().name(),
                key,
                file.room(),
                rows.last(file.kind(), key).orElseThrow().sha256(),
                content.replace(was, is),
                author.accountId(),
                now,
                author.accountId(),
                now);
    }
}
