package id.siks.platform.forms;

import id.siks.platform.forms.FormField.Kind;
import id.siks.platform.forms.FormField.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what is known before the first answer into a form: options, and conditions that can be decided at once. */
final class GivenData {

    private final Map<String, Object> data;

    GivenData(FormSchema schema, Map<String, Object> data) {
        this.data = new HashMap<>(data);
        // What was answered before is no condition that is known: it may be answered anew.
        Set<String> answers = schema.fields().stream()
                .flatMap(this::repeated)
                .flatMap(FormField::all)
                .filter(f -> f.kind().isInput())
                .map(FormField::key)
                .collect(Collectors.toSet());
        this.data.keySet().removeAll(answers);
    }

    List<FormField> apply(List<FormField> fields) {
        return fields.stream().flatMap(this::apply).toList();
    }

    private Stream<FormField> apply(FormField field) {
        if (isToRepeat(field)) {
            return repeated(field).flatMap(this::apply);
        }
        FormField given = field.valuesKey() == null ? field : field.withOptions(options(field.valuesKey()));
        if (field.hide() == null || !isKnown(field.hide())) {
            return Stream.of(given.withChildren(apply(field.children())));
        }
        return Conditions.holds(field.hide(), data) ? Stream.of() : Stream.of(given.shown(apply(field.children())));
    }

    private Stream<FormField> repeated(FormField field) {
        return isToRepeat(field) ? options(field.valuesKey()).stream().map(field::repeatedFor) : Stream.of(field);
    }

    private static boolean isToRepeat(FormField field) {
        return field.kind() == Kind.ROW && field.valuesKey() != null;
    }

    private boolean isKnown(String condition) {
        return data.keySet().stream().anyMatch(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(condition)
                .find());
    }

    private List<Option> options(String valuesKey) {
        if (!(data.get(valuesKey) instanceof List<?> values)) {
            return List.of();
        }
        return values.stream()
                .map(v -> (Map<?, ?>) v)
                .map(v -> new Option(v.get("value").toString(), v.get("label").toString(), null))
                .toList();
    }
}
