package id.siks.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.siks.platform.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final FormSchema FORM = FormReader.read(
            "visit",
            """
            {"id": "visit", "type": "default", "schemaVersion": 16, "components": [
              {"type": "text", "text": "Catat yang terlihat."},
              {"type": "radio", "key": "outcome", "label": "Hasil", "validate": {"required": true},
               "values": [{"value": "found", "label": "Bertemu"}, {"value": "absent", "label": "Tidak ada orang"}]},
              {"type": "group", "label": "Rumah", "conditional": {"hide": "=outcome != \\"found\\""}, "components": [
                {"type": "number", "key": "rooms", "label": "Kamar", "decimalDigits": 0,
                 "validate": {"required": true, "min": 0, "max": 50}},
                {"type": "checklist", "key": "signs", "label": "Tanda",
                 "values": [{"value": "C1", "label": "Lantai"}, {"value": "C2", "label": "Dinding"}]},
                {"type": "checkbox", "key": "photo", "label": "Foto sesuai", "validate": {"required": true}}]},
              {"type": "textfield", "key": "code", "label": "Kode",
               "validate": {"minLength": 3, "maxLength": 6, "pattern": "[A-Z]+"}},
              {"type": "textarea", "key": "remark", "label": "Catatan", "validate": {"required": true, "minLength": 5},
               "conditional": {"hide": "=outcome = null or rooms > 10"}},
              {"type": "number", "key": "area", "label": "Luas", "decimalDigits": 1},
              {"type": "datetime", "subtype": "date", "key": "day", "label": "Tanggal",
               "properties": {"days": "not-future"}}]}
            """
                    .getBytes(StandardCharsets.UTF_8));

    @Test
    void the_number_of_a_person_stands_in_no_whole_sentence() {
        assertThat(errors("outcome", "absent", "remark", "Anak 1804-0426-0285-0224 pindah."))
                .containsExactly("remark platform.error.card-number");
    }

    @Test
    void a_complete_answer_comes_back_typed_and_nothing_else() {
        FormInput input = check(
                "outcome",
                "found",
                "rooms",
                "2",
                "signs",
                "C1,C2",
                "photo",
                "true",
                "remark",
                "Rumah sesuai.",
                "area",
                "31,5",
                "day",
                "2026-11-19",
                "status",
                "DETERMINED");

        assertThat(input.text("outcome")).isEqualTo("found");
        assertThat(input.integer("rooms")).isEqualTo(2);
        assertThat(input.options("signs")).containsExactly("C1", "C2");
        assertThat(input.yes("photo")).isTrue();
        assertThat(input.number("area")).isEqualByComparingTo("31.5");
        assertThat(input.date("day")).isEqualTo("2026-11-19");
        assertThat(input.values()).doesNotContainKey("status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "1899-12-31", "+10000-01-01"})
    void a_day_no_database_has_is_no_day(String day) {
        assertThat(errors("outcome", "absent", "remark", "Kosong.", "day", day))
                .containsExactly("day platform.form.date");
    }

    @Test
    void of_many_ticks_none_is_lost() {
        List<Map<String, String>> families = IntStream.range(0, 150)
                .mapToObj(i -> Map.of("value", "F" + i, "label", "Keluarga " + i))
                .toList();
        FormSchema many = FormReader.read(
                        "many",
                        """
                        {"id": "many", "type": "default", "schemaVersion": 16, "components": [
                          {"type": "checklist", "key": "agreed", "label": "Disepakati", "valuesKey": "families"}]}
                        """
                                .getBytes(StandardCharsets.UTF_8))
                .given(Map.of("families", families));
        String[] ticked = families.stream().map(f -> f.get("value")).toArray(String[]::new);
        assertThat(many.check(Map.of("agreed", ticked), TODAY).options("agreed"))
                .hasSize(150);
    }

    @Test
    void what_is_required_and_shown_must_be_answered() {
        assertThat(errors()).containsExactly("outcome platform.form.required");
        assertThat(errors("outcome", "found"))
                .containsExactly(
                        "rooms platform.form.required",
                        "photo platform.form.required-tick",
                        "remark platform.form.required");
    }

    @Test
    void a_hidden_field_is_neither_required_nor_kept() {
        FormInput input = check("outcome", "absent", "remark", "Kosong.", "rooms", "3", "photo", "true");

        assertThat(input.values()).containsOnlyKeys("outcome", "remark");
    }

    @Test
    void a_field_hidden_by_a_hidden_field_follows_what_is_left() {
        // rooms is hidden, so it cannot hide the remark.
        assertThat(errors("outcome", "absent", "rooms", "20")).containsExactly("remark platform.form.required");
        assertThat(check("outcome", "found", "rooms", "20", "photo", "true").values())
                .doesNotContainKey("remark");
    }

    @Test
    void a_wrong_value_in_a_hidden_field_is_no_error() {
        assertThat(check("outcome", "absent", "remark", "Kosong.", "rooms", "banyak")
                        .values())
                .doesNotContainKey("rooms");
    }

    @Test
    void numbers_have_limits_and_shapes() {
        assertThat(number("51")).isEqualTo("rooms platform.form.max");
        assertThat(number("-1")).isEqualTo("rooms platform.form.min");
        assertThat(number("1.5")).isEqualTo("rooms platform.form.whole-number");
        assertThat(number("dua")).isEqualTo("rooms platform.form.number");
        assertThat(number("1e9999999")).isEqualTo("rooms platform.form.number");
        assertThat(number("٣")).isEqualTo("rooms platform.form.number");
        assertThat(errors("area", "1,25")).contains("area platform.form.decimals");
    }

    @Test
    void texts_have_lengths_and_patterns() {
        assertThat(errors("code", "AB")).contains("code platform.form.too-short");
        assertThat(errors("code", "ABCDEFG")).contains("code platform.form.too-long");
        assertThat(errors("code", "abc")).contains("code platform.form.pattern");
        assertThat(errors("outcome", "absent", "remark", "x".repeat(4001)))
                .containsExactly("remark platform.form.too-long");
    }

    /** Glossary 6.1: who reads why something was refused must learn something. */
    @Test
    void dots_and_exclamation_marks_are_no_words_of_a_longer_text() {
        assertThat(errors("outcome", "absent", "remark", "!!!!!!!!!!!!"))
                .containsExactly("remark platform.form.too-short");
        assertThat(errors("outcome", "absent", "remark", "a . b . c . d"))
                .containsExactly("remark platform.form.too-short");
        assertThat(check("outcome", "absent", "remark", "RT 003").text("remark"))
                .isEqualTo("RT 003");
    }

    @ParameterizedTest
    @CsvSource({".*.*.*.*.*x, 255", "(?:a|b)*, 50000"})
    void a_pattern_that_takes_too_long_or_goes_too_deep_does_not_match(String pattern, int letters) {
        FormSchema slow = FormReader.read(
                "slow",
                """
                {"id": "slow", "components": [
                  {"type": "textfield", "key": "code", "label": "Kode",
                   "validate": {"pattern": "%s", "maxLength": %d}}]}
                """
                        .formatted(pattern, letters)
                        .getBytes(StandardCharsets.UTF_8));

        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class, () -> slow.check(parameters("code", "a".repeat(letters)), TODAY));

        assertThat(refused.errors())
                .extracting(error -> error.message().key())
                .containsExactly("platform.form.pattern");
    }

    @Test
    void control_and_direction_characters_are_refused() {
        assertThat(errors("code", "AB\u0000C")).contains("code platform.form.control-character");
        assertThat(errors("code", "ABC\nD")).contains("code platform.form.control-character");
        assertThat(errors("outcome", "absent", "remark", "balik \u202E arah"))
                .containsExactly("remark platform.form.control-character");
        assertThat(check("outcome", "absent", "remark", "dua\r\nbaris").text("remark"))
                .isEqualTo("dua\nbaris");
    }

    @Test
    void texts_are_composed() {
        assertThat(check("outcome", "absent", "remark", "Cafe\u0301 tutup").text("remark"))
                .isEqualTo("Café tutup");
    }

    @Test
    void only_offered_options_can_be_chosen() {
        assertThat(errors("outcome", "burned")).containsExactly("outcome platform.form.option");
        assertThat(errors("outcome", "found", "rooms", "1", "photo", "true", "remark", "Sesuai.", "signs", "C1,C9"))
                .containsExactly("signs platform.form.option");
    }

    @Test
    void dates_exist_and_are_not_in_the_future() {
        assertThat(errors("day", "2026-02-30")).contains("day platform.form.date");
        assertThat(errors("day", "kemarin")).contains("day platform.form.date");
        assertThat(errors("day", "2026-11-21")).contains("day platform.form.date-future");
    }

    private String number(String rooms) {
        return errors("outcome", "found", "photo", "true", "remark", "Sesuai.", "rooms", rooms)
                .get(0);
    }

    private static FormInput check(String... sent) {
        return FORM.check(parameters(sent), TODAY);
    }

    private static List<String> errors(String... sent) {
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> check(sent));
        return invalid.errors().stream()
                .map(e -> e.field() + " " + e.message().key())
                .toList();
    }

    private static Map<String, String[]> parameters(String... sent) {
        Map<String, String[]> parameters = new HashMap<>();
        for (int i = 0; i < sent.length; i += 2) {
            parameters.put(sent[i], sent[i].equals("signs") ? sent[i + 1].split(",") : new String[] {sent[i + 1]});
        }
        return parameters;
    }
}
