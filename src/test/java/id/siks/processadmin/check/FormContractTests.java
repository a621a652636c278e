package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.forms.FormSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may change in a form whose answers the application reads; what may not stands in {@link HostileForms}. */
class FormContractTests {

    private static final String FORM =
            """
            {"id": "weigh", "components": [
              {"type": "radio", "key": "goods", "label": "Barang", "validate": {"required": true},
               "values": [{"value": "rice", "label": "Beras"}, {"value": "oil", "label": "Minyak"}]},
              {"type": "number", "key": "weight", "label": "Berat", "decimalDigits": 2,
               "conditional": {"hide": "=goods != \\"rice\\" or open"}, "validate": {"required": true, "min": 1, "max": 50}},
              {"type": "textarea", "key": "remark", "label": "Catatan", "validate": {"minLength": 3, "maxLength": 500}},
              {"type": "select", "key": "shelf", "label": "Rak", "valuesKey": "shelves"}]}
            """;

    @Test
    void nothing_is_said_of_the_same_form() {
        assertThat(changed()).isEmpty();
    }

    @Test
    void limits_become_stricter_names_change_and_what_need_not_be_answered_goes() {
        assertThat(changed(
                        "\"decimalDigits\": 2", "\"decimalDigits\": 0",
                        "\"min\": 1, \"max\": 50", "\"min\": 2, \"max\": 40",
                        "\"minLength\": 3, \"maxLength\": 500",
                                "\"required\": true, \"minLength\": 5, \"maxLength\": 100, \"pattern\": \"[a-z ]+\"",
                        "\"label\": \"Berat\"", "\"label\": \"Bobot\"",
                        ", {\"value\": \"oil\", \"label\": \"Minyak\"}", "",
                        ",\n  {\"type\": \"select\", \"key\": \"shelf\", \"label\": \"Rak\", \"valuesKey\": \"shelves\"}",
                                ""))
                .isEmpty();
    }

    @Test
    void a_group_that_only_gathers_does_not_hide_anything() {
        assertThat(changed(
                        "{\"type\": \"radio\"",
                        "{\"type\": \"group\", \"label\": \"Semua\", \"components\": [{\"type\": \"radio\"",
                        "\"shelves\"}]}",
                        "\"shelves\"}]}]}"))
                .isEmpty();
    }

    @Test
    void a_condition_may_not_even_be_dropped() {
        assertThat(changed("\"conditional\": {\"hide\": \"=goods != \\\"rice\\\" or open\"}, ", ""))
                .containsExactly("form-field-hidden weight");
    }

    @Test
    void a_new_field_is_not_read_and_takes_no_name_the_form_is_given() {
        assertThat(changed("\"components\": [", "\"components\": [" + field("mood") + field("open") + field("shelves")))
                .containsExactly("form-key-given open", "form-key-given shelves", "form-field-unread mood");
    }

    @Test
    void each_limit_that_is_looser_is_named() {
        Findings findings = new Findings();

        check(FORM.replace("\"decimalDigits\": 2,", "").replace("\"max\": 50", "\"max\": 51"), findings);

        assertThat(findings.report().findings())
                .extracting(finding -> finding.rule() + " " + finding.args().get(1))
                .containsExactly("form-field-looser decimalDigits", "form-field-looser max");
    }

    private static String field(String key) {
        return "{\"type\": \"textfield\", \"key\": \"%s\", \"label\": \"X\"},".formatted(key);
    }

    /** What is found, by rule and element, once each text at an even place has become the one behind it. */
    private static List<String> changed(String... wasAndIs) {
        String form = FORM;
        for (int i = 0; i < wasAndIs.length; i += 2) {
            assertThat(form).contains(wasAndIs[i]);
            form = form.replace(wasAndIs[i], wasAndIs[i + 1]);
        }
        Findings findings = new Findings();
        check(form, findings);
        return findings.report().findings().stream()
                .map(finding -> finding.rule() + " " + finding.element())
                .toList();
    }

    private static void check(String form, Findings findings) {
        new FormContract(schema(FORM), schema(form), findings).check();
    }

    private static FormSchema schema(String form) {
        return FormSchema.read("weigh", form.getBytes(StandardCharsets.UTF_8));
    }
}
