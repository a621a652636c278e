package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.forms.FormSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms whose every field somebody can answer, and others. */
class PossibleAnswersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number    | '' | \"min\": 5, \"max\": 5 | true",
                "number    | '' | \"min\": 5, \"max\": 4.9 | false",
                "number    | \"decimalDigits\": 0, | \"min\": 0.2, \"max\": 0.8 | false",
                "number    | \"decimalDigits\": 1, | \"min\": 0.2, \"max\": 0.8 | true",
                "number    | \"decimalDigits\": -1, | \"min\": 1 | false",
                "number    | '' | \"minLength\": 300 | true",
                "textfield | '' | \"minLength\": 3, \"maxLength\": 3 | true",
                "textfield | '' | \"minLength\": 256 | false",
                "textfield | '' | \"maxLength\": 0 | false",
                "textarea  | '' | \"minLength\": 256 | true",
                "textfield | '' | \"pattern\": \"[0-9]{5}\", \"maxLength\": 5 | true",
                "textfield | '' | \"pattern\": \"[0-9]{5}\", \"maxLength\": 4 | false"
            })
    void some_answer_keeps_within_all_limits(String type, String more, String limits, boolean can) {
        assertThat(found("{\"type\": \"%s\", \"key\": \"x\", \"label\": \"X\", %s \"validate\": {%s}}"
                        .formatted(type, more, limits)))
                .isEqualTo(can ? List.of() : List.of("form-limits-clash x"));
    }

    @ParameterizedTest
    @CsvSource({
        "ya, true",
        "'tidak setuju', true",
        "'ya ', false",
        "'\u00a0ya', true",
        "'e\u0301', false",
        "'\u00e9', true"
    })
    void what_is_chosen_comes_back_as_it_was_written(String value, boolean can) {
        assertThat(found(choice(value))).isEqualTo(can ? List.of() : List.of("form-option-value x"));
    }

    @Test
    void a_value_fits_into_a_condition() {
        assertThat(found(choice("x".repeat(60)))).isEmpty();
        assertThat(found(choice("x".repeat(61)))).containsExactly("form-option-value x");
    }

    @Test
    void no_page_gives_a_drawn_task_a_list() {
        Findings findings = new Findings();

        PossibleAnswers.withoutLists(
                form("{\"type\": \"select\", \"key\": \"x\", \"label\": \"X\", \"valuesKey\": \"signs\"}"), findings);

        assertThat(findings.report().findings()).extracting(Finding::rule).containsExactly("form-list-unknown");
    }

    private static String choice(String value) {
        return "{\"type\": \"radio\", \"key\": \"x\", \"label\": \"X\", \"values\": [{\"value\": \"%s\", \"label\": \"Y\"}]}"
                .formatted(value);
    }

    private static List<String> found(String field) {
        Findings findings = new Findings();
        PossibleAnswers.check(form(field), findings);
        return findings.report().findings().stream()
                .map(finding -> finding.rule() + " " + finding.element())
                .toList();
    }

    private static FormSchema form(String field) {
        return FormSchema.read(
                "weigh",
                "{\"id\": \"weigh\", \"components\": [%s]}".formatted(field).getBytes(StandardCharsets.UTF_8));
    }
}
