package id.siks.worklist.model;

import id.siks.area.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums of the work items by area of every level, exact at any moment: what is folded already and what is not yet are read
 * in one look. The triggers on {@code worklist.work_item} write the changes, {@link #fold} adds them up.
 */
@Component
public class BoardSums {

    /** By which clock months are counted. */
    public static final ZoneId CLOCK = ZoneId.of("Asia/Jakarta");

    private static final int FOLD_LOCK = 0x5051_0001;

    // Answers the sums nothing is left of; a look for them through the whole table would cost more than the folding.
    private static final String FOLD_DUE =
            """
            with gone as (delete from worklist.work_due_change returning area_code, task_key, due_at, n),
            sums as (
                select digits, left(area_code, digits) as area_code, task_key, due_at, sum(n) as n
                from gone, unnest(array[0, 2, 4, 6, 10]) as digits
                where digits <= length(area_code) group by 1, 2, 3, 4 having sum(n) <> 0),
            folded as (
                insert into worklist.work_due as d (digits, area_code, task_key, due_at, n)
                select * from sums order by 1, 2, 3, 4
                on conflict (digits, area_code, task_key, due_at) do update set n = d.n + excluded.n
                returning digits, area_code, task_key, due_at, n)
            select digits, area_code, task_key, due_at from folded where n = 0""";

    private static final String DROP_EMPTY =
            """
            delete from worklist.work_due
            where digits = ? and area_code = ? and task_key = ? and due_at = ? and n = 0""";

    private static final String FOLD_PACE =
            """
            with gone as (delete from worklist.work_pace_change returning area_code, task_key, month, took, late, n),
            sums as (
                select digits, left(area_code, digits) as area_code, task_key, month, took, late, sum(n) as n
                from gone, unnest(array[0, 2, 4, 6, 10]) as digits
                where digits <= length(area_code) group by 1, 2, 3, 4, 5, 6)
            insert into worklist.work_pace as p (digits, area_code, task_key, month, took, late, n)
            select * from sums order by 1, 2, 3, 4, 5, 6
            on conflict (digits, area_code, month, task_key, took, late) do update set n = p.n + excluded.n""";

    // One line for all due moments of an area and a task: a line for each costs more than everything else on the board.
    private static final String OPEN =
            """
            select area_code, task_key, array_agg(date_part('epoch', due_at)), array_agg(n) from (
                select area_code, task_key, due_at, n from worklist.work_due
                where digits = ? and area_code >= ? and area_code < ?
                union all
                select left(area_code, ?), task_key, due_at, n from worklist.work_due_change
                where length(area_code) >= ? and area_code >= ? and area_code < ?) as counted
            group by area_code, task_key""";

    private static final String PACE =
            """
            select task_key, took, sum(n) as n from (
                select task_key, took, n from worklist.work_pace
                where digits = ? and area_code = ? and month >= ? and month < ?
                union all
                select task_key, took, n from worklist.work_pace_change
                where area_code >= ? and area_code < ? and month >= ? and month < ?) as counted
            group by task_key, took""";

    private static final String MONTHS =
            """
            select month, sum(n), coalesce(sum(n) filter (where late), 0) from (
                select month, late, n from worklist.work_pace
                where digits = ? and area_code = ? and month >= ?
                union all
                select month, late, n from worklist.work_pace_change
                where area_code >= ? and area_code < ? and month >= ?) as counted
            group by month""";

    private static final String DONE =
            """
            select area_code, sum(n), coalesce(sum(n) filter (where late), 0) from (
                select area_code, late, n from worklist.work_pace
                where digits = 10 and area_code >= ? and area_code < ? and month >= ? and task_key = any (?)
                union all
                select area_code, late, n from worklist.work_pace_change
                where length(area_code) = 10 and area_code >= ? and area_code < ? and month >= ?
                  and task_key = any (?)) as counted
            group by area_code""";

    // Of every level: what is kept, with what is not folded yet, against a count of the items.
    private static final String DUE_DIFFERENCES =
            """
            select digits, area_code, task_key, due_at, sum(counted) - sum(kept) as n from (
                select digits, area_code, task_key, due_at, n as kept, 0 as counted from worklist.work_due
                union all
                select digits, left(area_code, digits), task_key, due_at, kept, counted from (
                    select area_code, task_key, due_at, sum(n) as kept, 0 as counted
                    from worklist.work_due_change group by 1, 2, 3
                    union all
                    select area_code, task_key, due_at, 0, count(*)
                    from worklist.work_item where state = 'OPEN' group by 1, 2, 3) as finest,
                  unnest(array[0, 2, 4, 6, 10]) as digits
                where digits <= length(area_code)) as sides
            group by 1, 2, 3, 4 having sum(counted) <> sum(kept)""";

    private static final String PACE_DIFFERENCES =
            """
            select digits, area_code, task_key, month, took, late, sum(counted) - sum(kept) as n from (
                select digits, area_code, task_key, month, took, late, n as kept, 0 as counted from worklist.work_pace
                union all
                select digits, left(area_code, digits), task_key, month, took, late, kept, counted from (
                    select area_code, task_key, month, took, late, sum(n) as kept, 0 as counted
                    from worklist.work_pace_change group by 1, 2, 3, 4, 5
                    union all
                    select area_code, task_key, date_trunc('month', done_at at time zone 'Asia/Jakarta')::date,
                      worklist.took_class(opened_at, done_at), done_at > due_at, 0, count(*)
                    from worklist.work_item where state = 'DONE' group by 1, 2, 3, 4, 5) as finest,
                  unnest(array[0, 2, 4, 6, 10]) as digits
                where digits <= length(area_code)) as sides
            group by 1, 2, 3, 4, 5, 6 having sum(counted) <> sum(kept)""";

    private final JdbcTemplate jdbc;

    BoardSums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the changes to the sums; when somebody else is at it, his work is enough. */
    @Scheduled(fixedDelay = 5_000)
    @Transactional
    public void fold() {
        if (Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, FOLD_LOCK))) {
            jdbc.batchUpdate(DROP_EMPTY, jdbc.query(FOLD_DUE, BoardSums::key));
            jdbc.update(FOLD_PACE);
        }
    }

    private static Object[] key(ResultSet row, int index) throws SQLException {
        return new Object[] {row.getInt(1), row.getString(2), row.getString(3), row.getTimestamp(4)};
    }

    /**
     * Open work within an area, summed up to areas whose codes have {@code digits} digits. Work of areas above them is
     * not in it.
     *
     * @param prefix code of the area, empty for the nation
     */
    public List<Open> open(String prefix, int digits) {
        String end = end(prefix);
        List<Open> open = new ArrayList<>();
        jdbc.query(
                OPEN,
                row -> {
                    String area = row.getString(1);
                    String task = row.getString(2);
                    byDue(row).forEach((due, n) -> open.add(new Open(area, task, due, n)));
                },
                digits,
                prefix,
                end,
                digits,
                digits,
                prefix,
                end);
        return open;
    }

    // What is not folded yet comes beside what is, for the same moment.
    private static Map<Instant, Integer> byDue(ResultSet row) throws SQLException {
        Double[] due = (Double[]) row.getArray(3).getArray();
        Integer[] n = (Integer[]) row.getArray(4).getArray();
        Map<Instant, Integer> sums = new HashMap<>();
        for (int i = 0; i < due.length; i++) {
            sums.merge(moment(due[i]), n[i], Integer::sum);
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    /** The moment the database keeps in whole microseconds. */
    private static Instant moment(double seconds) {
        return Instant.EPOCH.plus(Math.round(seconds * 1e6), ChronoUnit.MICROS);
    }

    /**
     * How long what was done within an area took.
     *
     * @param from first day of the first month that counts
     * @param before first day of the first month after it that does not
     */
    public List<Pace> pace(String prefix, LocalDate from, LocalDate before) {
        return jdbc.query(
                PACE,
                (row, index) -> new Pace(row.getString(1), row.getInt(2), row.getInt(3)),
                prefix.length(),
                prefix,
                from,
                before,
                prefix,
                end(prefix),
                from,
                before);
    }

    /** What was done within an area, by the first day of each month since {@code since}; months without are absent. */
    public Map<LocalDate, Done> months(String prefix, LocalDate since) {
        Map<LocalDate, Done> months = new HashMap<>();
        jdbc.query(
                MONTHS,
                row -> {
                    months.put(row.getObject(1, LocalDate.class), new Done(row.getInt(2), row.getInt(3)));
                },
                prefix.length(),
                prefix,
                since,
                prefix,
                end(prefix),
                since);
        return months;
    }

    /** How much of these tasks was done in each village within an area since the first day of a month. */
    public Map<AreaCode, Done> done(String prefix, LocalDate since, Set<String> tasks) {
        String end = end(prefix);
        String[] keys = tasks.toArray(String[]::new);
        Map<AreaCode, Done> done = new HashMap<>();
        jdbc.query(
                DONE,
                row -> {
                    done.put(new AreaCode(row.getString(1)), new Done(row.getInt(2), row.getInt(3)));
                },
                prefix,
                end,
                since,
                keys,
                prefix,
                end,
                since,
                keys);
        return done;
    }

    /** How many sums of any level differ from a count of the items themselves: 0 when all is well. */
    public int differences() {
        return jdbc.queryForObject(
                "select (select count(*) from (" + DUE_DIFFERENCES + ") as due) + (select count(*) from ("
                        + PACE_DIFFERENCES + ") as pace)",
                Integer.class);
    }

    /**
     * Sets every sum right that differs; answers how many did. Nobody folds meanwhile, and each table is set right by one look
     * at it, the changes and the items, so that work going on is neither lost nor counted twice.
     */
    int recount() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, FOLD_LOCK);
        int set = jdbc.update("insert into worklist.work_due as d (digits, area_code, task_key, due_at, n) "
                        + DUE_DIFFERENCES
                        + " on conflict (digits, area_code, task_key, due_at) do update set n = d.n + excluded.n")
                + jdbc.update(
                        "insert into worklist.work_pace as p (digits, area_code, task_key, month, took, late, n) "
                                + PACE_DIFFERENCES
                                + " on conflict (digits, area_code, month, task_key, took, late) do update set n = p.n + excluded.n");
        jdbc.update("delete from worklist.work_due where n = 0");
        return set;
    }

    /** Every code within the area {@code prefix} is at least its own code and less than this. */
    public static String end(String prefix) {
        return prefix + ':';
    }

    /** So many open items of an area (empty for the nation) and a task that are due at one moment. */
    public record Open(String area, String task, Instant dueAt, int n) {

        /** True when the due date has passed. */
        public boolean isLate(Instant now) {
            return now.isAfter(dueAt);
        }
    }

    /** So many items done, and so many of them after their due date. */
    public record Done(int all, int late) {

        /** Nothing was done. */
        public static final Done NOTHING = new Done(0, 0);

        /** Hundredths done in time; 100 when nothing was done. */
        public int timely() {
            return all == 0 ? 100 : (int) (100L * (all - late) / all);
        }
    }

    /**
     * So many items done.
     *
     * @param took class of the time it took
     */
    public record Pace(String task, int took, int n) {

        private static final double STEP = 1.25;

        /** The class of a time; the database counts by the same. */
        public static int classOf(Duration time) {
            double hours = Math.max(0, time.toMillis()) / 3_600_000.0;
            return (int) Math.floor(Math.log(1 + hours) / Math.log(STEP));
        }

        /** The middle of the time's class, at most a tenth off. */
        public Duration duration() {
            return hours((Math.pow(STEP, took) + Math.pow(STEP, took + 1)) / 2 - 1);
        }

        /** The end of the time's class. */
        public Duration longest() {
            return hours(Math.pow(STEP, took + 1) - 1);
        }

        private static Duration hours(double hours) {
            return Duration.ofSeconds(Math.round(hours * 3600));
        }
    }
}
