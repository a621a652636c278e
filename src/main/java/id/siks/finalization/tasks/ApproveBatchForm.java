package id.siks.finalization.tasks;

import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.finalization.Batches;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The office head approves the list as a second person. */
@Component
class ApproveBatchForm implements TaskForm {

    private final Batches batches;
    private final BatchPanel panel;

    ApproveBatchForm(Batches batches, BatchPanel panel) {
        this.batches = batches;
        this.panel = panel;
    }

    @Override
    public String task() {
        return PeriodFinalization.APPROVE_BATCH;
    }

    @Override
    public String view() {
        return "finalization/approve-batch";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        return panel.of(task.caseRef());
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        batches.approve(task.caseRef(), actor);
    }
}
