package id.siks.platform.forms;

import id.siks.platform.FieldError;
import id.siks.platform.FieldNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the template {@code platform/form} asks of a field. */
@Component
class FormView {

    /** What a field is called, for a list of faults; null when neither the form nor the page's names know it. */
    public String nameOf(String field, FormSchema schema, FieldNames names) {
        if (schema != null) {
            return schema.fields().stream()
                    .map(part -> nameIn(part, field))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        String label = names == null ? field : names.label(field);
        return label.equals(field) ? null : label;
    }

    /** A field of a row is named after its row too: the same question stands in each. */
    private static String nameIn(FormField part, String field) {
        Locale locale = LocaleContextHolder.getLocale();
        return part.all()
                .filter(input -> field.equals(input.key()))
                .findFirst()
                .map(input -> input.label(locale))
                .map(label -> part.kind() == FormField.Kind.ROW ? part.label(locale) + ": " + label : label)
                .orElse(null);
    }

    /** What the field shows: as it was sent, or as the value was kept; empty when there is none. */
    public String given(FormField field, Map<String, Object> values) {
        Object value = values == null ? null : values.get(field.key());
        return value == null ? "" : value.toString();
    }

    /** True when the option is the chosen one, or one of them. */
    public boolean isChosen(FormField field, Map<String, Object> values, FormField.Option option) {
        Object value = values == null ? null : values.get(field.key());
        return value instanceof List<?> list
                ? list.stream().anyMatch(v -> option.value().equals(v.toString()))
                : value != null && option.value().equals(value.toString());
    }

    /** True when one of the errors is the field's. */
    public boolean isWrong(FormField field, List<FieldError> errors) {
        return errors != null && errors.stream().anyMatch(e -> e.field().equals(field.key()));
    }
}
