package id.siks.processadmin.check;

import id.siks.platform.forms.FormField;
import id.siks.platform.forms.FormField.Kind;
import id.siks.platform.forms.FormField.Rules;
import id.siks.platform.forms.FormSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Set;

/** Whether the fields of a form can be answered at all: a form that nobody can send keeps its cases for ever. */
final class PossibleAnswers {

    // As long as a condition can compare with.
    private static final int LONGEST_VALUE = 60;
    private static final Set<Kind> WORDS = Set.of(Kind.TEXTFIELD, Kind.TEXTAREA);

    private PossibleAnswers() {}

    static void check(FormSchema form, Findings findings) {
        form.inputs().forEach(field -> {
            field.options().stream()
                    .map(FormField.Option::value)
                    .filter(value -> !isSendable(value))
                    .forEach(value -> findings.atField(field.key(), Rule.FORM_OPTION_VALUE, value));
            Rules rules = field.rules();
            if (WORDS.contains(field.kind())) {
                words(field.key(), rules, findings);
            } else if (field.kind() == Kind.NUMBER && !isPossible(rules)) {
                findings.atField(field.key(), Rule.FORM_LIMITS_CLASH, "min, max, decimalDigits");
            }
        });
    }

    /** Lists come from the page of a room's task; a drawn task has a form only. */
    static void withoutLists(FormSchema form, Findings findings) {
        form.fields().stream()
                .flatMap(FormField::all)
                .filter(part -> part.valuesKey() != null)
                .forEach(part ->
                        findings.add(Rule.FORM_LIST_UNKNOWN, part.labels().label(), part.valuesKey()));
    }

    // What is sent comes back stripped and composed.
    private static boolean isSendable(String value) {
        return value.length() <= LONGEST_VALUE
                && value.equals(Normalizer.normalize(value, Normalizer.Form.NFC).strip());
    }

    private static void words(String key, Rules rules, Findings findings) {
        if (rules.maxLength() < 1 || rules.minLength() != null && rules.minLength() > rules.maxLength()) {
            findings.atField(key, Rule.FORM_LIMITS_CLASH, "minLength, maxLength");
        } else if (rules.pattern() != null
                && PatternReader.read(rules.pattern())
                        .filter(pattern -> pattern.shortest() > rules.maxLength())
                        .isPresent()) {
            findings.atField(key, Rule.FORM_LIMITS_CLASH, "pattern, maxLength");
        }
    }

    /** True when there is a number of so many decimals between the least and the most. */
    private static boolean isPossible(Rules rules) {
        if (rules.decimals() != null && rules.decimals() < 0) {
            return false;
        }
        if (rules.min() == null || rules.max() == null) {
            return true;
        }
        BigDecimal least =
                rules.decimals() == null ? rules.min() : rules.min().setScale(rules.decimals(), RoundingMode.CEILING);
        return least.compareTo(rules.max()) <= 0;
    }
}
