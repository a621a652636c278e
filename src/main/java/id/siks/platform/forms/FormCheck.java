package id.siks.platform.forms;

import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.forms.FormField.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks one submission of one form. */
final class FormCheck {

    private static final int MOST_PASSES = 10;

    private final FormSchema schema;
    private final FieldCheck rules;

    FormCheck(FormSchema schema, LocalDate today) {
        this.schema = schema;
        this.rules = new FieldCheck(today);
    }

    FormInput check(Map<String, String[]> sent) {
        Map<String, Object> typed = new LinkedHashMap<>();
        Map<String, FieldError> errors = new LinkedHashMap<>();
        for (FormField field : schema.inputs()) {
            try {
                Object value = rules.value(field, sent.get(field.key()));
                if (value != null) {
                    typed.put(field.key(), value);
                }
            } catch (InvalidInput wrong) {
                errors.put(field.key(), wrong.errors().get(0));
            }
        }
        Set<String> shown = shown(typed);
        typed.keySet().retainAll(shown);
        List<FieldError> found = new ArrayList<>();
        for (FormField field : schema.inputs()) {
            if (shown.contains(field.key())) {
                FieldError error = errors.containsKey(field.key())
                        ? errors.get(field.key())
                        : rules.missing(field, typed.get(field.key()));
                if (error != null) {
                    found.add(error);
                }
            }
        }
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
        return new FormInput(typed);
    }

    /** Keys of the fields that are there; hiding one may hide or show another, so it is asked until nothing changes. */
    private Set<String> shown(Map<String, Object> typed) {
        Set<String> shown = keys(schema.fields(), typed);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            Map<String, Object> visible = new HashMap<>(typed);
            visible.keySet().retainAll(shown);
            Set<String> next = keys(schema.fields(), visible);
            if (next.equals(shown)) {
                return shown;
            }
            shown = next;
        }
        return shown;
    }

    private Set<String> keys(List<FormField> fields, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        schema.inputs().forEach(f -> all.putIfAbsent(f.key(), null));
        Set<String> keys = new LinkedHashSet<>();
        for (FormField field : fields) {
            if (field.hide() != null && Conditions.holds(field.hide(), all)) {
                continue;
            }
            if (field.kind().holdsOthers()) {
                keys.addAll(keys(field.children(), values));
            } else if (field.kind().isInput()) {
                keys.add(field.key());
            }
        }
        return keys;
    }

    static Map<String, Object> echo(FormSchema schema, Map<String, String[]> sent) {
        Map<String, Object> values = new HashMap<>();
        for (FormField field : schema.inputs()) {
            String[] raw = sent.get(field.key());
            if (raw != null && raw.length > 0) {
                values.put(field.key(), field.kind() == Kind.CHECKLIST ? List.of(raw) : raw[0]);
            }
        }
        return values;
    }
}
