package id.siks.register;

import id.siks.platform.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with the fields of one part. A draft is forgiven what is missing. */
final class Findings {

    /** Control and direction characters never belong into a form (requirement 15); neither do lone surrogates. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private final List<FieldError> errors = new ArrayList<>();
    private final boolean complete;
    private final String prefix;

    /**
     * @param complete true when missing answers count
     * @param prefix put before each field's name
     */
    Findings(boolean complete, String prefix) {
        this.complete = complete;
        this.prefix = prefix;
    }

    Findings within(String inner) {
        return new Findings(complete, prefix + inner);
    }

    void addAll(Findings inner) {
        errors.addAll(inner.errors);
    }

    void add(String field, String problem, Object... args) {
        errors.add(FieldError.of(prefix + field, "register.error." + problem, args));
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    boolean complete() {
        return complete;
    }

    /** True when there is an answer; a missing one is noted unless this is a draft. */
    boolean required(String field, Object answer) {
        boolean missing = answer == null || answer instanceof String text && text.isBlank();
        if (missing && complete) {
            add(field, "required");
        }
        return !missing;
    }

    /** A text of limited length without invisible characters; true when it can be looked at further. */
    boolean text(String field, String answer, int longest) {
        if (answer == null || answer.isBlank()) {
            return false;
        }
        if (INVISIBLE.matcher(answer).find()) {
            add(field, "text.characters");
            return false;
        }
        if (answer.codePointCount(0, answer.length()) > longest) {
            add(field, "text.too-long", longest);
            return false;
        }
        return true;
    }

    /** A text that is optional, must fit a pattern and otherwise gets its own sentence. */
    void shaped(String field, String answer, Pattern shape, String problem) {
        if (text(field, answer, 100) && !shape.matcher(answer).matches()) {
            add(field, problem);
        }
    }

    /** A number of the household form. */
    void code(String field, Integer answer) {
        if (answer != null && (answer < 1 || answer > FamilyCodes.highest(field))) {
            add(field, "code");
        }
    }

    void requiredCode(String field, Integer answer) {
        if (required(field, answer)) {
            code(field, answer);
        }
    }

    /** Asked only when {@code asked}; else the skip rule leaves it out and an answer contradicts the one before. */
    void skippable(String field, boolean asked, Integer answer) {
        if (asked) {
            requiredCode(field, answer);
        } else {
            leftOut(field, answer);
        }
    }

    /** The skip rule leaves this field out. A draft may still hold an answer given before the other one changed. */
    void leftOut(String field, Object answer) {
        boolean given = answer instanceof String text ? !text.isBlank() : answer != null;
        if (given && complete) {
            add(field, "left-out");
        }
    }
}
