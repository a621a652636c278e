package id.siks.finalization.tasks;

import static id.siks.casework.UnaskedAnswers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A form that does not ask what its task needs is refused at the field, and nothing happens. */
class UnaskedAnswerTests {

    @Test
    void a_list_is_not_handed_on_without_a_word() {
        assertThat(refused(new CheckIntegrityForm(null, null, null, null)))
                .isEqualTo("decision platform.form.required");
    }

    @Test
    void nothing_is_determined_without_a_decision_a_month_and_a_reason() {
        DetermineBatchForm form = new DetermineBatchForm(null, null);

        assertThat(refused(form)).isEqualTo("decision platform.form.required");
        assertThat(refused(form, "decision", "determine")).isEqualTo("effectiveMonth platform.form.required");
        assertThat(refused(form, "decision", "determine", "effectiveMonth", "next"))
                .isEqualTo("effectiveMonth platform.form.pattern");
        assertThat(refused(form, "decision", "refuse")).isEqualTo("reasonCode platform.form.required");
    }
}
