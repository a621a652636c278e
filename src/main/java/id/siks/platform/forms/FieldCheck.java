package id.siks.platform.forms;

import id.siks.platform.CardNumbers;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Sentences;
import id.siks.platform.forms.FormField.Days;
import id.siks.platform.forms.FormField.Kind;
import id.siks.platform.forms.FormField.Rules;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What one answer must satisfy, by the kind of its field. */
final class FieldCheck {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,10})?");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    private static final int MOST_STEPS = 1_000_000;

    private final LocalDate today;

    FieldCheck(LocalDate today) {
        this.today = today;
    }

    /** The typed value of what was sent, or null when it was left empty; refuses with {@link InvalidInput}. */
    Object value(FormField field, String[] sent) {
        if (field.kind() == Kind.CHECKLIST) {
            return choices(field, sent);
        }
        String text = sent == null || sent.length == 0 ? "" : Normalizer.normalize(sent[0], Normalizer.Form.NFC);
        if (field.kind() != Kind.TEXTAREA) {
            text = text.strip();
        }
        text = text.replace("\r\n", "\n").strip();
        return text.isEmpty() ? null : typed(field, text);
    }

    /** The error of a field that should have been answered, or null. */
    FieldError missing(FormField field, Object value) {
        if (!field.rules().required()) {
            return null;
        }
        boolean unticked = field.kind() == Kind.CHECKBOX && !Boolean.TRUE.equals(value);
        String key = field.kind() == Kind.CHECKBOX ? "platform.form.required-tick" : "platform.form.required";
        return value == null || unticked ? FieldError.of(field.key(), key) : null;
    }

    private Object typed(FormField field, String text) {
        return switch (field.kind()) {
            case TEXTFIELD, TEXTAREA -> words(field, text);
            case NUMBER -> number(field, text);
            case SELECT, RADIO -> choice(field, text);
            case CHECKBOX -> !"false".equals(text);
            case DATE -> date(field, text);
            default -> throw new IllegalStateException(field.kind() + " carries no value");
        };
    }

    private String words(FormField field, String text) {
        boolean lines = field.kind() == Kind.TEXTAREA;
        if (text.codePoints().anyMatch(c -> isForbidden(c, lines))) {
            throw refuse(field, "platform.form.control-character");
        }
        Rules rules = field.rules();
        if (rules.minLength() != null && isShort(field, text, rules.minLength())) {
            throw refuse(field, "platform.form.too-short", rules.minLength());
        }
        if (length(text) > rules.maxLength()) {
            throw refuse(field, "platform.form.too-long", rules.maxLength());
        }
        if (rules.pattern() != null && !matches(rules.pattern(), text)) {
            throw refuse(field, "platform.form.pattern");
        }
        // Whole sentences are read by others; a number that is asked for has a line of its own.
        if (lines) {
            CardNumbers.refuse(field.key(), text);
        }
        return text;
    }

    // A number or code is as long as it is; a sentence is as long as what it says.
    private static boolean isShort(FormField field, String text, int least) {
        return field.kind() == Kind.TEXTAREA ? Sentences.isShort(text, least) : length(text) < least;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    // What takes too long or goes too deep to decide does not match: the form is at fault, and nobody waits for it.
    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(new Bounded(text)).matches();
        } catch (TooSlow | StackOverflowError stopped) {
            return false;
        }
    }

    private BigDecimal number(FormField field, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw refuse(field, "platform.form.number");
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        Rules rules = field.rules();
        if (rules.decimals() != null && number.stripTrailingZeros().scale() > rules.decimals()) {
            throw rules.decimals() == 0
                    ? refuse(field, "platform.form.whole-number")
                    : refuse(field, "platform.form.decimals", rules.decimals());
        }
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            throw refuse(field, "platform.form.min", rules.min());
        }
        if (rules.max() != null && number.compareTo(rules.max()) > 0) {
            throw refuse(field, "platform.form.max", rules.max());
        }
        return number;
    }

    private String choice(FormField field, String text) {
        if (field.options().stream().noneMatch(o -> o.value().equals(text))) {
            throw refuse(field, "platform.form.option");
        }
        return text;
    }

    private List<String> choices(FormField field, String[] sent) {
        List<String> chosen = sent == null
                ? List.of()
                : Arrays.stream(sent)
                        .filter(s -> !s.isBlank())
                        .distinct()
                        .map(s -> choice(field, s.strip()))
                        .toList();
        return chosen.isEmpty() ? null : chosen;
    }

    private LocalDate date(FormField field, String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refuse(field, "platform.form.date");
        }
        // The calendar of the machine reaches farther than the database's, and much farther than ours.
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw refuse(field, "platform.form.date");
        }
        if (field.rules().days() == Days.NOT_PAST && date.isBefore(today)) {
            throw refuse(field, "platform.form.date-past");
        }
        if (field.rules().days() == Days.NOT_FUTURE && date.isAfter(today)) {
            throw refuse(field, "platform.form.date-future");
        }
        return date;
    }

    // Control characters and the invisible ones that turn the direction of writing.
    private static boolean isForbidden(int c, boolean lines) {
        if (lines && (c == '\n' || c == '\t')) {
            return false;
        }
        return Character.isISOControl(c)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || Character.getType(c) == Character.SURROGATE;
    }

    private static InvalidInput refuse(FormField field, String key, Object... args) {
        return InvalidInput.at(field.key(), key, args);
    }

    /** A pattern tried too many ways. */
    private static final class TooSlow extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A text that stops a pattern which tries too many ways to match it. */
    private static final class Bounded implements CharSequence {

        private final String text;
        private int steps;

        Bounded(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooSlow();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
