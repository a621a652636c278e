package id.siks.worklist.forecast;

import id.siks.area.AreaCode;
import id.siks.worklist.model.BoardSums;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is foretold of whole regencies, kept every night: the country and a province are sums of few rows. */
@Repository
class ForecastSums {

    private static final String OUTCOMES =
            """
            insert into worklist.forecast_outcome (regency, class, n, late)
            select left(i.area_code, 4), least(f.risk / 25, 3), count(*),
                count(*) filter (where coalesce(i.done_at, :now) > i.due_at)
            from worklist.forecast f join worklist.work_item i using (item_id)
            where (i.state = 'DONE' or i.state = 'OPEN' and i.due_at < :now) and length(i.area_code) >= 4
            group by 1, 2""";

    // Whatever was foretold to be done by now: what was done sooner is not preferred to what still waits.
    private static final String FINISHES =
            """
            insert into worklist.forecast_finish (regency, days, n)
            select left(i.area_code, 4), greatest(-999, least(999,
                trunc(extract(epoch from coalesce(i.done_at, :now) - f.finish) / 86400))), count(*)
            from worklist.forecast f join worklist.work_item i using (item_id)
            where f.finish < :now and i.state in ('DONE', 'OPEN') and length(i.area_code) >= 4
            group by 1, 2""";

    private final JdbcClient jdbc;

    ForecastSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets what the last night said, before this one says it anew. */
    void clear() {
        jdbc.sql("delete from worklist.forecast_sum").update();
    }

    /** Keeps how many cases of each regency will miss the village's cut-off; regencies without are absent. */
    void missing(Map<AreaCode, Integer> byRegency, Instant now) {
        byRegency.forEach((regency, n) -> jdbc.sql(
                        """
                        insert into worklist.forecast_sum (regency, risky, missing, made_at)
                        values (:regency, 0, :n, :now)
                        on conflict (regency) do update set missing = excluded.missing""")
                .param("regency", regency.value())
                .param("n", n)
                .param("now", Timestamp.from(now))
                .update());
    }

    /** Adds up what became of everything foretold earlier of work. */
    void outcomes(Instant now) {
        jdbc.sql("delete from worklist.forecast_outcome").update();
        jdbc.sql(OUTCOMES).param("now", Timestamp.from(now)).update();
        jdbc.sql("delete from worklist.forecast_finish").update();
        jdbc.sql(FINISHES).param("now", Timestamp.from(now)).update();
    }

    /**
     * The parts of an area for which something is foretold, the most risky work first.
     *
     * @param prefix code of a province, empty for the nation
     * @param digits of the codes of the parts: 2 or 4
     */
    List<Part> parts(String prefix, int digits) {
        return within(
                        """
                        select left(regency, :digits) as area, sum(risky) as risky, sum(missing) as missing
                        from worklist.forecast_sum where regency >= :from and regency < :to
                        group by 1 having sum(risky) + sum(missing) > 0 order by 2 desc, 3 desc, 1""",
                        prefix)
                .param("digits", digits)
                .query((row, number) ->
                        new Part(new AreaCode(row.getString("area")), row.getInt("risky"), row.getInt("missing")))
                .list();
    }

    /** When the nation's forecast was made last; empty when there is none. */
    Optional<Instant> madeAt() {
        return jdbc.sql("select max(made_at) from worklist.forecast_sum")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** What became of what was foretold, in four classes of risk, the least first; empty ones are absent. */
    List<Outcome> outcomes(String prefix) {
        return within(
                        """
                        select class, sum(n) as n, sum(late) as late from worklist.forecast_outcome
                        where regency >= :from and regency < :to group by class order by class""",
                        prefix)
                .query((row, number) -> new Outcome(row.getInt("class") * 25, row.getInt("n"), row.getInt("late")))
                .list();
    }

    /** How far work that was foretold to be done by the last night was off. */
    FinishOutcome finishes(String prefix) {
        Map<Integer, Integer> byDays = new HashMap<>();
        within(
                        """
                        select days, sum(n) as n from worklist.forecast_finish
                        where regency >= :from and regency < :to group by days""",
                        prefix)
                .query(row -> {
                    byDays.put(row.getInt("days"), row.getInt("n"));
                });
        return FinishOutcome.of(byDays);
    }

    private JdbcClient.StatementSpec within(String sql, String prefix) {
        return jdbc.sql(sql).param("from", prefix).param("to", BoardSums.end(prefix));
    }

    /**
     * What is foretold of a province or regency.
     *
     * @param risky pieces of open work more likely to be late than not
     * @param missing cases that will miss their village's cut-off at the present pace
     */
    record Part(AreaCode area, int risky, int missing) {}
}
