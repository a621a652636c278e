package id.siks.casework;

import id.siks.casework.OpenDues.OpenDue;
import id.siks.casework.OpenDues.Place;
import id.siks.casework.OpenDues.Range;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which changes of the calendar open due dates follow, and how far; in the database. */
@Repository
class CalendarFollows {

    private static final String SELECT =
            """
            select f.*, c.at from casework.calendar_follow f join casework.calendar_change c using (change_id)
            where f.settled_at is null\s""";

    private static final String PROGRESS =
            "select change_id, total, seen, moved, failed, followed_at from casework.calendar_follow ";

    private final JdbcTemplate jdbc;

    CalendarFollows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Open due dates follow this change from now on. */
    void add(long change, CalendarShift shift) {
        jdbc.update(
                """
                insert into casework.calendar_follow
                  (change_id, is_stop, area_code, earliest, before_calendar, after_calendar)
                values (?, ?, ?, ?, ?::jsonb, ?::jsonb)""",
                change,
                shift.stop(),
                shift.area(),
                Timestamp.from(shift.earliest()),
                CalendarJson.write(shift.before()),
                CalendarJson.write(shift.after()));
    }

    /**
     * The first change whose tasks are not all looked at, kept from everybody else until the transaction ends; empty when
     * there is none or somebody else is at it: changes are followed one after another.
     */
    Optional<CalendarFollow> lockFirst() {
        return jdbc
                .query(
                        SELECT
                                + """
                                  and f.followed_at is null and f.change_id = (select min(change_id)
                                    from casework.calendar_follow where settled_at is null and followed_at is null)
                                  for update of f skip locked""",
                        CalendarFollows::follow)
                .stream()
                .findFirst();
    }

    /** All that are not settled, in the order in which the calendar was changed. */
    List<CalendarFollow> open() {
        return jdbc.query(SELECT + "order by f.change_id", CalendarFollows::follow);
    }

