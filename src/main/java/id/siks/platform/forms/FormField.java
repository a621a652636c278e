package id.siks.platform.forms;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One component of a form.
 *
 * @param key name of the value; null for text and groups
 * @param kind what it is
 * @param labels what people read
 * @param rules what an answer must satisfy
 * @param options what can be chosen; empty where nothing is chosen
 * @param valuesKey name of the given value that brings the options, or null when the file has them; of a row: name of
 *     the given value for each of whose entries it stands once, or null when it is one of these already
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

    private static final String EACH = "each";
    // What stands between quotes is one word: a text is never a name.
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[A-Za-z][A-Za-z0-9]*");
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
        GROUP,
        /** A group that stands once for each entry of a given list. */
        ROW;

        /** True when the component carries a value. */
        public boolean isInput() {
            return this != TEXT && !holdsOthers();
        }

        /** True when other components stand in it. */
        public boolean holdsOthers() {
            return this == GROUP || this == ROW;
        }
    }

    /**
     * What people read, Indonesian and (where given) English.
     *
     * @param label name of the field, or the words of a text component
     * @param labelEn the same in English, or null
     * @param hint help below the field, or null
     * @param hintEn the same in English, or null
     * @param many what is read instead where one answer is for many tasks at once, or null when it is the same
     */
    public record Labels(String label, String labelEn, String hint, String hintEn, Labels many) {

        private Labels repeatedFor(Option entry) {
            String english = labelEn == null ? null : labelEn.replace("{each}", entry.label(Locale.ENGLISH));
            return new Labels(label.replace("{each}", entry.label()), english, hint, hintEn, many);
        }
    }

    /**
     * What an answer must satisfy; null where a limit is absent.
     *
     * @param required true when it must be answered
     * @param min smallest number
     * @param max largest number
     * @param minLength fewest characters, of a text area fewest letters and digits
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

    /** The same component as it reads where one answer is for many tasks at once. */
    FormField forMany() {
        return labels.many() == null
                ? this
                : new FormField(key, kind, labels.many(), rules, options, valuesKey, hide, children);
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
     * This row for one entry: <code>{each}</code> in its labels becomes the entry's label, {@code each} in its conditions the
     * entry's value, and the keys of its fields, in the conditions too, tell which entry they belong to.
     */
    FormField repeatedFor(Option entry) {
        Set<String> own =
                all().filter(f -> f.kind.isInput()).map(FormField::key).collect(Collectors.toSet());
        return repeatedFor(entry, own);
    }

    private FormField repeatedFor(Option entry, Set<String> own) {
        return new FormField(
                key == null ? null : repeatedKey(key, entry.value()),
                kind,
                labels.repeatedFor(entry),
                rules,
                options,
                kind == Kind.ROW ? null : valuesKey,
                hide == null ? null : WORD.matcher(hide).replaceAll(word -> repeated(word.group(), entry, own)),
                children.stream().map(child -> child.repeatedFor(entry, own)).toList());
    }

    private static String repeated(String word, Option entry, Set<String> own) {
        if (word.equals(EACH)) {
            return '"' + plain(entry.value()) + '"';
        }
        return Matcher.quoteReplacement(own.contains(word) ? repeatedKey(word, entry.value()) : word);
    }

    /** The key a field {@code key} of a row has for the entry {@code value}. */
    public static String repeatedKey(String key, String value) {
        return key + plain(value).replace("-", "");
    }

    private static String plain(String value) {
        if (!PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException("A row stands for letters, digits and hyphens only");
        }
        return value;
    }

    /** The same component with other components in it. */
    FormField withChildren(List<FormField> inside) {
        return new FormField(key, kind, labels, rules, options, valuesKey, hide, inside);
    }

    /** This and, for a group or row, everything in it. */
    public Stream<FormField> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(FormField::all));
    }

    private static String choose(Locale locale, String indonesian, String english) {
        return english != null && "en".equals(locale.getLanguage()) ? english : indonesian;
    }
}
