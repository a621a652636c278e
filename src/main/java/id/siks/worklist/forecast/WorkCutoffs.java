package id.siks.worklist.forecast;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.worklist.model.Stage;
import id.siks.worklist.model.WorkItem;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cut-off a family's case should have passed before its list closes, as far as its present work goes. */
@Component
public class WorkCutoffs {

    private final Periods periods;

    WorkCutoffs(Periods periods) {
        this.periods = periods;
    }

    /** The village's cut-off for work before the village's list, the regency's until it decides; empty beyond and without a period. */
    public Optional<Instant> of(WorkItem item) {
        return of(Stage.of(item.task()), item.area());
    }

    Optional<Instant> of(Stage stage, AreaCode area) {
        if (area.level() != AreaLevel.VILLAGE) {
            return Optional.empty();
        }
        return switch (stage) {
            case CORRECTION, VILLAGE_MEETING -> periods.openFor(area).map(PeriodView::villageCutoffAt);
            case FIELD_CHECK, REGENCY_REVIEW -> periods.currentFor(area).map(PeriodView::regencyCutoffAt);
            default -> Optional.empty();
        };
    }
}
