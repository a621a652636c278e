package id.siks.finalization.process;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.model.BatchItems;
import id.siks.finalization.model.BatchSteps;
import id.siks.finalization.model.Level;
import id.siks.finalization.model.PeriodBook;
import org.springframework.stereotype.Component;

/** Sealed lists whose last case has left: no letter and no decree is written for nobody. */
@Component
public class EmptiedLists {

    private final PeriodBook book;
    private final BatchItems items;
    private final BatchSteps steps;
    private final PeriodFinalizationProcess process;

    EmptiedLists(PeriodBook book, BatchItems items, BatchSteps steps, PeriodFinalizationProcess process) {
        this.book = book;
        this.items = items;
        this.steps = steps;
        this.process = process;
    }

    /**
     * Ends the period when nothing is left in its list; the caller holds the period. Before the office head's word it is
     * his to say so, after the decree the period ends by itself.
     */
    public void end(CaseRef period) {
        PeriodView view = book.get(period);
        Level turn = steps.turn(view);
        if (turn == null || turn == Level.OFFICE_HEAD || items.count(period, "SEALED") > 0) {
            return;
        }
        if (process.emptied(period)) {
            book.progress(period, view.state(), PeriodState.EMPTY);
            String what = turn == Level.REGENT ? "period-emptied" : "period-undetermined";
            steps.tell(period, what, CaseStatus.CANCELLED, null, null, null);
        }
    }
}
