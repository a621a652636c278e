package id.siks.proposal.tasks;

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
    void a_proposal_is_not_decided_without_a_decision_and_its_reason() {
        DecideProposalForm form = new DecideProposalForm(null, null, null, null, null, null, null, null);

        assertThat(refused(form)).isEqualTo("decision forms.required");
        assertThat(refused(form, "decision", "reject")).isEqualTo("reasonCode forms.required");
    }

    @Test
    void a_record_is_neither_signed_nor_sent_back_without_a_word() {
        SignMeetingForm form = new SignMeetingForm(null, null, null, null);

        assertThat(refused(form)).isEqualTo("signature forms.required");
        assertThat(refused(form, "signature", "sendBack")).isEqualTo("sentBack forms.required");
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
