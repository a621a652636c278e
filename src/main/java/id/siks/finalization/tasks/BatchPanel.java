package id.siks.finalization.tasks;

import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.finalization.Batches;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.finalization.model.Acknowledgements;
import id.siks.finalization.model.BatchReads;
import id.siks.finalization.model.Closings;
import id.siks.finalization.model.Closings.Closing;
import id.siks.identity.Actors;
import id.siks.platform.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What everybody who has to act on a batch sees above his form. */
@Component
class BatchPanel {

    /** So many unusual cases are named; the whole list shows the others. */
    private static final int AT_ONCE = 20;

    private final Periods periods;
    private final Batches batches;
    private final BatchReads reads;
    private final Closings closings;
    private final Acknowledgements acknowledgements;
    private final Actors actors;
    private final Areas areas;

    BatchPanel(
            Periods periods,
            Batches batches,
            BatchReads reads,
            Closings closings,
            Acknowledgements acknowledgements,
            Actors actors,
            Areas areas) {
        this.periods = periods;
        this.batches = batches;
        this.reads = reads;
        this.closings = closings;
        this.acknowledgements = acknowledgements;
        this.actors = actors;
        this.areas = areas;
    }

    /** The period, its batch, its counts and who has signed so far. */
    Map<String, Object> of(CaseRef ref) {
        Map<String, Object> model = new HashMap<>();
        PeriodView period = period(ref);
        model.put("period", period);
        model.put("regency", areas.get(period.regency()).name());
        model.put("batch", batches.find(ref).orElseThrow(() -> new NotFound("batch " + ref)));
        model.put("villageCounts", reads.perVillage(ref));
        model.put("acknowledged", acknowledgements.of(ref));
        model.put("closedVillages", closings.villages(ref).size());
        model.put("outliers", reads.outliers(ref));
        model.put("unusual", reads.unusual(ref, AT_ONCE));
        model.put("closings", signatures(ref));
        return model;
    }

    PeriodView period(CaseRef ref) {
        return periods.find(ref).orElseThrow(() -> new NotFound("period " + ref));
    }

    private List<Signature> signatures(CaseRef ref) {
        List<Closing> above = closings.aboveVillages(ref);
        Map<Long, String> names = actors.namesOf(above.stream().map(Closing::by).toList());
        return above.stream()
                .map(c -> new Signature(c.level().name(), names.get(c.by()), c))
                .toList();
    }

    /** Who closed a level. */
    record Signature(String level, String name, Closing closing) {}
}
