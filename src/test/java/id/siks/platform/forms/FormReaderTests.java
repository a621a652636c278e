package id.siks.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class FormReaderTests {

    private static final String NAMED = "{\"type\": \"number\", \"key\": \"%s\", \"label\": \"X\"}";

    @ParameterizedTest
    @MethodSource("badComponents")
    void a_bad_component_is_named_with_what_is_wrong(String component, String complaint) throws IOException {
        UnusableForm form = catchThrowableOfType(
                UnusableForm.class, () -> read("{\"id\": \"weigh\", \"components\": [" + component + "]}"));

        assertThat(form).hasMessage("weigh.form, component \"x\": platform.form.unusable." + complaint);
        assertThat(form.component()).isEqualTo("x");
        for (String language : List.of("", "_en")) {
            assertThat(sentences(language)).containsKey(form.reason().key());
        }
    }

    private static Properties sentences(String language) throws IOException {
        Properties sentences = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/messages/platform" + language + ".properties"))) {
            sentences.load(file);
        }
        return sentences;
    }

    static Stream<Arguments> badComponents() {
        return Stream.of(
                bad("{'type': 'iframe', 'key': 'x', 'label': 'X'}", "type [iframe]"),
                bad("{'type': 'number', 'key': 'x'}", "label"),
                bad("{'type': 'select', 'key': 'x', 'label': 'X', 'valuesKey': 'a b'}", "list [valuesKey]"),
                bad(
                        "{'type': 'number', 'key': 'x', 'label': 'X'}, {'type': 'number', 'key': 'x', 'label': 'X'}",
                        "key-twice [x]"),
                bad("{'type': 'number', 'key': 'x', 'label': 'X', 'validate': {'min': 'few'}}", "number [min]"),
                bad("{'type': 'textfield', 'key': 'x', 'label': 'X', 'validate': {'pattern': '[a'}}", "pattern"),
                bad("{'type': 'select', 'key': 'x', 'label': 'X'}", "options"),
                bad("{'type': 'datetime', 'subtype': 'time', 'key': 'x', 'label': 'X'}", "subtype"),
                bad("{'type': 'number', 'key': 'x', 'label': 'X', 'validate': {'max': '1e999999999'}}", "number [max]"),
                bad(
                        "{'type': 'number', 'key': 'x', 'label': 'X', 'decimalDigits': 0.5}",
                        "whole-number [decimalDigits]"),
                bad("{'type': 'number', 'key': 'x', 'label': 'X', 'properties': {'days': 'past'}}", "days"),
                bad("{'type': 'number', 'key': 'x', 'label': 'X', 'conditional': {'hide': 'a = 1'}}", "condition-sign"),
                bad("{'type': 'number', 'key': 'x', 'label': 'X', 'conditional': {'hide': '=a = ('}}", "condition"),
                bad(
                        "{'type': 'number', 'key': 'x', 'label': 'X', 'conditional': {'hide': '=count(for i in 1..9 return i) > 1'}}",
                        "condition-slow"),
                bad(
                        "{'type': 'number', 'key': 'x', 'label': 'X', 'conditional': {'hide': '=a = \\'"
                                + "y".repeat(300)
                                + "\\''}}",
                        "condition-long"));
    }

    @Test
    void the_id_must_be_the_name_of_the_file() {
        assertThatThrownBy(() -> read("{\"id\": \"other\", \"components\": []}"))
                .hasMessage("weigh.form: platform.form.unusable.id [weigh]");
        assertThatThrownBy(() -> read("nothing")).hasMessage("weigh.form: platform.form.unusable.json");
    }

    @Test
    void a_key_is_letters_and_digits_and_none_of_the_page() {
        assertThatThrownBy(() -> read("{\"id\": \"weigh\", \"components\": [" + NAMED.formatted("a b") + "]}"))
                .hasMessage("weigh.form, component \"a b\": platform.form.unusable.key");
        assertThatThrownBy(() -> read("{\"id\": \"weigh\", \"components\": [" + NAMED.formatted("version") + "]}"))
                .hasMessage("weigh.form, component \"version\": platform.form.unusable.key-reserved [version]");
    }

    @Test
    void labels_are_indonesian_and_english_where_given() {
        FormField field =
                read("""
                        {"id": "weigh", "components": [{"type": "radio", "key": "x", "label": "Timbang",
                          "values": [{"value": "a", "label": "Ya"}],
                          "properties": {"label_en": "Weigh", "label_en.a": "Yes"}}]}""")
                        .fields()
                        .get(0);

        assertThat(field.label(Locale.forLanguageTag("id"))).isEqualTo("Timbang");
        assertThat(field.label(Locale.ENGLISH)).isEqualTo("Weigh");
        assertThat(field.options().get(0).label(Locale.ENGLISH)).isEqualTo("Yes");
    }

    @Test
    void a_field_may_be_worded_otherwise_where_one_answer_is_for_many() {
        FormSchema form = read(
                """
                {"id": "weigh", "components": [
                  {"type": "checkbox", "key": "x", "label": "Ini saya", "description": "Satu",
                    "properties": {"label_many": "Semua ini", "label_many_en": "All", "hint_many": "Banyak"}},
                  {"type": "checkbox", "key": "y", "label": "Lain"}]}""");

        FormSchema many = form.forMany(Set.of("x", "y"));

        assertThat(many.inputs())
                .extracting(field -> field.label(Locale.forLanguageTag("id")))
                .containsExactly("Semua ini", "Lain");
        assertThat(many.inputs().get(0).label(Locale.ENGLISH)).isEqualTo("All");
        assertThat(many.inputs().get(0).hint(Locale.forLanguageTag("id"))).isEqualTo("Banyak");
    }

    @Test
    void every_form_of_the_house_can_be_read() throws Exception {
        FormSchemas schemas = new FormSchemas(new StaticListableBeanFactory().getBeanProvider(FormsInForce.class));

        assertThat(schemas.tasks())
                .allSatisfy(task -> assertThat(schemas.of(task).inputs()).isNotNull());
    }

    private static Arguments bad(String component, String complaint) {
        return Arguments.of(component.replace("\\'", "\\\"").replace('\'', '"'), complaint);
    }

    private static FormSchema read(String content) {
        return FormReader.read("weigh", content.getBytes(StandardCharsets.UTF_8));
    }
}
