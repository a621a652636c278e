package id.siks.processadmin.check;

import id.siks.platform.forms.FormField;
import id.siks.platform.forms.FormSchema;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the handler of a task reads, its form keeps asking for. */
final class FormContract {

    private final FormSchema was;
    private final FormSchema is;
    private final Findings findings;

    FormContract(FormSchema was, FormSchema is, Findings findings) {
        this.was = was;
        this.is = is;
        this.findings = findings;
    }

    void check() {
        Map<String, FormField> now =
                is.inputs().stream().collect(Collectors.toMap(FormField::key, Function.identity()));
        for (FormField before : was.inputs()) {
            FormField after = now.remove(before.key());
            if (after == null ? before.rules().required() : !isSame(before, after)) {
                findings.atField(before.key(), Rule.FORM_FIELD_MISSING);
            } else if (after != null) {
                options(before, after);
            }
        }
        now.keySet().forEach(key -> findings.atField(key, Rule.FORM_FIELD_UNREAD));
    }

    private static boolean isSame(FormField before, FormField after) {
        return before.kind() == after.kind()
                && (after.rules().required() || !before.rules().required());
    }

    private void options(FormField before, FormField after) {
        Set<String> known =
                before.options().stream().map(FormField.Option::value).collect(Collectors.toSet());
        if (!Objects.equals(before.valuesKey(), after.valuesKey())) {
            findings.atField(after.key(), Rule.FORM_FIELD_MISSING);
        }
        after.options().stream()
                .filter(option -> !known.contains(option.value()))
                .forEach(option -> findings.atField(after.key(), Rule.FORM_OPTION_UNKNOWN, option.value()));
    }
}
