package id.siks.casework;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.siks.identity.Actor;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.forms.FormInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a task says when its form did not ask for all it needs: for the tests of each room's forms. */
public final class UnaskedAnswers {

    private UnaskedAnswers() {}

    /** Field and message of the refusal when {@code form} gets only these answers, key before value. */
    public static String refused(TaskForm form, String... answers) {
        OpenTask task = new OpenTask("1", form.task(), null, null, null, null, null);
        return fault(() -> form.complete(task, input(answers), new Actor(7, "Petugas Uji", List.of())));
    }

    /** Field and message of the refusal of {@code deed}. */
    public static String fault(ThrowingCallable deed) {
        FieldError error =
                catchThrowableOfType(InvalidInput.class, deed).errors().get(0);
        return error.field() + " " + error.message().key();
    }

    /** These answers, key before value. */
    public static FormInput input(String... answers) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            values.put(answers[i], answers[i + 1]);
        }
        return new FormInput(values);
    }
}
