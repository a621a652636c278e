package id.siks.finalization.tasks;

import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.finalization.Batches;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The province passes the list on. */
@Component
class ForwardBatchForm implements TaskForm {

    private final Batches batches;
    private final BatchPanel panel;

    ForwardBatchForm(Batches batches, BatchPanel panel) {
        this.batches = batches;
        this.panel = panel;
    }

    @Override
    public String task() {
        return PeriodFinalization.FORWARD_BATCH;
    }

    @Override
    public String view() {
        return "finalization/forward-batch";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        return panel.of(task.caseRef());
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        batches.forward(task.caseRef(), actor);
    }
}
