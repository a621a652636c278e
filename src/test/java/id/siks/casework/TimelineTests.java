package id.siks.casework;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.HeldRows;
import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class TimelineTests {

    private static final AreaCode VILLAGE = new AreaCode("5202011001");
    private static final Instant START = Instant.parse("2026-11-02T02:00:00Z");

    @Autowired
    Timeline timeline;

    @Autowired
    CaseGroups groups;

    @Autowired
    CaseRefs refs;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestActors people;

    @Autowired
    JdbcTemplate db;

    @Autowired
    MockMvc mvc;

    @Test
    void a_case_shows_where_it_stands_and_everything_that_happened() {
        Actor operator = people.operator(VILLAGE);
        CaseRef ref = opened(operator);
        Reason reason = new Reason(ReasonCode.PHOTO_UNUSABLE, "Foto atap terlalu gelap.");
        events.publishEvent(CaseProgressed.of(
                ref, "submitted", CaseStatus.REGENCY_REVIEW, Role.REGENCY_VERIFIER, operator.accountId(), at(1)));
        events.publishEvent(new CaseProgressed(
                List.of(ref),
                "decided-return",
                CaseStatus.RETURNED_TO_VILLAGE,
                Role.VILLAGE_OPERATOR,
                7L,
                reason,
                "roof",
                at(2)));

        CaseSummary summary = timeline.summary(ref);
        assertThat(summary.status()).isEqualTo(CaseStatus.RETURNED_TO_VILLAGE);
        assertThat(summary.holder()).isEqualTo(Role.VILLAGE_OPERATOR);
        assertThat(summary.since()).isEqualTo(at(2));
        List<TimelineEntry> entries = timeline.of(ref);
        assertThat(entries).extracting(TimelineEntry::what).containsExactly("opened", "submitted", "decided-return");
        assertThat(entries)
                .extracting(TimelineEntry::role)
                .containsExactly(Role.VILLAGE_OPERATOR, Role.VILLAGE_OPERATOR, Role.REGENCY_VERIFIER);
        assertThat(entries.get(2).reason()).isEqualTo(reason);
    }

    @Test
    void what_a_decree_determines_is_told_as_everything_else() {
        CaseRef one = opened(null);
        CaseRef two = opened(null);
        List<CaseRef> both = List.of(two, one);
        events.publishEvent(
                new CaseProgressed(both, "applied", CaseStatus.DETERMINED, null, null, null, "123/HUK/2026", at(1)));

        assertThat(both).allSatisfy(ref -> {
            assertThat(timeline.summary(ref).status()).isEqualTo(CaseStatus.DETERMINED);
            assertThat(timeline.summary(ref).since()).isEqualTo(at(1));
            assertThat(timeline.of(ref)).last().satisfies(entry -> {
                assertThat(entry.what()).isEqualTo("applied");
                assertThat(entry.status()).isEqualTo(CaseStatus.DETERMINED);
                assertThat(entry.note()).isEqualTo("123/HUK/2026");
                assertThat(entry.by()).isNull();
                assertThat(entry.role()).isNull();
            });
        });
        assertThatThrownBy(() -> events.publishEvent(CaseProgressed.of(
                        refs.next("UJI", VILLAGE), "applied", CaseStatus.DETERMINED, null, null, START)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Two that lock the same cases in different orders would wait for each other. */
    @Test
    void whoever_waits_for_a_case_holds_none_behind_it() {
        CaseRef first = opened(null);
        CaseRef second = opened(null);
        db.update("update casework.case_summary set subject = subject || ' Satu' where case_ref = ?", first.value());

        inTransaction(() -> {
                    db.queryForList("select 1 from casework.case_summary where case_ref = ? for update", first.value());
                    CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> inTransaction(() -> {
                        // Row by row as they lie in the table.
                        db.execute("set local enable_indexscan = off; set local enable_bitmapscan = off");
                        events.publishEvent(new CaseProgressed(
                                List.of(first, second),
                                "applied",
                                CaseStatus.DETERMINED,
                                null,
                                null,
                                null,
                                null,
                                at(1)));
                        return null;
                    }));
                    HeldRows.untilWaitedFor(db);
                    db.queryForList(
                            "select 1 from casework.case_summary where case_ref = ? for update nowait", second.value());
                    return begun;
                })
                .join();

        assertThat(List.of(first, second))
                .allSatisfy(ref -> assertThat(timeline.summary(ref).status()).isEqualTo(CaseStatus.DETERMINED));
    }

    @Test
    void a_case_nobody_opened_cannot_progress() {
        assertThatThrownBy(() -> events.publishEvent(CaseProgressed.of(
                        refs.next("UJI", VILLAGE), "submitted", CaseStatus.REGENCY_REVIEW, null, null, START)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> timeline.summary(refs.next("UJI", VILLAGE))).isInstanceOf(NotFound.class);
    }

    @Test
    void members_show_the_status_of_their_group_once_it_has_moved() {
        CaseRef one = opened(null);
        CaseRef two = opened(null);
        long group = inTransaction(() -> groups.open("2026-11", CaseStatus.REGENCY_REVIEW, null, at(1)));
        events.publishEvent(new CaseProgressed(
                List.of(one, two), "village-finalized", CaseStatus.VILLAGE_FINALIZED, null, null, null, null, at(2)));
        inTransaction(() -> {
            groups.join(group, List.of(one, two));
            return null;
        });
        assertThat(timeline.summary(one).status()).isEqualTo(CaseStatus.VILLAGE_FINALIZED);
        assertThat(timeline.summary(one).group()).isEqualTo("2026-11");

        inTransaction(() -> {
            groups.progress(group, "ratified", CaseStatus.RATIFIED, Role.PROVINCE_OFFICER, null, null, "letter", at(3));
            return null;
        });

        assertThat(timeline.summaries(List.of(one, two)).values())
                .extracting(CaseSummary::status, CaseSummary::holder)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(CaseStatus.RATIFIED, Role.PROVINCE_OFFICER));
        assertThat(timeline.of(one))
                .extracting(TimelineEntry::what)
                .contains("opened", "village-finalized", "batch-joined", "ratified");
    }

    @Test
    void who_leaves_a_group_keeps_its_status_and_hears_no_more_of_it() {
        CaseRef leaver = opened(null);
        CaseRef stays = opened(null);
        long group = inTransaction(() -> {
            long id = groups.open("2026-11", CaseStatus.VILLAGE_FINALIZED, null, at(1));
            groups.join(id, List.of(leaver, stays));
            groups.progress(id, "forwarded", CaseStatus.FORWARDED, Role.MINISTRY_OFFICER, null, null, null, at(2));
            groups.leave(List.of(leaver));
            groups.progress(id, "determined", CaseStatus.DETERMINED, null, null, null, null, at(3));
            return id;
        });

        assertThat(timeline.summary(leaver).status()).isEqualTo(CaseStatus.FORWARDED);
        assertThat(timeline.summary(leaver).group()).isNull();
        assertThat(timeline.of(leaver))
                .extracting(TimelineEntry::what)
                .contains("forwarded", "batch-left")
                .doesNotContain("determined");
        assertThat(timeline.of(stays)).extracting(TimelineEntry::what).contains("determined");
        assertThat(group).isPositive();
    }

    @Test
    void every_level_in_scope_sees_the_same_page_and_nobody_else_any() throws Exception {
        CaseRef ref = opened(people.operator(VILLAGE));
        events.publishEvent(new CaseProgressed(
                List.of(ref),
                "decided-return",
                CaseStatus.RETURNED_TO_VILLAGE,
                Role.VILLAGE_OPERATOR,
                null,
                new Reason(ReasonCode.PHOTO_UNUSABLE, "Foto atap terlalu gelap."),
                null,
                at(4)));

        for (Actor inside :
                List.of(people.operator(VILLAGE), people.verifier(new AreaCode("5202")), people.ministryOfficer())) {
            mvc.perform(get("/casework/" + ref).with(with(inside)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Dikembalikan ke desa/kelurahan")))
                    .andExpect(content().string(containsString("Foto atap terlalu gelap.")))
                    .andExpect(content().string(containsString("Ambil ulang foto")))
                    .andExpect(content().string(containsString("WITA")));
        }
        Actor outside = people.verifier(new AreaCode("1804"));
        mvc.perform(get("/casework/" + ref).with(with(outside))).andExpect(status().isNotFound());
        mvc.perform(get("/casework/UJI-5202-26-999999").with(with(outside))).andExpect(status().isNotFound());
        mvc.perform(get("/casework/nonsense").with(with(outside))).andExpect(status().isNotFound());
    }

    /** Who did it, in which role and in whose place is asked for all of them together. */
    @Test
    void a_long_timeline_costs_no_more_statements_than_a_short_one() {
        CaseRef shortOne = opened(people.operator(VILLAGE));
        CaseRef longOne = opened(people.operator(VILLAGE));
        for (int hour = 1; hour <= 10; hour++) {
            Long by = people.operator(VILLAGE).accountId();
            events.publishEvent(CaseProgressed.of(
                    longOne, "submitted", CaseStatus.REGENCY_REVIEW, Role.VILLAGE_OPERATOR, by, at(hour)));
        }
        Actor verifier = people.verifier(new AreaCode("5202"));
        statements(shortOne, verifier);
        assertThat(statements(longOne, verifier)).hasSameSizeAs(statements(shortOne, verifier));
    }

    private List<String> statements(CaseRef ref, Actor actor) {
        return Statements.during(() -> {
            try {
                mvc.perform(get("/casework/" + ref).with(with(actor))).andExpect(status().isOk());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private CaseRef opened(Actor by) {
        CaseRef ref = refs.next("UJI", VILLAGE);
        Long account = by == null ? null : by.accountId();
        events.publishEvent(new CaseOpened(ref, "TEST", VILLAGE, "Keluarga Uji", CaseStatus.DRAFT, account, START));
        return ref;
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private static Instant at(int hours) {
        return START.plusSeconds(hours * 3600L);
    }
}
