package id.siks.finalization.tasks;

import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.finalization.Batches;
import id.siks.finalization.model.BatchRows;
import id.siks.finalization.model.Integrity;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ministry's officer looks at what the machine found and hands a clean list to the decider. */
@Component
class CheckIntegrityForm implements TaskForm {

    private final Batches batches;
    private final BatchPanel panel;
    private final BatchRows rows;
    private final Integrity integrity;

    CheckIntegrityForm(Batches batches, BatchPanel panel, BatchRows rows, Integrity integrity) {
        this.batches = batches;
        this.panel = panel;
        this.rows = rows;
        this.integrity = integrity;
    }

    @Override
    public String task() {
        return PeriodFinalization.CHECK_INTEGRITY;
    }

    @Override
    public String view() {
        return "finalization/check-integrity";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        Map<String, Object> model = panel.of(task.caseRef());
        model.put("report", integrity.check(task.caseRef()));
        model.put("refused", rows.refusal(task.caseRef()).orElse(null));
        return model;
    }

    @Override
    public Map<String, Object> initial(OpenTask task, Actor actor) {
        return Map.of("decision", PeriodFinalization.PASS_ON);
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        if (PeriodFinalization.MATCH_AGAIN.equals(input.needed("decision"))) {
            batches.matchAgain(task.caseRef(), actor);
        } else {
            batches.checked(task.caseRef(), actor);
        }
    }
}
