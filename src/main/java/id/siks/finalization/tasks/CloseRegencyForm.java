package id.siks.finalization.tasks;

import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.finalization.Periods;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The verifier closes the regency's list. */
@Component
class CloseRegencyForm implements TaskForm {

    private final Periods periods;
    private final BatchPanel panel;

    CloseRegencyForm(Periods periods, BatchPanel panel) {
        this.periods = periods;
        this.panel = panel;
    }

    @Override
    public String task() {
        return PeriodFinalization.CLOSE_REGENCY;
    }

    @Override
    public String view() {
        return "finalization/close-regency";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        return panel.of(task.caseRef());
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        periods.closeRegency(task.caseRef(), actor);
    }
}
