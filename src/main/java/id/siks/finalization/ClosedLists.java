package id.siks.finalization;

import id.siks.casework.CaseRef;
import id.siks.finalization.model.ClosedRows;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last period that was closed by a decree, in all regencies: itself, and what it had on its lists. */
@Service
@Transactional(readOnly = true)
public class ClosedLists {

    private final ClosedRows rows;

    ClosedLists(ClosedRows rows) {
        this.rows = rows;
    }

    /** The latest month of which a list was determined; empty when none ever was. */
    public Optional<YearMonth> lastMonth() {
        return rows.lastMonth();
    }

    /**
     * The cases on the determined lists of a month, ordered by number.
     *
     * @param after number behind which to begin; empty for the beginning
     * @param limit at most so many
     */
    public List<CaseRef> cases(YearMonth month, String after, int limit) {
        return rows.cases(month, after, limit);
    }

    /**
     * The periods of a month in which nothing more happens, with a decree or without, ordered by number.
     *
     * @param after number behind which to begin; empty for the beginning
     * @param limit at most so many
     */
    public List<CaseRef> periods(YearMonth month, String after, int limit) {
        return rows.periods(month, after, limit);
    }

    /**
     * The cases on the list of a period, ordered by number; none for a period without a list.
     *
     * @param after number behind which to begin; empty for the beginning
     * @param limit at most so many
     */
    public List<CaseRef> listed(CaseRef period, String after, int limit) {
        return rows.listed(period, after, limit);
    }
}