    /** True while some change has tasks that were not looked at. */
    boolean isFollowing() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from casework.calendar_follow where settled_at is null and followed_at is null)",
                Boolean.class));
    }

    /** How many tasks are looked at. */
    void count(long change, int total) {
        jdbc.update("update casework.calendar_follow set total = ? where change_id = ?", total, change);
    }

    /** These tasks were looked at and {@code moved} of them got another due date. */
    void advance(long change, List<OpenDue> page, int moved) {
        Place last = page.get(page.size() - 1).place();
        jdbc.update(
                """
                update casework.calendar_follow
                set seen = seen + ?, moved = moved + ?, seen_area = ?, seen_item = ? where change_id = ?""",
                page.size(),
                moved,
                last.area(),
                last.item(),
                change);
    }

    /** These tasks are looked at by themselves, after the others. */
    void leave(long change, Instant now, Collection<OpenDue> dues) {
        jdbc.batchUpdate(
                """
                insert into casework.calendar_straggler (change_id, item_id, case_ref, again_at) values (?, ?, ?, ?)
                on conflict do nothing""",
                dues.stream()
                        .map(due -> new Object[] {change, due.item(), due.ref().value(), Timestamp.from(now)})
                        .toList());
    }

    /** Tasks that were left and are to be tried by now. */
    List<Straggler> stragglers(long change, Instant now, int most) {
        return jdbc.query(
                """
                select change_id, item_id, case_ref, again_at from casework.calendar_straggler
                where change_id = ? and again_at <= ? order by again_at, item_id limit ?""",
                (row, n) -> new Straggler(
                        row.getLong(1),
                        row.getLong(2),
                        new CaseRef(row.getString(3)),
                        row.getTimestamp(4).toInstant()),
                change,
                Timestamp.from(now),
                most);
    }

    /** True while a task that was left has not been looked at. */
    boolean hasStragglers(long change) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from casework.calendar_straggler where change_id = ?)",
                Boolean.class,
                change));
    }

    /** The worklist's keys of all tasks that were left. */
    Set<Long> left() {
        return new HashSet<>(jdbc.queryForList("select item_id from casework.calendar_straggler", Long.class));
    }

    /**
     * The task's turn has come: it is not left any more. False when somebody else has looked at it or tried to; from here on
     * nobody is waited for longer than {@code patience}.
     */
    boolean take(Straggler one, String patience) {
        jdbc.queryForObject("select set_config('lock_timeout', ?, true)", String.class, patience);
        return jdbc.update(
                        "delete from casework.calendar_straggler where change_id = ? and item_id = ? and again_at = ?",
                        one.change(),
                        one.item(),
                        Timestamp.from(one.againAt()))
                > 0;
    }

    /** So many of the tasks that were left got another due date. */
    void moved(long change, int moved) {
        jdbc.update("update casework.calendar_follow set moved = moved + ? where change_id = ?", moved, change);
    }

    /**
     * Counts a try that came to nothing; the next one is a while later, each time a longer one. Answers how many there were, 0
     * when somebody else has looked at it meanwhile or counted his: servers that try at the same time make one try.
     */
    int failed(Straggler one, Instant now) {
        return jdbc
                .queryForList(
                        """
                        update casework.calendar_straggler
                        set attempts = attempts + 1, again_at = ?::timestamptz + (attempts + 1) * interval '3 seconds'
                        where change_id = ? and item_id = ? and again_at = ? returning attempts""",
                        Integer.class,
                        Timestamp.from(now),
                        one.change(),
                        one.item(),
                        Timestamp.from(one.againAt()))
                .stream()
                .findFirst()
                .orElse(0);
    }

    /** The task stays as it is. */
    void giveUp(Straggler one) {
        jdbc.update(
                "delete from casework.calendar_straggler where change_id = ? and item_id = ?",
                one.change(),
                one.item());
        jdbc.update("update casework.calendar_follow set failed = failed + 1 where change_id = ?", one.change());
    }

    /** Every open task was looked at. */
    void followed(long change, Instant now) {
        jdbc.update(
                "update casework.calendar_follow set followed_at = ? where change_id = ?", Timestamp.from(now), change);
    }

    /** Also what opened beside it was looked at: the calendars of then are not needed any more. */
    void settled(long change, Instant now) {
        jdbc.update(
                """
                update casework.calendar_follow
                set settled_at = ?, before_calendar = null, after_calendar = null where change_id = ?""",
                Timestamp.from(now),
                change);
    }

    /** How far this change is; empty when there is none. */
    Optional<CalendarProgress> progress(long change) {
        return jdbc.query(PROGRESS + "where change_id = ?", CalendarFollows::progress, change).stream()
                .findFirst();
    }

    /** How far those are whose tasks were not all looked at. */
    List<CalendarProgress> following() {
        return jdbc.query(
                PROGRESS + "where settled_at is null and followed_at is null order by change_id",
                CalendarFollows::progress);
    }

    /** The changes whose tasks were not all looked at, and what they left of these cases. */
    List<Waiting> waiting(Collection<String> cases) {
        return jdbc.query(
                """
                select area_code, earliest, seen_area, array(select distinct case_ref::text from casework.calendar_straggler s
                  where s.change_id = f.change_id and s.case_ref = any(?)) as left_cases
                from casework.calendar_follow f where settled_at is null and followed_at is null""",
                (row, n) -> new Waiting(
                        CalendarShift.following(
                                row.getString("area_code"),
                                row.getTimestamp("earliest").toInstant()),
                        row.getString("seen_area"),
                        Set.of((String[]) row.getArray("left_cases").getArray())),
                (Object) cases.toArray(String[]::new));
    }

    private static CalendarFollow follow(ResultSet row, int index) throws SQLException {
        String area = row.getString("seen_area");
        return new CalendarFollow(
                row.getLong("change_id"),
                new CalendarShift(
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("is_stop"),
                        row.getString("area_code"),
                        row.getTimestamp("earliest").toInstant(),
                        CalendarJson.read(row.getString("before_calendar")),
                        CalendarJson.read(row.getString("after_calendar"))),
                row.getObject("total", Integer.class),
                area == null ? null : new Place(area, row.getLong("seen_item")),
                row.getTimestamp("followed_at") != null);
    }

    static CalendarProgress progress(ResultSet row, int index) throws SQLException {
        return new CalendarProgress(
                row.getLong("change_id"),
                row.getObject("total", Integer.class),
                row.getInt("seen"),
                row.getInt("moved"),
                row.getInt("failed"),
                row.getTimestamp("followed_at") != null);
    }

    /**
     * A task that could not be moved with the others.
     *
     * @param change key of the change
     * @param item the worklist's key
     * @param againAt when its next try is
     */
    record Straggler(long change, long item, CaseRef ref, Instant againAt) {}

    /**
     * A change whose tasks were not all looked at.
     *
     * @param range the tasks that follow it
     * @param seen the area of the last one that was looked at, or null
     * @param left those of the cases asked for that have tasks that were left
     */
    record Waiting(Range range, String seen, Set<String> left) {

        /** True when a task there may have to follow it yet. */
        boolean concerns(String ref, String area, Instant dueAt) {
            boolean ahead = seen == null || area.compareTo(seen) >= 0 || left.contains(ref);
            return ahead && area.startsWith(range.area()) && !dueAt.isBefore(range.dueFrom());
        }
    }
}
