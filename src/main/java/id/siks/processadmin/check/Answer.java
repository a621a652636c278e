package id.siks.processadmin.check;

import id.siks.platform.forms.FormField;
import id.siks.platform.forms.FormField.Kind;
import id.siks.platform.forms.FormSchema;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one answer of a drawn task that reaches the engine: that of the field named as the task, when it is chosen from values of
 * the form's file.
 */
final class Answer {

    private static final Set<Kind> CHOSEN = Set.of(Kind.RADIO, Kind.SELECT);
    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    private final FormField field;

    private Answer(FormField field) {
        this.field = field;
    }

    /** That of the field called {@code variable}. */
    static Answer of(FormSchema form, String variable) {
        return new Answer(shown(form.fields().stream())
                .filter(field -> variable.equals(field.key()))
                .findFirst()
                .orElse(null));
    }

    // A field that may be hidden, or stands once for each of several things, may not be answered.
    private static Stream<FormField> shown(Stream<FormField> fields) {
        return fields.filter(field -> field.hide() == null && field.kind() != Kind.ROW)
                .flatMap(field -> Stream.concat(Stream.of(field), shown(field.children().stream())));
    }

    /** True when whoever does the task cannot but answer; a box that is not ticked says no. */
    boolean isAsked() {
        return field != null
                && field.valuesKey() == null
                && (field.kind() == Kind.CHECKBOX
                        || CHOSEN.contains(field.kind()) && field.rules().required());
    }

    /** What it can be taken for; empty when it is none that reaches the engine for sure. */
    Set<Held> held() {
        if (!isAsked()) {
            return Set.of();
        }
        return field.kind() == Kind.CHECKBOX
                ? Set.of(Held.YES_OR_NO)
                : Held.ofWords(
                        field.options().stream().map(FormField.Option::value).toList());
    }

    /** True when the condition compares it with what can be answered. */
    boolean canBe(String condition) {
        Optional<String> value = Expressions.comparedWith(condition);
        if (field.kind() == Kind.CHECKBOX) {
            return value.map(YES_OR_NO::contains).orElse(true);
        }
        return value.isPresent()
                && field.options().stream().anyMatch(option -> value.get().equals("'" + option.value() + "'"));
    }
}
