package id.siks.processadmin.replay;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition taken apart; the check lets no other shape pass.
 *
 * @param variable what it reads
 * @param literal what it compares with: text, whole number, true or false; true for a variable alone
 */
record Comparison(String variable, Object literal) {

    private static final Pattern SHAPE =
            Pattern.compile("\\$\\{(\\w+)(?: ?(?:==|!=|<=?|>=?) ?('[^']*'|-?\\d+|true|false))?}");
    /** Stands for every text that no condition names. */
    private static final String ANOTHER = "\u0000another";

    /** {@link IllegalArgumentException} for another shape. */
    static Comparison of(String condition) {
        Matcher parts = SHAPE.matcher(condition);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a comparison");
        }
        return new Comparison(parts.group(1), literal(parts.group(2)));
    }

    /** Values that stand for all a variable may have, as far as this condition can tell them apart. */
    Set<Object> cases() {
        if (literal instanceof Long number) {
            return Set.of(number - 1, number, number + 1);
        }
        return literal instanceof Boolean ? Set.of(true, false) : new HashSet<>(Set.of(literal, ANOTHER));
    }

    private static Object literal(String text) {
        if (text == null || text.equals("true")) {
            return true;
        }
        if (text.equals("false")) {
            return false;
        }
        return text.startsWith("'") ? text.substring(1, text.length() - 1) : (Object) Long.valueOf(text);
    }
}
