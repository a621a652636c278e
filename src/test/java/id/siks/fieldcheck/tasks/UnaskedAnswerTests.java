package id.siks.fieldcheck.tasks;

import static id.siks.casework.UnaskedAnswers.fault;
import static id.siks.casework.UnaskedAnswers.input;
import static id.siks.casework.UnaskedAnswers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A form that does not ask what its task needs is refused at the field, and nothing happens. */
class UnaskedAnswerTests {

    @Test
    void a_visit_is_not_reviewed_without_a_decision_and_its_reason() {
        ReviewVisitForm form = new ReviewVisitForm(null, null, null, null, null);

        assertThat(refused(form)).isEqualTo("decision platform.form.required");
        assertThat(refused(form, "decision", "RETURN")).isEqualTo("reasonCode platform.form.required");
        assertThat(refused(form, "decision", "REVISIT")).isEqualTo("note platform.form.required");
    }

    @Test
    void a_visit_has_a_day_and_a_time_that_can_be_read() {
        assertThat(read("outcome", "REFUSED")).isEqualTo("visitedOn platform.form.required");
        assertThat(read("outcome", "REFUSED", "visitedOn", "2026-11-20"))
                .isEqualTo("visitedTime platform.form.required");
        assertThat(read("outcome", "REFUSED", "visitedOn", "2026-11-20", "visitedTime", "noon"))
                .isEqualTo("visitedTime platform.form.pattern");
    }

    @Test
    void the_accuracy_of_a_place_is_whole_metres() {
        assertThat(read(
                        "outcome",
                        "VERIFIED",
                        "visitedOn",
                        "2026-11-20",
                        "visitedTime",
                        "09.30",
                        "latitude",
                        "-7.2",
                        "longitude",
                        "107.9",
                        "accuracy",
                        "0.5"))
                .isEqualTo("accuracy platform.form.whole-number");
    }

    /** Half of it shows no place, and would go without a word where none is needed. */
    @Test
    void a_place_has_both_its_numbers() {
        String[] half = {
            "outcome",
            "REFUSED",
            "visitedOn",
            "2026-11-20",
            "visitedTime",
            "09.30",
            "note",
            "Kepala keluarga menolak didata.",
            "latitude",
            "-7.2"
        };

        assertThat(read(half)).isEqualTo("longitude platform.form.required");
        half[half.length - 2] = "longitude";
        assertThat(read(half)).isEqualTo("latitude platform.form.required");
    }

    @Test
    void a_note_of_dots_tells_nothing() {
        assertThat(read(
                        "outcome",
                        "REFUSED",
                        "visitedOn",
                        "2026-11-20",
                        "visitedTime",
                        "09.30",
                        "note",
                        "!!!!!!!!!!!!"))
                .isEqualTo("note fieldcheck.error.note-too-short");
    }

    private static String read(String... answers) {
        Instant asked = Instant.parse("2026-11-19T00:00:00Z");
        return fault(() -> new VisitInput(input(answers), List.of())
                .report(ZoneOffset.ofHours(7), asked, asked.plus(Duration.ofDays(2))));
    }
}
