package id.siks.worklist.forecast;

import id.siks.area.AreaLevel;
import id.siks.finalization.Periods;
import id.siks.worklist.model.WorkItem;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cut-off of the list that work on a family's case comes before. */
@Component
public class WorkCutoffs {

    private final Periods periods;

    WorkCutoffs(Periods periods) {
        this.periods = periods;
    }

    /** The village's for work before the village's list, the regency's until it decides; empty beyond and without a period. */
    public Optional<Instant> of(WorkItem item) {
        if (item.area().level() != AreaLevel.VILLAGE) {
            return Optional.empty();
        }
        return Road.of(item.task()).flatMap(road -> road.cutoff(periods.ahead(item.area())));
    }
}
