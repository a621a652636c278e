package id.siks.finalization.tasks;

import id.siks.casework.OpenTask;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.TaskForm;
import id.siks.finalization.Batches;
import id.siks.finalization.Decree;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The minister determines the list by decree, or sends it back to be checked again. */
@Component
class DetermineBatchForm implements TaskForm {

    private final Batches batches;
    private final BatchPanel panel;

    DetermineBatchForm(Batches batches, BatchPanel panel) {
        this.batches = batches;
        this.panel = panel;
    }

    @Override
    public String task() {
        return PeriodFinalization.DETERMINE_BATCH;
    }

    @Override
    public String view() {
        return "finalization/determine-batch";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        return panel.of(task.caseRef());
    }

    /** A decree nearly always takes effect in the month of its period. */
    @Override
    public Map<String, Object> initial(OpenTask task, Actor actor) {
        return Map.of("effectiveMonth", panel.period(task.caseRef()).month().toString());
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        if (PeriodFinalization.DETERMINE.equals(input.needed("decision"))) {
            Decree decree = new Decree(input.text("decreeNumber"), input.needed("effectiveMonth", YearMonth::parse));
            batches.determine(task.caseRef(), decree, actor);
        } else {
            Reason reason = Reason.given(input.needed("reasonCode", ReasonCode::valueOf), input.text("reasonText"));
            batches.refuse(task.caseRef(), reason, actor);
        }
    }
}
