package id.siks.worklist.forecast;

import id.siks.casework.CaseRef;
import id.siks.finalization.ItemRolledOver;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.BoardSums;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was foretold of cases and the cut-off of their village, and what came of it. A case is in it once in a period, with
 * what was foretold first; when the villages' lists have closed, only the sums of the regency stay.
 */
@Repository
class CutoffBook {

    private static final int MONTHS = 12;

    private static final String CLOSE =
            """
            with gone as (delete from worklist.forecast_cutoff where period = :period returning late, missed)
            insert into worklist.forecast_cutoff_outcome as o (regency, month, late, late_missed, timely, timely_missed)
            select :regency, :month, count(*) filter (where late), count(*) filter (where late and missed),
                count(*) filter (where not late), count(*) filter (where not late and missed)
            from gone
            on conflict (regency, month) do update set
                late = o.late + excluded.late, late_missed = o.late_missed + excluded.late_missed,
                timely = o.timely + excluded.timely, timely_missed = o.timely_missed + excluded.timely_missed""";

    private final JdbcClient jdbc;
    private final Periods periods;
    private final BusinessTime time;

    CutoffBook(JdbcClient jdbc, Periods periods, BusinessTime time) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.time = time;
    }

    /** Notes what is foretold of cases; what was foretold of them earlier in this period stays. */
    void foretold(CaseRef period, List<CaseRef> cases, boolean late) {
        jdbc.sql(
                        """
                        insert into worklist.forecast_cutoff (period, case_ref, late)
                        select :period, ref, :late from unnest(:refs::text[]) as ref
                        on conflict (period, case_ref) do nothing""")
                .param("period", period.value())
                .param("late", late)
                .param("refs", texts(cases))
                .update();
    }

    /** Notes which cases missed the cut-off, while the villages' lists close. */
    @EventListener
    void on(ItemRolledOver rolled) {
        if (rolled.missed() == Milestone.VILLAGE_CUTOFF) {
            jdbc.sql(
                            "update worklist.forecast_cutoff set missed = true where period = :period and case_ref = any (:refs)")
                    .param("period", rolled.fromPeriod().value())
                    .param("refs", texts(rolled.members()))
                    .update();
        }
    }

    /** Adds up what came of the periods whose villages' lists have closed. */
    void close() {
        jdbc
                .sql("select distinct period from worklist.forecast_cutoff")
                .query((row, number) -> new CaseRef(row.getString("period")))
                .list()
                .stream()
                .flatMap(ref -> periods.find(ref).stream())
                .filter(period -> period.state() != PeriodState.OPEN)
                .toList()
                .forEach(this::close);
    }

    private void close(PeriodView period) {
        jdbc.sql(CLOSE)
                .param("period", period.ref().value())
                .param("regency", period.regency().value())
                .param("month", period.month().atDay(1))
                .update();
    }

    /** What came of the periods of an area that closed in the last twelve months; the prefix is empty for the nation. */
    CutoffOutcome outcome(String prefix) {
        return jdbc.sql(
                        """
                        select coalesce(sum(late), 0) as late, coalesce(sum(late_missed), 0) as late_missed,
                          coalesce(sum(timely), 0) as timely, coalesce(sum(timely_missed), 0) as timely_missed
                        from worklist.forecast_cutoff_outcome
                        where regency >= :from and regency < :to and month >= :since""")
                .param("from", prefix)
                .param("to", BoardSums.end(prefix))
                .param("since", time.today(BoardSums.CLOCK).minusMonths(MONTHS).withDayOfMonth(1))
                .query((row, number) -> new CutoffOutcome(
                        row.getInt("late"),
                        row.getInt("late_missed"),
                        row.getInt("timely"),
                        row.getInt("timely_missed")))
                .single();
    }

    private static String[] texts(List<CaseRef> refs) {
        return refs.stream().map(CaseRef::value).toArray(String[]::new);
    }
}
