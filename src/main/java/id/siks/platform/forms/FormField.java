package id.siks.platform.forms;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One component of a form.
 *
 * @param key name of the value; null for text and groups
 * @param kind what it is
 * @param labels what people read
 * @param rules what an answer must satisfy
 * @param options what can be chosen; empty where nothing is chosen
 * @param valuesKey name of the given value that brings the options, or null when the file has them; of a group: name of
 *     the given value for each of whose entries the group stands once, or null
 * @param hide FEEL condition under which the field is not there, or null
 * @param children components of a group; else empty
 */
public record FormField(
        String key,
        Kind kind,
        Labels labels,
        Rules rules,
        List<Option> options,
        String valuesKey,
        String hide,
        List<FormField> children) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /** The component types that are understood. */
    public enum Kind {
        TEXT,
        TEXTFIELD,
        TEXTAREA,
        NUMBER,
        SELECT,
        RADIO,
        CHECKBOX,
        CHECKLIST,
        DATE,
        GROUP;

        /** True when the component carries a value. */
        public boolean isInput() {
            return this != TEXT && this != GROUP;
        }
    }

    /**
     * What people read, Indonesian and (where given) English.
     *
     * @param label name of the field, or the words of a text component
     * @param labelEn the same in English, or null
     * @param hint help below the field, or null
     * @param hintEn the same in English, or null
     */
    public record Labels(String label, String labelEn, String hint, String hintEn) {

        private Labels repeatedFor(Option entry) {
            String english = labelEn == null ? null : labelEn.replace("{each}", entry.label(Locale.ENGLISH));
            return new Labels(label.replace("{each}", entry.label()), english, hint, hintEn);
        }
    }

    /**
     * What an answer must satisfy; null where a limit is absent.
     *
     * @param required true when it must be answered
     * @param min smallest number
     * @param max largest number
     * @param minLength fewest characters
     * @param maxLength most characters; never absent for text
     * @param pattern regular expression the whole text matches
     * @param decimals digits after the comma; 0 for whole numbers, null for any
     * @param days which dates are possible
     */
    public record Rules(
            boolean required,
            java.math.BigDecimal min,
            java.math.BigDecimal max,
            Integer minLength,
            Integer maxLength,
            String pattern,
            Integer decimals,
            Days days) {}

    /** Which dates are possible. */
    public enum Days {
        ANY,
        NOT_PAST,
        NOT_FUTURE
    }

    /** One choice: the value that is sent and what people read. */
    public record Option(String value, String label, String labelEn) {

        /** What people read. */
        public String label(Locale locale) {
            return choose(locale, label, labelEn);
        }
    }

    /** What people read. */
    public String label(Locale locale) {
        return choose(locale, labels.label(), labels.labelEn());
    }

    /** Help below the field, or null. */
    public String hint(Locale locale) {
        return choose(locale, labels.hint(), labels.hintEn());
    }

    /** The same component with other options. */
    FormField withOptions(List<Option> given) {
        return new FormField(key, kind, labels, rules, given, valuesKey, hide, children);
    }

    /** The same component, shown whatever is answered, with other components in it. */
    FormField shown(List<FormField> inside) {
        return new FormField(key, kind, labels, rules, options, valuesKey, null, inside);
    }

    /**
     * The same component for one entry of a repeated group: <code>{each}</code> in its label becomes the entry's label,
     * {@code each} in its condition the entry's value, and its key tells which entry it belongs to.
     */
    FormField repeatedFor(Option entry) {
        return new FormField(
                key == null ? null : repeatedKey(key, entry.value()),
                kind,
                labels.repeatedFor(entry),
                rules,
                options,
                kind == Kind.GROUP ? null : valuesKey,
                hide == null ? null : hide.replaceAll("\\beach\\b", '"' + plain(entry.value()) + '"'),
                children.stream().map(child -> child.repeatedFor(entry)).toList());
    }

    /** The key a field {@code key} of a repeated group has for the entry {@code value}. */
    public static String repeatedKey(String key, String value) {
        return key + plain(value).replace("-", "");
    }

    private static String plain(String value) {
        if (!PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException("A group is repeated for letters, digits and hyphens only");
        }
        return value;
    }

    /** The same component with other components in it. */
    FormField withChildren(List<FormField> inside) {
        return new FormField(key, kind, labels, rules, options, valuesKey, hide, inside);
    }

    /** This and, for a group, everything in it. */
    Stream<FormField> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(FormField::all));
    }

    private static String choose(Locale locale, String indonesian, String english) {
        return english != null && "en".equals(locale.getLanguage()) ? english : indonesian;
    }
}
