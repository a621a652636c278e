package id.siks.casework;

import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import id.siks.platform.forms.FormSchemas;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forms of tasks, filled in and sent as their pages do. */
@Component
public class TestForms {

    private final Map<String, TaskForm> forms;
    private final FormSchemas schemas;
    private final TransactionTemplate transaction;

    TestForms(List<TaskForm> forms, FormSchemas schemas, TransactionTemplate transaction) {
        this.forms = forms.stream().collect(Collectors.toMap(TaskForm::task, form -> form));
        this.schemas = schemas;
        this.transaction = transaction;
    }

    /** Somebody opens the task and sends its form with these answers on that day; what the page shows as chosen goes with them. */
    public void send(OpenTask task, Map<String, String> answers, LocalDate today, Actor actor) {
        TaskForm form = forms.get(task.key());
        transaction.executeWithoutResult(status -> {
            Map<String, Object> initial = form.initial(task, actor);
            form.model(task, actor);
            form.complete(task, checked(task.key(), initial, answers, today), actor);
        });
    }

    private FormInput checked(String key, Map<String, Object> initial, Map<String, String> answers, LocalDate today) {
        Map<String, String[]> sent = new HashMap<>();
        initial.forEach((name, value) -> {
            if (value instanceof String text) {
                sent.put(name, new String[] {text});
            }
        });
        answers.forEach((name, value) -> sent.put(name, value.split(",")));
        return schemas.of(key).given(initial).check(sent, today);
    }
}
