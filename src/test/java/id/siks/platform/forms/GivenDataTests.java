package id.siks.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.platform.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenDataTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final FormSchema form = FormReader.read(
            "choose",
            """
            {"id": "choose", "components": [
              {"type": "select", "key": "worker", "label": "Petugas", "valuesKey": "workers"},
              {"type": "group", "label": "Tanda", "components": [
                {"type": "textfield", "key": "c1", "label": "C1",
                 "conditional": {"hide": "=not(list contains(claimed, \\"C1\\"))"}},
                {"type": "textfield", "key": "c2", "label": "C2",
                 "conditional": {"hide": "=not(list contains(claimed, \\"C2\\"))"}}]}]}
            """
                    .getBytes(StandardCharsets.UTF_8));

    private final FormSchema given = form.given(
            Map.of("workers", List.of(Map.of("value", "7", "label", "Petugas Uji")), "claimed", List.of("C1")));

    @Test
    void options_that_are_not_in_the_file_are_given() {
        assertThat(given.inputs().get(0).options()).containsExactly(new FormField.Option("7", "Petugas Uji", null));
        assertThat(given.check(Map.of("worker", new String[] {"7"}), TODAY).text("worker"))
                .isEqualTo("7");
    }

    @Test
    void an_option_that_was_not_given_is_refused() {
        assertThatThrownBy(() -> given.check(Map.of("worker", new String[] {"8"}), TODAY))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> form.check(Map.of("worker", new String[] {"7"}), TODAY))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_condition_on_given_values_is_decided_before_the_first_answer() {
        assertThat(given.inputs()).extracting(FormField::key).containsExactly("worker", "c1");
        assertThat(given.check(Map.of("c1", new String[] {"a"}, "c2", new String[] {"b"}), TODAY)
                        .values())
                .isEqualTo(Map.of("c1", "a"));
    }
}
