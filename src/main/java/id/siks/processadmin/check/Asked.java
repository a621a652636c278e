package id.siks.processadmin.check;

import id.siks.platform.forms.FormField;
import id.siks.platform.forms.FormField.Kind;
import id.siks.platform.forms.FormSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A field of a form, and when it is asked.
 *
 * @param field with its own condition
 * @param around what the groups it stands in say of that, from the outside inwards: {@code =} and the condition that hides one,
 *     or the name of the list for each of whose entries one stands once
 */
record Asked(FormField field, List<String> around) {

    /** All fields of the form that carry a value, by key. */
    static Map<String, Asked> in(FormSchema form) {
        Map<String, Asked> found = new LinkedHashMap<>();
        form.fields().forEach(part -> gather(part, List.of(), found));
        return found;
    }

    private static void gather(FormField part, List<String> around, Map<String, Asked> found) {
        if (part.kind().isInput()) {
            found.put(part.key(), new Asked(part, around));
        }
        if (part.kind().holdsOthers()) {
            List<String> within = new ArrayList<>(around);
            if (part.hide() != null) {
                within.add("=" + part.hide());
            }
            if (part.kind() == Kind.ROW) {
                within.add(part.valuesKey());
            }
            part.children().forEach(child -> gather(child, List.copyOf(within), found));
        }
    }

    /** True when it is asked exactly when the other is. */
    boolean isAskedAs(Asked other) {
        return around.equals(other.around) && Objects.equals(field.hide(), other.field.hide());
    }
}
