package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineTasks;
import id.siks.platform.engine.TaskOpened;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** The ladder of an open task: who is told when, once, and how it follows a due date that moves. */
@EngineTest
@RecordApplicationEvents
class LadderTests {

    // A Monday without holidays near it, ten in the morning in Bengkulu: due on Thursday at 16.00.
    private static final Instant MONDAY = Instant.parse("2026-11-02T03:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-05T09:00:00Z");

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    EngineTasks work;

    @Autowired
    Rungs rungs;

    @Autowired
    Timeline timeline;

    @Autowired
    WatchedWork goods;

    @Autowired
    CalendarDesk calendar;

    @Autowired
    CalendarFollower follower;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    CaseTurns turns;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TestActors people;

    @Autowired
    LadderWatch watch;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEvents events;

    @Autowired
    BusinessTime time;

    @BeforeEach
    void itIsMonday() {
        time.moveTo(MONDAY);
    }

    @AfterEach
    void nothingFollows() {
        TestCalendar.forgetFollowing(db);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "VILLAGE_OPERATOR, 1701012001, REGENCY_VERIFIER, REGENCY_OFFICE_HEAD, PROVINCE_OFFICER",
        "VILLAGE_HEAD, 1702062001, REGENCY_VERIFIER, REGENCY_OFFICE_HEAD, PROVINCE_OFFICER",
        "DISTRICT_SOCIAL_WORKER, 1703012001, REGENCY_VERIFIER, REGENCY_OFFICE_HEAD, PROVINCE_OFFICER",
        "REGENCY_VERIFIER, 1704012001, REGENCY_OFFICE_HEAD, REGENCY_OFFICE_HEAD, PROVINCE_OFFICER",
        "REGENCY_OFFICE_HEAD, 1705012002, PROVINCE_OFFICER, PROVINCE_OFFICER, PROVINCE_OFFICER",
        "REGENT, 1706012005, PROVINCE_OFFICER, PROVINCE_OFFICER, PROVINCE_OFFICER",
        "PROVINCE_OFFICER, 1708012001, MINISTRY_OFFICER, MINISTRY_OFFICER, MINISTRY_OFFICER",
        "MINISTRY_OFFICER, 1709012001, MINISTRY_DECIDER, MINISTRY_DECIDER, MINISTRY_DECIDER"
    })
    void each_rung_tells_the_office_above_once_and_decides_nothing(
            Role worker, String village, Role supervisor, Role officeHead, Role province) {
        AreaCode area = new AreaCode(village);
        List<Role> offices = List.of(worker, supervisor, officeHead, province);
        Map<Role, Actor> staff = staff(area, offices);
        CaseRef ref = open(worker, area);
        ProcessInstance process = instance(ref);
        assertThat(watch.armed(ref)).containsExactly(Instant.parse("2026-11-04T00:30:00Z"));

        for (Rung rung : Rung.values()) {
            watch.next(ref);
            assertThat(watch.armed(ref)).hasSizeLessThanOrEqualTo(1);
            ToldRung told = rungs.of(ref).get(0);
            assertThat(told.rung()).isEqualTo(rung);
            assertThat(told.toldRole()).isEqualTo(offices.get(rung.ordinal()));
            assertThat(told.told())
                    .contains(staff.get(offices.get(rung.ordinal())).accountId());
            assertThat(told.taskDueAt()).isEqualTo(DUE);
            assertThat(told.acted()).isNull();
            assertThat(process).isWaitingAt("weigh-goods");
        }

        assertThat(rungs.of(ref))
                .extracting(ToldRung::dueAt)
                .containsExactly(
                        Instant.parse("2026-11-12T09:00:00Z"),
                        Instant.parse("2026-11-10T09:00:00Z"),
                        Instant.parse("2026-11-06T09:30:00Z"),
                        Instant.parse("2026-11-04T00:30:00Z"));
        assertThat(watch.armed(ref)).isEmpty();
        assertThat(process)
                .hasPassed("weigh-goods-delayed", "weigh-goods-escalated", "find-rung")
                .hasPassedInOrder("remind-worker", "tell-supervisor", "tell-office-head", "tell-province");
        assertThat(timeline.of(ref))
                .extracting(TimelineEntry::what)
                .containsSubsequence("rung-reminder", "rung-supervisor", "rung-office-head", "rung-province");
        assertThat(events.stream(TasksOverdue.class).flatMap(told -> told.tasks().stream()))
                .hasSize(4);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "forward-batch, PROVINCE_OFFICER, PROVINCE",
        "record-ratification, REGENT, OFFICE_HEAD",
        "assign-visit, DISTRICT_SOCIAL_WORKER, SUPERVISOR"
    })
    void what_one_office_would_be_told_twice_at_one_moment_it_is_told_once(String task, Role worker, Rung first) {
        // It opened on the day it is due, so nobody is reminded; Friday is the first working day after it.
        TaskOpened late = new TaskOpened(
                "merged-" + task,
                task,
                "test-watched",
                "TES-1804-26-000001",
                worker.name(),
                "1804",
                "",
                DUE,
                DUE,
                null);
        time.moveTo(Instant.parse("2026-11-06T09:30:00Z"));

        assertThat(transactions.<Optional<Rung>>execute(t -> rungs.due(List.of(late))))
                .contains(first);
    }

    @Test
    void an_office_whose_rungs_have_all_come_is_told_once_of_the_highest() {
        AreaCode area = new AreaCode("1706012005");
        staff(area, List.of(Role.REGENCY_VERIFIER, Role.REGENCY_OFFICE_HEAD, Role.PROVINCE_OFFICER));
        CaseRef head = open(Role.REGENCY_OFFICE_HEAD, area);
        CaseRef verifier = open(Role.REGENCY_VERIFIER, area);
        CaseRef later = open(Role.REGENCY_OFFICE_HEAD, area);

        // The application was down until the day after the office head's rung, and the day after the last.
        time.moveTo(Instant.parse("2026-11-11T03:00:00Z"));
        watch.climb(head);
        watch.climb(verifier);
        time.moveTo(Instant.parse("2026-11-13T03:00:00Z"));
        watch.climb(later);

        assertThat(told(head)).containsExactly(Rung.REMINDER, Rung.OFFICE_HEAD, Rung.PROVINCE);
        assertThat(told(verifier)).containsExactly(Rung.REMINDER, Rung.OFFICE_HEAD, Rung.PROVINCE);
        assertThat(told(later)).containsExactly(Rung.REMINDER, Rung.PROVINCE);
    }

    private List<Rung> told(CaseRef ref) {
        return rungs.of(ref).stream().map(ToldRung::rung).sorted().toList();
    }

    @Test
    void above_the_minister_nobody_is_told() {
        people.decider();
        CaseRef ref = open(Role.MINISTRY_DECIDER, new AreaCode("1771011001"));
        watch.climb(ref);

        assertThat(rungs.of(ref)).extracting(ToldRung::rung).containsExactly(Rung.REMINDER);
    }

    @Test
    void whoever_has_taken_it_is_reminded_alone_and_doing_it_answers_what_was_told() {
        AreaCode village = new AreaCode("1701012002");
        Actor one = people.operator(village);
        people.operator(village);
        people.verifier(new AreaCode("1701"));
        CaseRef ref = open(Role.VILLAGE_OPERATOR, village);
        work.assign(task(ref).getId(), one.id());
        watch.next(ref);
        assertThat(rungs.of(ref).get(0).told()).containsExactly(one.accountId());
        watch.next(ref);
        assertThat(rungs.of(ref)).extracting(ToldRung::acted).containsOnlyNulls();

        tasks.complete(task(ref).getId());

        assertThat(rungs.of(ref)).hasSize(2).extracting(ToldRung::acted).containsOnly(ToldRung.Deed.DONE);
        assertThat(watch.armed(ref)).isEmpty();
    }

    @Test
    void taking_it_after_a_rung_answers_it_until_it_is_done_and_giving_it_back_does_not() {
        AreaCode village = new AreaCode("1701012003");
        Actor operator = people.operator(village);
        CaseRef ref = open(Role.VILLAGE_OPERATOR, village);
        work.assign(task(ref).getId(), operator.id());
        watch.next(ref);
        work.assign(task(ref).getId(), null);
        assertThat(rungs.of(ref).get(0).acted()).isNull();
        work.assign(task(ref).getId(), operator.id());
        assertThat(rungs.of(ref).get(0).acted()).isEqualTo(ToldRung.Deed.TAKEN);
        tasks.complete(task(ref).getId());
        assertThat(rungs.of(ref).get(0).acted()).isEqualTo(ToldRung.Deed.DONE);
    }

    @Test
    void a_rung_nobody_hears_goes_up_at_once_and_says_so() {
        AreaCode village = new AreaCode("1707012002");
        Actor head = people.officeHead(new AreaCode("1707"));
        people.provinceOfficer(new AreaCode("17"));
        CaseRef ref = open(Role.VILLAGE_OPERATOR, village);
        watch.next(ref);
        // Neither an operator nor a verifier works there.
        watch.next(ref);
        Instant before = time.now();
        watch.next(ref);

        assertThat(Duration.between(before, time.now())).isLessThan(Duration.ofMinutes(1));
        List<ToldRung> told = rungs.of(ref);
        assertThat(told).extracting(ToldRung::rung).containsExactly(Rung.OFFICE_HEAD, Rung.SUPERVISOR, Rung.REMINDER);
        assertThat(told).extracting(ToldRung::unheard).containsExactly(false, true, true);
        assertThat(told.get(0).told()).containsExactly(head.accountId());
        assertThat(told.get(0).dueAt()).isAfter(told.get(0).reachedAt());
        assertThat(watch.armed(ref)).containsExactly(Instant.parse("2026-11-12T09:00:00Z"));
        assertThat(timeline.of(ref))
                .extracting(TimelineEntry::what)
                .contains("rung-reminder-unheard", "rung-supervisor-unheard", "rung-office-head");
    }

    @Test
    void a_due_date_that_moves_takes_the_armed_rung_along_and_what_lies_ahead_again_is_told_again() {
        AreaCode village = new AreaCode("1701012004");
        people.operator(village);
        people.verifier(new AreaCode("1701"));
        CaseRef ref = open(Role.VILLAGE_OPERATOR, village);
        watch.next(ref);
        watch.next(ref);

        reschedule(ref, Instant.parse("2026-11-19T09:00:00Z"));

        assertThat(watch.armed(ref)).containsExactly(Instant.parse("2026-11-18T00:30:00Z"));
        assertThat(rungs.of(ref)).extracting(ToldRung::acted).containsOnly(ToldRung.Deed.MOVED);
        watch.next(ref);
        assertThat(rungs.of(ref).get(0).rung()).isEqualTo(Rung.REMINDER);
        reschedule(ref, Instant.parse("2026-11-19T08:00:00Z"));
        // Reminded already, and the later hour makes no second time.
        assertThat(watch.armed(ref)).containsExactly(Instant.parse("2026-11-20T09:30:00Z"));
    }

    @Test
    void a_ladder_at_its_end_begins_again_with_a_new_due_date() {
        AreaCode village = new AreaCode("1701012005");
        people.operator(village);
        CaseRef ref = open(Role.VILLAGE_OPERATOR, village);
        watch.climb(ref);
        assertThat(watch.armed(ref)).isEmpty();

        reschedule(ref, Instant.parse("2026-12-03T09:00:00Z"));

        assertThat(watch.armed(ref)).containsExactly(Instant.parse("2026-12-02T00:30:00Z"));
        watch.next(ref);
        assertThat(rungs.of(ref).get(0).rung()).isEqualTo(Rung.REMINDER);
    }

    @Test
    void a_timer_that_comes_too_early_tells_nobody_and_is_armed_again() {
        CaseRef ref = open(Role.VILLAGE_OPERATOR, new AreaCode("1701012006"));
        List<Instant> armed = watch.armed(ref);
        watch.tooEarly(ref);

        assertThat(instance(ref)).hasPassed("rung-awaited").hasNotPassed("remind-worker");
        assertThat(rungs.of(ref)).isEmpty();
        assertThat(watch.armed(ref)).isEqualTo(armed);
    }

    @Test
    void a_rung_told_already_is_not_told_again_whatever_its_timer_does() {
        AreaCode village = new AreaCode("1701012007");
        people.operator(village);
        CaseRef ref = open(Role.VILLAGE_OPERATOR, village);
        watch.next(ref);
        watch.tooEarly(ref);
        watch.tooEarly(ref);

        assertThat(rungs.of(ref)).hasSize(1);
        assertThat(events.stream(TasksOverdue.class).flatMap(told -> told.tasks().stream()))
                .hasSize(1);
    }

    @Test
    void a_declared_stop_takes_the_due_date_and_the_armed_rung_along() {
        AreaCode village = new AreaCode("1901011001");
        people.operator(village);
        CaseRef ref = open(Role.VILLAGE_OPERATOR, village);
        watch.next(ref);
        // A whole working day in which nobody can work: Tuesday.
        ClockStop stop = new ClockStop(
                0,
                "1901",
                Instant.parse("2026-11-03T00:30:00Z"),
                Instant.parse("2026-11-03T09:00:00Z"),
                Instant.parse("2026-11-03T09:00:00Z"),
                "Server kementerian mati sehari penuh.",
                1);
        calendar.save(CalendarEdit.of((ClockStop) null, stop), null);
        follower.work();

        assertThat(task(ref).getDueDate().toInstant()).isEqualTo(Instant.parse("2026-11-06T09:30:00Z"));
        assertThat(watch.armed(ref)).containsExactly(Instant.parse("2026-11-05T00:30:00Z"));
        // Reminded before: that the calendar moved the date is nobody's answer to it.
        assertThat(rungs.of(ref)).extracting(ToldRung::acted).containsOnlyNulls();
    }

    @Test
    void a_new_holiday_moves_the_rungs_of_a_task_that_is_late_already() {
        AreaCode village = new AreaCode("1902011001");
        people.operator(village);
        CaseRef ref = open(Role.VILLAGE_OPERATOR, village);
        watch.next(ref);
        assertThat(watch.armed(ref)).containsExactly(Instant.parse("2026-11-06T09:30:00Z"));
        time.moveTo(DUE.plusSeconds(60));

        calendar.save(CalendarEdit.of((Holiday) null, holiday(6, "1902")), null);
        follower.work();

        assertThat(task(ref).getDueDate().toInstant()).isEqualTo(DUE);
        assertThat(watch.armed(ref)).containsExactly(Instant.parse("2026-11-09T09:00:00Z"));
    }

    @Test
    void nobody_is_told_of_a_task_whose_due_date_has_yet_to_follow_the_calendar() {
        AreaCode village = new AreaCode("1904011001");
        people.operator(village);
        CaseRef ref = open(Role.VILLAGE_OPERATOR, village);
        Instant reminder = Instant.parse("2026-11-04T00:30:00Z");
        assertThat(watch.armed(ref)).containsExactly(reminder);
        calendar.save(CalendarEdit.of((Holiday) null, holiday(3, "1904")), null);

        watch.next(ref);
        assertThat(rungs.of(ref)).isEmpty();
        assertThat(watch.armed(ref)).allSatisfy(at -> assertThat(at)
                .isBetween(reminder.plus(Duration.ofMinutes(10)), reminder.plus(Duration.ofMinutes(11))));

        follower.work();
        assertThat(watch.armed(ref)).containsExactly(Instant.parse("2026-11-05T00:30:00Z"));
    }

    @Test
    void nobody_is_told_of_a_task_that_was_left_when_the_others_followed() {
        AreaCode village = new AreaCode("1906012001");
        people.operator(village);
        CaseRef left = open(Role.VILLAGE_OPERATOR, village);
        CaseRef behind = open(Role.VILLAGE_OPERATOR, new AreaCode("1906012002"));
        Instant reminder = Instant.parse("2026-11-04T00:30:00Z");
        calendar.save(CalendarEdit.of((Holiday) null, holiday(3, "1906")), null);
        transactions.executeWithoutResult(status -> {
            turns.take(left);
            CompletableFuture.runAsync(follower::step).join();
        });
        assertThat(watch.armed(behind)).containsExactly(Instant.parse("2026-11-05T00:30:00Z"));

        watch.next(left);

        assertThat(rungs.of(left)).isEmpty();
        assertThat(watch.armed(left))
                .allSatisfy(at -> assertThat(at).isAfterOrEqualTo(reminder.plus(Duration.ofMinutes(10))));
    }

    @Test
    void nobody_is_told_of_a_task_while_a_stop_without_end_was_not_counted_on() {
        AreaCode village = new AreaCode("1905011001");
        people.operator(village);
        CaseRef ref = open(Role.VILLAGE_OPERATOR, village);
        ClockStop stop = new ClockStop(
                0, "1905", MONDAY, null, calendar.countedUntil(MONDAY, null), "Server kementerian mati.", 1);
        calendar.save(CalendarEdit.of((ClockStop) null, stop), null);
        follower.work();
        assertThat(watch.armed(ref)).containsExactly(Instant.parse("2026-11-05T00:30:00Z"));

        // The application was down since then.
        time.moveTo(DUE);
        watch.next(ref);
        assertThat(rungs.of(ref)).isEmpty();

        calendar.countOn();
        follower.work();
        assertThat(watch.armed(ref)).allSatisfy(at -> assertThat(at).isAfter(DUE.plus(Duration.ofDays(1))));
        db.update("delete from casework.clock_stop where area_code = '1905'");
        calendars.forget();
    }

    private static Holiday holiday(int day, String area) {
        return new Holiday(
                0, LocalDate.of(2026, 11, day), area, Holiday.Kind.REGIONAL, "Hari jadi kabupaten", "SK Bupati 1/2026");
    }

    private void reschedule(CaseRef ref, Instant due) {
        work.reschedule(Map.of(task(ref).getId(), due));
    }

    private Map<Role, Actor> staff(AreaCode area, List<Role> roles) {
        Map<Role, Actor> staff = new EnumMap<>(Role.class);
        for (Role role : roles) {
            staff.computeIfAbsent(
                    role,
                    r -> r.digits() == 0
                            ? people.holding(List.of(Assignment.nation(r)))
                            : people.holding(r, new AreaCode(area.value().substring(0, r.digits()))));
        }
        return staff;
    }

    private CaseRef open(Role role, AreaCode village) {
        return goods.open(role, village);
    }

    private ProcessInstance instance(CaseRef ref) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult();
    }

    private Task task(CaseRef ref) {
        return tasks.createTaskQuery().processInstanceBusinessKey(ref.value()).singleResult();
    }
}
