package id.siks.finalization.model;

import id.siks.casework.CaseRef;
import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The periods that are over, and the cases of the lists that were determined. */
@Component
public class ClosedRows {

    private final JdbcClient jdbc;

    ClosedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest month of which a list was determined. */
    public Optional<YearMonth> lastMonth() {
        return jdbc.sql(
                        "select max(month) from finalization.period where state = 'DETERMINED' having max(month) is not null")
                .query((row, number) -> YearMonth.from(row.getDate(1).toLocalDate()))
                .optional();
    }

    /** Those that stood in a determined list of the month, by number, beginning behind {@code after}. */
    public List<CaseRef> cases(YearMonth month, String after, int limit) {
        return jdbc.sql(
                        """
                        select i.case_ref from finalization.period p join finalization.batch b using (period_id)
                        join finalization.batch_item i using (batch_id)
                        where p.month = :month and p.state = 'DETERMINED' and i.listed and i.case_ref > :after
                        order by i.case_ref limit :limit""")
                .param("month", Date.valueOf(month.atDay(1)))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new CaseRef(row.getString(1)))
                .list();
    }

    /** Periods of the month that are over, by number, beginning behind {@code after}. */
    public List<CaseRef> periods(YearMonth month, String after, int limit) {
        return jdbc.sql(
                        """
                        select case_ref from finalization.period
                        where month = :month and state in ('DETERMINED', 'EMPTY') and case_ref > :after
                        order by case_ref limit :limit""")
                .param("month", Date.valueOf(month.atDay(1)))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new CaseRef(row.getString(1)))
                .list();
    }

    /** Those that stood in the list of a period, by number, beginning behind {@code after}. */
    public List<CaseRef> listed(CaseRef period, String after, int limit) {
        return jdbc.sql(
                        """
                        select i.case_ref from finalization.period p join finalization.batch b using (period_id)
                        join finalization.batch_item i using (batch_id)
                        where p.case_ref = :period and i.listed and i.case_ref > :after
                        order by i.case_ref limit :limit""")
                .param("period", period.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new CaseRef(row.getString(1)))
                .list();
    }
}
