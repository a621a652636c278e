package id.siks.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Holidays, opening hours and clock stops in the database, and who changed them. */
@Repository
class CalendarRows {

    private static final long ONE_AT_A_TIME = 0x63616c656e646172L;

    private final JdbcTemplate jdbc;

    CalendarRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    WorkCalendar read() {
        return new WorkCalendar(holidays(), weeks(), stops());
    }

    /** Whoever changes the calendar waits here until whoever was first has finished. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, ONE_AT_A_TIME);
    }

    List<Holiday> holidays() {
        return jdbc.query("select * from casework.holiday order by day, area_code", CalendarRows::holiday);
    }

    /** The stops, the latest first. */
    List<ClockStop> stops() {
        return jdbc.query("select * from casework.clock_stop order by from_at desc, stop_id desc", CalendarRows::stop);
    }

    /** The weeks: those that hold always first, then the latest season first. */
    List<OfficeWeek> weeks() {
        Map<Long, Map<DayOfWeek, OfficeHours>> days = new HashMap<>();
        jdbc.query("select * from casework.working_hours", row -> {
            days.computeIfAbsent(row.getLong("week_id"), id -> new EnumMap<>(DayOfWeek.class))
                    .put(DayOfWeek.of(row.getInt("weekday")), hours(row));
        });
        return jdbc.query(
                "select * from casework.working_week order by from_day desc nulls first, area_code",
                (row, index) -> week(row, days.getOrDefault(row.getLong("week_id"), Map.of())));
    }

    void save(OfficeWeek week) {
        long id = week.id() == 0 ? insert(week) : update(week);
        jdbc.update("delete from casework.working_hours where week_id = ?", id);
        week.days()
                .forEach((day, hours) -> jdbc.update(
                        """
                insert into casework.working_hours (week_id, weekday, opens, break_from, break_until, closes)
                values (?, ?, ?, ?, ?, ?)""",
                        id,
                        day.getValue(),
                        hours.opens(),
                        hours.breakFrom(),
                        hours.breakUntil(),
                        hours.closes()));
    }

    private long insert(OfficeWeek week) {
        return jdbc.queryForObject(
                """
                insert into casework.working_week (area_code, from_day, until_day, source) values (?, ?, ?, ?)
                returning week_id""",
                Long.class,
                week.area(),
                week.fromDay(),
                week.untilDay(),
                week.source());
    }

    private long update(OfficeWeek week) {
        jdbc.update(
                "update casework.working_week set area_code = ?, from_day = ?, until_day = ?, source = ? where week_id = ?",
                week.area(),
                week.fromDay(),
                week.untilDay(),
                week.source(),
                week.id());
        return week.id();
    }

    void delete(OfficeWeek week) {
        jdbc.update("delete from casework.working_week where week_id = ?", week.id());
    }

    void save(Holiday holiday) {
        if (holiday.id() == 0) {
            jdbc.update(
                    "insert into casework.holiday (day, area_code, kind, name, source) values (?, ?, ?, ?, ?)",
                    holiday.day(),
                    holiday.area(),
                    holiday.kind().name(),
                    holiday.name(),
                    holiday.source());
        } else {
            jdbc.update(
                    "update casework.holiday set day = ?, area_code = ?, kind = ?, name = ?, source = ? where holiday_id = ?",
                    holiday.day(),
                    holiday.area(),
                    holiday.kind().name(),
                    holiday.name(),
                    holiday.source(),
                    holiday.id());
        }
    }

    void delete(Holiday holiday) {
        jdbc.update("delete from casework.holiday where holiday_id = ?", holiday.id());
    }

    void save(ClockStop stop) {
        Object[] values = {
            stop.area(),
            Timestamp.from(stop.from()),
            stop.until() == null ? null : Timestamp.from(stop.until()),
            Timestamp.from(stop.countedUntil()),
            stop.reason(),
            stop.id() == 0 ? stop.declaredBy() : stop.id()
        };
        jdbc.update(
                stop.id() == 0
                        ? """
                          insert into casework.clock_stop (area_code, from_at, until_at, counted_until, reason, declared_by)
                          values (?, ?, ?, ?, ?, ?)"""
                        : """
                          update casework.clock_stop
                          set area_code = ?, from_at = ?, until_at = ?, counted_until = ?, reason = ? where stop_id = ?""",
                values);
    }

    void delete(ClockStop stop) {
        jdbc.update("delete from casework.clock_stop where stop_id = ?", stop.id());
    }

    /** Writes down who changed the calendar; answers the key of the change. */
    long note(Instant at, Long by, CalendarEdit edit) {
        return jdbc.queryForObject(
                """
                insert into casework.calendar_change (at, account_id, what, subject, before, after)
                values (?, ?, ?, ?, ?, ?) returning change_id""",
                Long.class,
                Timestamp.from(at),
                by,
                edit.what(),
                Long.toString(edit.id()),
                edit.before(),
                edit.after());
    }

    /** The latest changes first. */
    List<CalendarChange> changes(int most) {
        return jdbc.query(
                """
                select f.*, c.at, c.account_id, c.what, c.subject, c.before, c.after
                from casework.calendar_change c join casework.calendar_follow f using (change_id)
                order by change_id desc limit ?""",
                CalendarRows::change,
                most);
    }

    private static Holiday holiday(ResultSet row, int index) throws SQLException {
        return new Holiday(
                row.getLong("holiday_id"),
                row.getObject("day", LocalDate.class),
                row.getString("area_code"),
                Holiday.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("source"));
    }

    private static OfficeWeek week(ResultSet row, Map<DayOfWeek, OfficeHours> days) throws SQLException {
        return new OfficeWeek(
                row.getLong("week_id"),
                row.getString("area_code"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                days,
                row.getString("source"));
    }

    private static OfficeHours hours(ResultSet row) throws SQLException {
        return new OfficeHours(
                row.getObject("opens", LocalTime.class),
                row.getObject("break_from", LocalTime.class),
                row.getObject("break_until", LocalTime.class),
                row.getObject("closes", LocalTime.class));
    }

    static ClockStop stop(ResultSet row, int index) throws SQLException {
        Timestamp until = row.getTimestamp("until_at");
        return new ClockStop(
                row.getLong("stop_id"),
                row.getString("area_code"),
                row.getTimestamp("from_at").toInstant(),
                until == null ? null : until.toInstant(),
                row.getTimestamp("counted_until").toInstant(),
                row.getString("reason"),
                row.getLong("declared_by"));
    }

    private static CalendarChange change(ResultSet row, int index) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new CalendarChange(
                at,
                row.getObject("account_id", Long.class),
                row.getString("what"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                CalendarFollows.progress(row, index));
    }
}
