package id.siks.platform.forms;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One component of a form.
 *
 * @param key name of the value; null for text and groups
 * @param kind what it is
 * @param labels what people read
 * @param rules what an answer must satisfy
 * @param options what can be chosen; empty where nothing is chosen
 * @param valuesKey name of the given value that brings the options, or null when the file has them
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
    public record Labels(String label, String labelEn, String hint, String hintEn) {}

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
