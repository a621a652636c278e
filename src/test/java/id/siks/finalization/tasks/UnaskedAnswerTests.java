package id.siks.finalization.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.siks.casework.OpenTask;
import id.siks.casework.TaskForm;
import id.siks.identity.Actor;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.forms.FormInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A form that does not ask what its task needs is refused at the field, and nothing happens. */
class UnaskedAnswerTests {

    @Test
    void a_list_is_not_handed_on_without_a_word() {
        assertThat(refused(new CheckIntegrityForm(null, null, null, null))).isEqualTo("decision forms.required");
    }

    @Test
    void nothing_is_determined_without_a_decision_a_month_and_a_reason() {
        DetermineBatchForm form = new DetermineBatchForm(null, null);

        assertThat(refused(form)).isEqualTo("decision forms.required");
        assertThat(refused(form, "decision", "determine")).isEqualTo("effectiveMonth forms.required");
        assertThat(refused(form, "decision", "determine", "effectiveMonth", "next"))
                .isEqualTo("effectiveMonth forms.pattern");
        assertThat(refused(form, "decision", "refuse")).isEqualTo("reasonCode forms.required");
    }

    private static String refused(TaskForm form, String... answers) {
        OpenTask task = new OpenTask("1", form.task(), null, null, null, null, null);
        return fault(() -> form.complete(task, input(answers), new Actor(7, "Petugas Uji", List.of())));
    }

    private static String fault(ThrowingCallable deed) {
        FieldError error =
                catchThrowableOfType(InvalidInput.class, deed).errors().get(0);
        return error.field() + " " + error.message().key();
    }

    private static FormInput input(String... answers) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            values.put(answers[i], answers[i + 1]);
        }
        return new FormInput(values);
    }
}
