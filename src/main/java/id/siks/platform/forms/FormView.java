package id.siks.platform.forms;

import id.siks.platform.FieldError;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the template {@code platform/form} asks of a field. */
@Component
class FormView {

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
