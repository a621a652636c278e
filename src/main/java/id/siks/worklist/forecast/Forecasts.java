package id.siks.worklist.forecast;

import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.WorkItems;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Foretells which open work will be late: of comparable work, done at the same step in the same regency lately and not
 * done sooner than this has waited already, so many in a hundred took longer than this has time. Where a regency has done
 * too little, the whole country is the comparison.
 */
@Repository
class Forecasts {

    private static final String RISKS =
            """
            with local as (
                select area_code, task_key, took, sum(n) as n from worklist.work_pace
                where digits = 4 and month >= ? group by area_code, task_key, took),
            enough as (select area_code, task_key from local group by area_code, task_key having sum(n) >= ?),
            nation as (
                select task_key, took, sum(n) as n from worklist.work_pace
                where digits = 0 and month >= ? group by task_key, took having sum(n) > 0),
            open as (
                select i.item_id, i.area_code, i.task_key, i.opened_at, i.due_at, e.area_code as base
                from worklist.work_item i
                left join enough e on e.area_code = left(i.area_code, 4) and e.task_key = i.task_key
                where i.state = 'OPEN' and i.due_at >= ? and i.area_code ~>=~ ? and i.area_code ~<~ ?),
            risk as (
                select o.item_id, o.area_code,
                    round(100.0 * coalesce(sum(h.n) filter (where h.took >= worklist.took_class(o.opened_at, o.due_at)), 0)
                      / sum(h.n))::smallint as risk
                from open o
                join lateral (
                    select took, n from local l where l.area_code = o.base and l.task_key = o.task_key
                    union all
                    select took, n from nation x where o.base is null and x.task_key = o.task_key) h
                  on h.took >= worklist.took_class(o.opened_at, ?)
                group by o.item_id, o.area_code)
            """;

    private static final String KEEP =
            """
            , kept as (
                insert into worklist.forecast (item_id, made_at, risk) select item_id, ?, risk from risk
                on conflict (item_id) do nothing returning 1),
            sums as (
                insert into worklist.forecast_sum (regency, risky, missing, made_at)
                select left(area_code, 4), count(*) filter (where risk >= 50), 0, ? from risk
                where length(area_code) >= 4 group by 1
                on conflict (regency) do update set risky = excluded.risky, made_at = excluded.made_at)
            select count(*) from kept""";

    private final JdbcTemplate jdbc;

    Forecasts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Open work of an area that is not late yet and more likely to be than not, the likeliest first.
     *
     * @param since first day of the months that are compared with
     */
    List<Risk> risky(String prefix, LocalDate since, Instant now, int most) {
        return jdbc.query(
                RISKS + "select risk, i.* from risk join worklist.work_item i using (item_id) where risk >= 50"
                        + " order by risk desc, i.due_at, i.item_id limit ?",
                (row, index) -> new Risk(WorkItems.item(row, index), row.getInt("risk")),
                args(prefix, since, now, most));
    }

    /** How many open pieces of work of an area are more likely to be late than not, though not late yet. */
    int count(String prefix, LocalDate since, Instant now) {
        return jdbc.queryForObject(
                RISKS + "select count(*) from risk where risk >= 50", Integer.class, args(prefix, since, now));
    }

    /**
     * Keeps what is foretold of all work that nothing was foretold of yet, and how much of each regency's work is more
     * likely to be late than not; answers how much was kept.
     */
    int keep(LocalDate since, Instant now) {
        Timestamp at = Timestamp.from(now);
        return jdbc.queryForObject(RISKS + KEEP, Integer.class, args("", since, now, at, at));
    }

    /** What became of work that was foretold in an area: four classes of risk, the least first; empty ones are absent. */
    List<Outcome> outcomes(String prefix, Instant now) {
        return jdbc.query(
                """
                select least(f.risk / 25, 3) as class, count(*) as n,
                    count(*) filter (where coalesce(i.done_at, ?) > i.due_at) as late
                from worklist.forecast f join worklist.work_item i using (item_id)
                where (i.state = 'DONE' or i.state = 'OPEN' and i.due_at < ?) and i.area_code ~>=~ ? and i.area_code ~<~ ?
                group by class order by class""",
                (row, index) -> new Outcome(row.getInt("class") * 25, row.getInt("n"), row.getInt("late")),
                Timestamp.from(now),
                Timestamp.from(now),
                prefix,
                BoardSums.end(prefix));
    }

    private static Object[] args(String prefix, LocalDate since, Instant now, Object... more) {
        Timestamp at = Timestamp.from(now);
        Object[] first = {since, History.ENOUGH, since, at, prefix, BoardSums.end(prefix), at};
        Object[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
