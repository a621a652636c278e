package id.siks.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class FormReaderTests {

    @ParameterizedTest
    @MethodSource("badComponents")
    void a_bad_component_is_named_with_what_is_wrong(String component, String complaint) {
        assertThatThrownBy(() -> read("{\"id\": \"weigh\", \"components\": [" + component + "]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("weigh.form")
                .hasMessageContaining(complaint);
    }

    static Stream<Arguments> badComponents() {
        return Stream.of(
                bad("{'type': 'iframe', 'key': 'x', 'label': 'X'}", "\"x\": the type \"iframe\" is not understood"),
                bad("{'type': 'number', 'key': 'x'}", "it has no label"),
                bad("{'type': 'number', 'key': 'a b', 'label': 'X'}", "letters and digits"),
                bad("{'type': 'number', 'key': 'version', 'label': 'X'}", "reserved"),
                bad(
                        "{'type': 'number', 'key': 'x', 'label': 'X'}, {'type': 'number', 'key': 'x', 'label': 'X'}",
                        "used twice"),
                bad("{'type': 'number', 'key': 'x', 'label': 'X', 'validate': {'min': 'few'}}", "min must be a number"),
                bad("{'type': 'textfield', 'key': 'x', 'label': 'X', 'validate': {'pattern': '[a'}}", "pattern"),
                bad("{'type': 'select', 'key': 'x', 'label': 'X'}", "values"),
                bad("{'type': 'datetime', 'subtype': 'time', 'key': 'x', 'label': 'X'}", "subtype"),
                bad(
                        "{'type': 'number', 'key': 'x', 'label': 'X', 'conditional': {'hide': 'a = 1'}}",
                        "beginning with ="),
                bad(
                        "{'type': 'number', 'key': 'x', 'label': 'X', 'conditional': {'hide': '=a = ('}}",
                        "cannot be used"),
                bad(
                        "{'type': 'number', 'key': 'x', 'label': 'X', 'conditional': {'hide': '=count(for i in 1..9 return i) > 1'}}",
                        "loops"),
                bad(
                        "{'type': 'number', 'key': 'x', 'label': 'X', 'conditional': {'hide': '=a = \\'"
                                + "y".repeat(300)
                                + "\\''}}",
                        "longer than 300"));
    }

    @Test
    void the_id_must_be_the_name_of_the_file() {
        assertThatThrownBy(() -> read("{\"id\": \"other\", \"components\": []}"))
                .hasMessageContaining("its id must be");
        assertThatThrownBy(() -> read("nothing")).hasMessageContaining("is not JSON");
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
