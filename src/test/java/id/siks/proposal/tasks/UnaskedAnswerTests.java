package id.siks.proposal.tasks;

import static id.siks.casework.UnaskedAnswers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A form that does not ask what its task needs is refused at the field, and nothing happens. */
class UnaskedAnswerTests {

    @Test
    void a_proposal_is_not_decided_without_a_decision_and_its_reason() {
        DecideProposalForm form = new DecideProposalForm(null, null, null, null, null, null, null, null);

        assertThat(refused(form)).isEqualTo("decision platform.form.required");
        assertThat(refused(form, "decision", "reject")).isEqualTo("reasonCode platform.form.required");
    }

    @Test
    void a_record_is_neither_signed_nor_sent_back_without_a_word() {
        SignMeetingForm form = new SignMeetingForm(null, null, null, null);

        assertThat(refused(form)).isEqualTo("signature platform.form.required");
        assertThat(refused(form, "signature", "sendBack")).isEqualTo("reasonCode platform.form.required");
    }
}
