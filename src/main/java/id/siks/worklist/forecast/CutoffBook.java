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
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was foretold of cases and the cut-offs of their village and regency, and what came of it. A case is in it once for a
 * cut-off of a period, with what was foretold first; when the list has closed, only the sums of the regency stay.
 */
@Repository
class CutoffBook {

    private static final int MONTHS = 12;

    private static final String CLOSE =
            """
            with gone as (
              delete from worklist.forecast_cutoff where period = :period and milestone = :milestone returning late, missed)
            insert into worklist.forecast_cutoff_outcome as o
              (regency, month, milestone, late, late_missed, timely, timely_missed)
            select :regency, :month, :milestone, count(*) filter (where late), count(*) filter (where late and missed),
                count(*) filter (where not late), count(*) filter (where not late and missed)
            from gone
            on conflict (regency, month, milestone) do update set
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
    void foretold(CaseRef period, Milestone cutoff, List<CaseRef> cases, boolean late) {
        jdbc.sql(
                        """
                        insert into worklist.forecast_cutoff (period, milestone, case_ref, late)
                        select :period, :milestone, ref, :late from unnest(:refs::text[]) as ref
                        on conflict (period, milestone, case_ref) do nothing""")
                .param("period", period.value())
                .param("milestone", cutoff.name())
                .param("late", late)
                .param("refs", CaseRef.values(cases))
                .update();
    }

    /** Notes which cases missed the cut-off, while the lists close. */
    @EventListener
    void on(ItemRolledOver rolled) {
        jdbc.sql(
                        """
                        update worklist.forecast_cutoff set missed = true
                        where period = :period and milestone = :milestone and case_ref = any (:refs)""")
                .param("period", rolled.fromPeriod().value())
                .param("milestone", rolled.missed().name())
                .param("refs", CaseRef.values(rolled.members()))
                .update();
    }

    /** Adds up what came of the lists that have closed. */
    void close() {
        jdbc.sql("select distinct period, milestone from worklist.forecast_cutoff")
                .query((row, number) ->
                        Map.entry(new CaseRef(row.getString("period")), Milestone.valueOf(row.getString("milestone"))))
                .list()
                .forEach(kept -> periods.find(kept.getKey())
                        .filter(period -> hasClosed(period.state(), kept.getValue()))
                        .ifPresent(period -> close(period, kept.getValue())));
    }

    private static boolean hasClosed(PeriodState state, Milestone cutoff) {
        return !state.isUnsealed() || cutoff == Milestone.VILLAGE_CUTOFF && state == PeriodState.VILLAGES_CLOSED;
    }

    private void close(PeriodView period, Milestone cutoff) {
        jdbc.sql(CLOSE)
                .param("period", period.ref().value())
                .param("milestone", cutoff.name())
                .param("regency", period.regency().value())
                .param("month", period.month().atDay(1))
                .update();
    }

    /** What came of this cut-off in the periods of an area that closed in the last twelve months; the prefix is empty for the nation. */
    CutoffOutcome outcome(String prefix, Milestone cutoff) {
        return jdbc.sql(
                        """
                        select coalesce(sum(late), 0) as late, coalesce(sum(late_missed), 0) as late_missed,
                          coalesce(sum(timely), 0) as timely, coalesce(sum(timely_missed), 0) as timely_missed
                        from worklist.forecast_cutoff_outcome
                        where regency >= :from and regency < :to and month >= :since and milestone = :milestone""")
                .param("milestone", cutoff.name())
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
}
