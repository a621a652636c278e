package id.siks.worklist.forecast;

import id.siks.casework.Outlook;
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
 * too little, the whole country is the comparison; of too few comparable ones nothing is said.
 */
@Repository
class Forecasts {

    // How much was not done sooner than each class of time is reckoned once for a step in a place, side by side. Open
    // work then finds its two figures by counting; a join by the class would compare it with each. The empty place is
    // the country. What is materialized is dear, and would be reckoned at each mention.
    private static final String RISKS =
            """
            with pace as (
                select area_code as base, task_key, took, sum(n) as n from worklist.work_pace
                where (digits = 0 or digits = 4 and (area_code = left(?, 4) or ? = '')) and month >= ?
                group by area_code, task_key, took),
            enough as (
                select base, task_key, max(took) as longest from pace group by base, task_key
                having sum(n) >= case when base = '' then 1 else ? end),
            tail as materialized (
                select base, task_key, array_agg(n order by took) as n from (
                    select e.base, e.task_key, g.took,
                        (sum(p.n) over (partition by e.base, e.task_key order by g.took desc))::bigint as n
                    from enough e cross join lateral generate_series(0, e.longest) as g (took)
                    left join pace p on p.base = e.base and p.task_key = e.task_key and p.took = g.took) as not_sooner
                group by base, task_key),
            open as materialized (
                select i.item_id, i.area_code, i.task_key, i.opened_at, coalesce(e.base, '') as base,
                    worklist.took_class(i.opened_at, ?)::integer as waited,
                    worklist.took_class(i.opened_at, i.due_at)::integer as given
                from worklist.work_item i
                left join enough e on e.base = left(i.area_code, 4) and e.task_key = i.task_key
                where i.state = 'OPEN' and i.due_at >= ? and i.area_code ~>=~ ? and i.area_code ~<~ ?),
            risk as (
                select o.item_id, o.area_code, o.base, o.task_key, o.opened_at, o.waited,
                    case when t.n[o.waited + 1] >= ?
                      then round(100.0 * coalesce(t.n[o.given + 1], 0) / t.n[o.waited + 1])::smallint end as risk
                from open o left join tail t on t.base = o.base and t.task_key = o.task_key)
            """;

    // The finish is foretold as History foretells it: when half of the comparable work was done.
    private static final String KEEP =
            """
            , middle as (
                select w.base, w.task_key, w.waited, min(g.took) as took
                from (select distinct base, task_key, waited from risk where risk is not null) as w
                join tail t on t.base = w.base and t.task_key = w.task_key
                cross join lateral generate_series(w.waited, array_length(t.n, 1) - 1) as g (took)
                where 2 * coalesce(t.n[g.took + 2], 0) <= t.n[w.waited + 1]
                group by w.base, w.task_key, w.waited),
            kept as (
                insert into worklist.forecast (item_id, made_at, risk, finish)
                select item_id, ?, risk, case when middle_at > ? then middle_at else end_at end
                from risk join middle using (base, task_key, waited)
                cross join lateral (select
                    opened_at + make_interval(secs => 3600 * ((1.25 ^ took + 1.25 ^ (took + 1)) / 2 - 1)) as middle_at,
                    opened_at + make_interval(secs => 3600 * (1.25 ^ (took + 1) - 1)) as end_at) as done
                where not exists (select 1 from worklist.forecast f where f.item_id = risk.item_id)
                on conflict (item_id) do nothing returning 1),
            sums as (
                insert into worklist.forecast_sum (regency, risky, missing, made_at)
                select left(area_code, 4), count(*) filter (where risk >= 50), 0, ?
                from risk where length(area_code) >= 4 group by 1
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
     * @param after only what stands behind this place
     */
    List<Risk> risky(String prefix, LocalDate since, Instant now, Risk.Place after, int most) {
        return jdbc.query(
                RISKS + "select risk, i.* from risk join worklist.work_item i using (item_id) where risk >= 50"
                        + " and (-risk, i.due_at, i.item_id) > (?, ?, ?) order by risk desc, i.due_at, i.item_id limit ?",
                (row, index) -> new Risk(WorkItems.item(row, index), row.getInt("risk")),
                args(
                        prefix,
                        since,
                        now,
                        -after.risk(),
                        after.due().timestamp(),
                        after.due().id(),
                        most));
    }

    /** How much open work of an area that is not late yet is more likely to be than not, and of how much nothing is known. */
    Count count(String prefix, LocalDate since, Instant now) {
        return jdbc.queryForObject(
                RISKS
                        + "select count(*) filter (where risk >= 50) as risky, count(*) filter (where risk is null) as unknown"
                        + " from risk",
                (row, index) -> new Count(row.getInt("risky"), row.getInt("unknown")),
                args(prefix, since, now));
    }

    /** Pieces of open work: more likely to be late than not, and with too little comparable. */
    record Count(int risky, int unknown) {}

    /**
     * Keeps what is foretold of all work that nothing was foretold of yet, and how much of each regency's work is more
     * likely to be late than not; answers how much was kept.
     */
    int keep(LocalDate since, Instant now) {
        Timestamp at = Timestamp.from(now);
        return jdbc.queryForObject(RISKS + KEEP, Integer.class, args("", since, now, at, at, at));
    }

    private static Object[] args(String prefix, LocalDate since, Instant now, Object... more) {
        Timestamp at = Timestamp.from(now);
        Object[] first = {prefix, prefix, since, History.ENOUGH, at, at, prefix, BoardSums.end(prefix), Outlook.LEAST};
        Object[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
