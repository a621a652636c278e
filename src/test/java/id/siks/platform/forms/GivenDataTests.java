package id.siks.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.platform.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

    @Test
    void a_row_stands_once_for_each_given_entry_with_keys_and_conditions_of_its_own() {
        FormSchema repeated = FormReader.read(
                        "repeat",
                        """
                        {"id": "repeat", "components": [
                          {"type": "group", "label": "Keluarga {each}", "properties": {"each": "families"},
                           "components": [
                             {"type": "radio", "key": "word", "label": "Hasil",
                              "values": [{"label": "Ya", "value": "YES"}, {"label": "Tidak", "value": "word"}]},
                             {"type": "textfield", "key": "why", "label": "Mengapa",
                              "conditional": {"hide": "=word != \\"word\\" and each != \\"USL-9\\""},
                              "validate": {"required": true}}]}]}
                        """
                                .getBytes(StandardCharsets.UTF_8))
                .given(Map.of(
                        "families",
                        List.of(Map.of("value", "USL-1", "label", "Satu"), Map.of("value", "USL-2", "label", "Dua")),
                        "wordUSL1",
                        "YES"));

        assertThat(repeated.inputs())
                .extracting(FormField::key)
                .containsExactly("wordUSL1", "whyUSL1", "wordUSL2", "whyUSL2");
        assertThat(repeated.fields().get(1).label(Locale.forLanguageTag("id"))).isEqualTo("Keluarga Dua");
        assertThat(repeated.inputs().get(3).hide()).isEqualTo("wordUSL2 != \"word\" and \"USL-2\" != \"USL-9\"");
        Map<String, String[]> sent = Map.of(
                "wordUSL1",
                new String[] {"YES"},
                "whyUSL1",
                new String[] {"x"},
                "wordUSL2",
                new String[] {"word"},
                "whyUSL2",
                new String[] {"y"});
        assertThat(repeated.check(sent, TODAY).values())
                .isEqualTo(Map.of("wordUSL1", "YES", "wordUSL2", "word", "whyUSL2", "y"));
        assertThatThrownBy(() -> repeated.check(Map.of("wordUSL1", new String[] {"word"}), TODAY))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors()).extracting(f -> f.field()).containsExactly("whyUSL1"));
    }
}
