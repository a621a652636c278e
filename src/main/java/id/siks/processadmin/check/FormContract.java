package id.siks.processadmin.check;

import id.siks.platform.forms.FormField;
import id.siks.platform.forms.FormField.Kind;
import id.siks.platform.forms.FormSchema;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the handler of a task reads, its form keeps asking for: whenever it did, and no less strictly. What the handler gives the
 * form, the form leaves as it is.
 */
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
        Map<String, Asked> now = Asked.in(is);
        Asked.in(was).forEach((key, before) -> kept(key, before, now.remove(key)));
        Set<String> given = given();
        now.keySet().forEach(key -> added(key, given));
        lists();
    }

    private void added(String key, Set<String> given) {
        if (given.contains(key)) {
            findings.atField(key, Rule.FORM_KEY_GIVEN, key);
        } else {
            findings.atField(key, Rule.FORM_FIELD_UNREAD);
        }
    }

    private void kept(String key, Asked before, Asked after) {
        if (after == null) {
            if (before.field().rules().required()) {
                findings.atField(key, Rule.FORM_FIELD_MISSING);
            }
        } else if (!isSame(before.field(), after.field())) {
            findings.atField(key, Rule.FORM_FIELD_MISSING);
        } else {
            if (!after.isAskedAs(before)) {
                findings.atField(key, Rule.FORM_FIELD_HIDDEN);
            }
            Limits.loosened(before.field().rules(), after.field().rules())
                    .forEach(limit -> findings.atField(key, Rule.FORM_FIELD_LOOSER, limit));
            options(before.field(), after.field());
        }
    }

    private static boolean isSame(FormField before, FormField after) {
        return before.kind() == after.kind()
                && (after.rules().required() || !before.rules().required())
                && Objects.equals(before.valuesKey(), after.valuesKey());
    }

    private void options(FormField before, FormField after) {
        Set<String> known =
                before.options().stream().map(FormField.Option::value).collect(Collectors.toSet());
        after.options().stream()
                .filter(option -> !known.contains(option.value()))
                .forEach(option -> findings.atField(after.key(), Rule.FORM_OPTION_UNKNOWN, option.value()));
    }

    /** A list is known to be one only where the shipped form takes it for the same. */
    private void lists() {
        Set<GivenList> known = parts(was).map(GivenList::of).collect(Collectors.toSet());
        parts(is)
                .filter(part -> part.valuesKey() != null && !known.contains(GivenList.of(part)))
                .forEach(part ->
                        findings.add(Rule.FORM_LIST_UNKNOWN, part.labels().label(), part.valuesKey()));
    }

    /** Names of what the handler gives: an answer of such a name would be taken in its place. */
    private Set<String> given() {
        Set<String> answers = Asked.in(was).keySet();
        return parts(was)
                .flatMap(part -> Stream.concat(
                        Stream.ofNullable(part.valuesKey()),
                        Stream.ofNullable(part.hide()).flatMap(hide -> Feel.variables(hide).stream())))
                .filter(name -> !answers.contains(name))
                .collect(Collectors.toSet());
    }

    private static Stream<FormField> parts(FormSchema form) {
        return form.fields().stream().flatMap(FormField::all);
    }

    /** A list the handler gives, and whether a group stands once for each of its entries or one is chosen. */
    private record GivenList(String name, boolean repeats) {

        static GivenList of(FormField part) {
            return new GivenList(part.valuesKey(), part.kind() == Kind.ROW);
        }
    }
}
