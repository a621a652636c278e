package id.siks.worklist.notice;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.Timeline;
import id.siks.casework.TimelineEntry;
import id.siks.finalization.CutoffMoved;
import id.siks.finalization.CutoffNeared;
import id.siks.finalization.ItemRolledOver;
import id.siks.finalization.Milestone;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.EnteredLeave;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import id.siks.register.outside.SimulatedCivilRegistry;
import id.siks.worklist.model.WorklistTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What people find under "news for you" when others decided, moved a date, or time ran out. */
class NoticesTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("5202");
    private static final AreaCode VILLAGE = new AreaCode("5202011001");
    private static final String WHY = "Jaringan terputus tiga hari di seluruh kabupaten.";

    @Autowired
    ProposalTestData data;

    @Autowired
    Accounts accounts;

    @Autowired
    SimulatedCivilRegistry civilRegistry;

    @Autowired
    Timeline timeline;

    @Autowired
    EngineJobs jobs;

    @Autowired
    BusinessTime time;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Proposals proposals;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void a_moved_date_is_told_to_operators_and_heads_of_the_regency_with_the_new_date_and_why() throws Exception {
        Actor operator = people.operator(VILLAGE);
        Actor head = people.villageHead(VILLAGE);
        Actor elsewhere = people.operator(new AreaCode("5203012001"));

        tell(moved());

        for (Actor told : List.of(operator, head)) {
            mvc.perform(get("/").with(with(told)))
                    .andExpect(content().string(containsString("20 November 2026 23.59 WITA")))
                    .andExpect(content().string(containsString(WHY)));
        }
        mvc.perform(get("/").with(with(elsewhere))).andExpect(content().string(not(containsString(WHY))));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "OPENING, -",
                "VILLAGE_CUTOFF, REGENCY_VERIFIER",
                "REGENCY_CUTOFF, DISTRICT_SOCIAL_WORKER REGENCY_VERIFIER REGENCY_OFFICE_HEAD REGENT",
                "DETERMINATION, REGENCY_VERIFIER REGENCY_OFFICE_HEAD REGENT"
            })
    void a_moved_date_is_told_to_those_who_work_towards_it_but_not_to_who_moved_it(Milestone date, String others) {
        AreaCode village = new AreaCode("5204022001");
        Actor mover = people.officeHead(village.at(AreaLevel.REGENCY));
        Set<Role> told = EnumSet.of(Role.VILLAGE_OPERATOR, Role.VILLAGE_HEAD);
        if (others != null) {
            Stream.of(others.split(" ")).map(Role::valueOf).forEach(told::add);
        }
        Map<Role, Actor> staff = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            if (role.digits() >= 4 && role != Role.AUDITOR) {
                staff.put(
                        role, people.holding(role, new AreaCode(village.value().substring(0, role.digits()))));
            }
        }

        tell(new CutoffMoved(
                new CaseRef("PRD-5204-26-000001"),
                village.at(AreaLevel.REGENCY),
                date,
                Instant.parse("2026-11-14T15:59:00Z"),
                Instant.parse("2026-11-20T15:59:00Z"),
                WHY,
                mover.accountId(),
                time.now()));

        staff.forEach((role, actor) -> assertThat(moved(actor)).as(role.name()).isEqualTo(told.contains(role) ? 1 : 0));
        assertThat(moved(mover)).isZero();
    }

    private int moved(Actor actor) {
        return jdbc.queryForObject(
                "select count(*) from worklist.notice where account_id = ? and what = 'CUTOFF_MOVED'",
                Integer.class,
                actor.accountId());
    }

    @Test
    void whoever_stands_in_is_told_of_dates_as_the_absent_is_and_warned_in_his_place() throws Exception {
        Actor deputy = people.operator(new AreaCode("5203012001"));
        Actor absent = people.operator(VILLAGE);
        standsIn(deputy, absent);

        tell(moved());
        tell(new CutoffNeared(
                new CaseRef("PRD-5202-26-000001"),
                REGENCY,
                Milestone.VILLAGE_CUTOFF,
                Instant.parse("2026-11-20T15:59:00Z"),
                Map.of(VILLAGE, 3),
                false,
                time.now()));

        mvc.perform(get("/").with(with(deputy)))
                .andExpect(content().string(containsString(WHY)))
                .andExpect(content().string(containsString("3 usulan")));
        mvc.perform(get("/").with(with(absent)))
                .andExpect(content().string(containsString(WHY)))
                .andExpect(content().string(not(containsString("3 usulan"))));
    }

    private CutoffMoved moved() {
        return new CutoffMoved(
                new CaseRef("PRD-5202-26-000001"),
                REGENCY,
                Milestone.VILLAGE_CUTOFF,
                Instant.parse("2026-11-14T15:59:00Z"),
                Instant.parse("2026-11-20T15:59:00Z"),
                WHY,
                null,
                time.now());
    }

    private void standsIn(Actor deputy, Actor absent) throws Exception {
        Actor keeper = people.holding(List.of(Assignment.nation(Role.USER_ADMIN)));
        mvc.perform(EnteredLeave.of(absent, deputy, time.today(ZoneId.of("Asia/Makassar")), keeper))
                .andExpect(redirectedUrl("/identity/leave"));
    }

    @Test
    void a_returned_case_is_told_with_reason_sentence_and_next_step() throws Exception {
        Actor operator = people.operator(VILLAGE);
        CaseRef ref = opened(operator);

        tell(new CaseProgressed(
                List.of(ref),
                "returned",
                CaseStatus.RETURNED_TO_VILLAGE,
                Role.VILLAGE_OPERATOR,
                null,
                new Reason(ReasonCode.PHOTO_UNUSABLE, "Foto depan rumah terlalu gelap."),
                null,
                time.now()));

        mvc.perform(get("/").with(with(operator)))
                .andExpect(content().string(containsString(ref.value())))
                .andExpect(content().string(containsString("Foto tidak dapat dipakai")))
                .andExpect(content().string(containsString("Foto depan rumah terlalu gelap.")))
                .andExpect(content().string(containsString("Langkah berikutnya: ")));
    }

    @Test
    void that_a_case_ended_before_its_time_is_told_to_whoever_drafted_it_but_not_by_himself() throws Exception {
        ProposalTestData.Place here = data.in("5204022002");
        CaseRef died = here.ready();
        CaseRef takenBack = here.ready();
        CaseRef own = here.ready();
        String head =
                proposals.view(died, here.operator).content().members().get(0).nik();
        civilRegistry.announceDeath(head, LocalDate.of(2026, 10, 1));
        proposals.withdraw(
                takenBack,
                version(takenBack, here),
                "Keluarga pindah ke kabupaten lain",
                UUID.randomUUID(),
                people.operator(here.village));
        proposals.withdraw(
                own, version(own, here), "Keluarga pindah ke kabupaten lain", UUID.randomUUID(), here.operator);

        assertThat(jdbc.queryForList(
                        "select case_ref || ' ' || status || ' ' || reason from worklist.notice where account_id = ?",
                        String.class,
                        here.operator.accountId()))
                .containsExactlyInAnyOrder(died + " CANCELLED DECEASED", takenBack + " CANCELLED OTHER");
        mvc.perform(get("/").with(with(here.operator)))
                .andExpect(content().string(containsString("Dibatalkan")))
                .andExpect(content().string(containsString("Keluarga pindah ke kabupaten lain")));
    }

    /** Glossary 6.1: reasons are visible to the village at once, whoever works there now. */
    @Test
    void what_becomes_of_a_case_is_told_to_those_who_followed_its_operator() {
        AreaCode village = new AreaCode("5204022003");
        Actor gone = people.operator(village);
        CaseRef ref = opened(village, gone);
        Actor first = people.operator(village);
        Actor second = people.operator(village);
        accounts.end(gone.accountId(), Assignment.of(Role.VILLAGE_OPERATOR, village));

        tell(returned(ref, first.accountId()));

        assertThat(toldOf(ref)).as("but not to whoever did it himself").containsExactly(second.accountId());
    }

    @Test
    void what_becomes_of_a_case_is_told_to_the_deputy_of_its_operator_too() throws Exception {
        AreaCode village = new AreaCode("5204022009");
        Actor absent = people.operator(village);
        CaseRef ref = opened(village, absent);
        Actor deputy = people.operator(new AreaCode("5204022010"));
        standsIn(deputy, absent);

        tell(returned(ref, null));

        assertThat(toldOf(ref)).containsExactlyInAnyOrder(absent.accountId(), deputy.accountId());
    }

    @Test
    void a_social_worker_who_handed_a_family_in_is_told_beside_its_operators() {
        AreaCode village = new AreaCode("5204022007");
        Actor worker = people.socialWorker(new AreaCode("520402"));
        CaseRef ref = opened(village, worker);
        Actor operator = people.operator(village);

        tell(returned(ref, null));

        assertThat(toldOf(ref)).containsExactlyInAnyOrder(operator.accountId(), worker.accountId());
    }

    private static CaseProgressed returned(CaseRef ref, Long by) {
        Reason why = new Reason(ReasonCode.PHOTO_UNUSABLE, "Foto depan rumah terlalu gelap.");
        return new CaseProgressed(
                List.of(ref), "returned", CaseStatus.RETURNED_TO_VILLAGE, null, by, why, null, Instant.EPOCH);
    }

    private List<Long> toldOf(CaseRef ref) {
        return jdbc.queryForList("select account_id from worklist.notice where case_ref = ?", Long.class, ref.value());
    }

    @Test
    void a_case_that_missed_the_villages_cutoff_is_told_to_whoever_drafted_it() throws Exception {
        Actor operator = people.operator(VILLAGE);
        CaseRef ref = opened(operator);

        tell(new ItemRolledOver(
                List.of(ref),
                VILLAGE,
                new CaseRef("PRD-5202-26-000001"),
                new CaseRef("PRD-5202-26-000002"),
                Milestone.VILLAGE_CUTOFF,
                time.now()));

        mvc.perform(get("/").with(with(operator)))
                .andExpect(content().string(containsString(ref.value())))
                .andExpect(content().string(containsString("Tidak ada yang hilang")));
    }

    @Test
    void what_was_agreed_but_not_listed_in_time_says_so_in_its_timeline_and_stays_agreed() {
        ProposalTestData.Place here = data.in("5204022001");
        CaseRef ref = here.agreed();
        time.moveTo(here.period().villageCutoffAt().plusSeconds(1));
        jobs.runDue();

        List<TimelineEntry> entries = timeline.of(ref);
        TimelineEntry last = entries.get(entries.size() - 1);
        assertThat(last.what()).isEqualTo("rolled-over");
        assertThat(last.status()).isEqualTo(CaseStatus.AGREED_BY_MEETING);
        assertThat(timeline.summary(ref).status()).isEqualTo(CaseStatus.AGREED_BY_MEETING);
    }

    @Test
    void what_is_approved_after_the_regencys_cutoff_is_told_to_travel_with_the_next_list() throws Exception {
        ProposalTestData.Place here = data.in("5205012007");
        CaseRef ref = here.visited();
        time.moveTo(here.period().regencyCutoffAt());
        data.does(here.verifier, ref, "decide-proposal", Map.of("decision", "approve"));

        assertThat(timeline.of(ref)).last().satisfies(last -> {
            assertThat(last.what()).isEqualTo("rolled-over");
            assertThat(last.status()).isEqualTo(CaseStatus.ROLLED_OVER);
            assertThat(last.note()).isNotBlank();
        });
        assertThat(timeline.summary(ref).status()).isEqualTo(CaseStatus.ROLLED_OVER);
        mvc.perform(get("/").with(with(here.operator)))
                .andExpect(content().string(containsString(ref.value())))
                .andExpect(content().string(containsString("ikut daftar periode berikutnya")));
    }

    @Test
    void the_death_of_a_member_is_told_with_what_to_do_next() throws Exception {
        ProposalTestData.Place here = data.in("5206012005");
        FamilyContent family = here.family();
        CaseRef ref = here.handedIn(family);
        civilRegistry.announceDeath(family.members().get(1).nik(), LocalDate.of(2026, 10, 1));

        mvc.perform(get("/").with(with(here.operator)))
                .andExpect(content().string(containsString(ref.value())))
                .andExpect(content().string(containsString("Usulan tidak dapat disetujui")))
                .andExpect(content().string(containsString("keluarkan anggota yang meninggal")))
                .andExpect(content()
                        .string(not(containsString(family.members().get(1).nik()))));
    }

    private CaseRef opened(Actor by) {
        return opened(VILLAGE, by);
    }

    private CaseRef opened(AreaCode village, Actor by) {
        return items.find(work.open(village, by.accountId())).orElseThrow().ref();
    }

    private void tell(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private int version(CaseRef ref, ProposalTestData.Place place) {
        return proposals.view(ref, place.operator).version();
    }
}
