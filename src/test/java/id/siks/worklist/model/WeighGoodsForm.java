package id.siks.worklist.model;

import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.identity.Actor;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.platform.forms.FormInput;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Handles a task that exists only in tests. */
@Component
class WeighGoodsForm implements TaskForm {

    private final TaskService engine;

    WeighGoodsForm(TaskService engine) {
        this.engine = engine;
    }

    @Override
    public String task() {
        return "weigh-goods";
    }

    @Override
    public String view() {
        return "worklist/weigh-goods";
    }

    @Override
    public Map<String, Object> model(OpenTask task, Actor actor) {
        return Map.of("goods", "beras");
    }

    @Override
    public void complete(OpenTask task, FormInput input, Actor actor) {
        if (input.integer("weight") == 13) {
            throw InvalidInput.at("weight", "platform.form.max", 12);
        }
        if (input.integer("weight") == 14) {
            throw Refused.because("worklist.empty.team");
        }
        engine.complete(task.id());
    }
}
