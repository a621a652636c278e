package id.siks.casework;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineTasks;
import id.siks.platform.engine.TaskTimers;
import id.siks.worklist.model.TestWork;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Open tasks of a village whose due dates follow changes of the calendar. */
@EngineTest
abstract class FollowingTest {

    static final AreaCode VILLAGE = new AreaCode("5204052001");
    static final String REGENCY = "5204";

    // Monday, 11.00 in central time; three working days are Thursday 16.00. No holiday is known of that year.
    static final Instant MONDAY = Instant.parse("2031-03-03T03:00:00Z");
    static final Instant THURSDAY = Instant.parse("2031-03-06T08:00:00Z");
    static final Instant FRIDAY = Instant.parse("2031-03-07T08:30:00Z");
    static final Instant NEXT_MONDAY = Instant.parse("2031-03-10T08:00:00Z");

    @Autowired
    CalendarDesk desk;

    @Autowired
    CalendarFollower follower;

    @Autowired
    CalendarFollows follows;

    @Autowired
    CalendarRows rows;

    @Autowired
    OpenDues dues;

    @Autowired
    EngineTasks engine;

    @Autowired
    TaskTimers timers;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    CaseTurns turns;

    @Autowired
    TestActors people;

    @Autowired
    TestWork work;

    @Autowired
    TaskService tasks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    BusinessTime time;

    final List<String> open = new ArrayList<>();
    Actor admin;

    @BeforeEach
    void monday() {
        time.moveTo(MONDAY);
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
    }

    @AfterEach
    void asItWas() {
        transaction.executeWithoutResult(status -> open.forEach(work::drop));
        jdbc.update("delete from casework.holiday where area_code = ?", REGENCY);
        jdbc.update("delete from casework.clock_stop where area_code = ?", REGENCY);
        TestCalendar.forgetFollowing(jdbc);
        calendars.forget();
        time.release();
    }

    String opened() {
        String task = work.open(VILLAGE, null);
        open.add(task);
        return task;
    }

    /** A day of that March is free from now on; answers the change. */
    long holiday(int day) {
        return desk.save(edit(day), admin);
    }

    static CalendarEdit edit(int day) {
        LocalDate free = LocalDate.of(2031, 3, day);
        return CalendarEdit.of(
                null, new Holiday(0, free, REGENCY, Holiday.Kind.REGIONAL, "Hari jadi", "Perbup 1/2031"));
    }

    DueShifts shifts(OpenDues some, DueReckoning reckoning) {
        return new DueShifts(some, reckoning, follows, rows, turns, engine, timers, calendars);
    }

    Instant due(String task) {
        return jdbc.queryForObject("select due_at from worklist.work_item where task_id = ?", Timestamp.class, task)
                .toInstant();
    }
}
