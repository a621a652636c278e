package id.siks.platform.forms;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngine;

/** FEEL conditions of forms: short, and without loops or ranges, so that none can take long (security requirement 6). */
final class Conditions {

    private static final int LONGEST = 300;
    private static final Pattern UNBOUNDED =
            Pattern.compile("\\.\\.|\\b(for|some|every|function|matches|replace|split|sort)\\b");
    private static final FeelEngine FEEL = new FeelEngine.Builder().build();

    private Conditions() {}

    /** Why {@code expression} cannot be used: the last word of a key {@code platform.form.unusable.…}; empty when it can. */
    static Optional<String> problem(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.of("condition-long");
        }
        if (UNBOUNDED.matcher(expression).find()) {
            return Optional.of("condition-slow");
        }
        return FEEL.parseExpression(expression).isLeft() ? Optional.of("condition") : Optional.empty();
    }

    /** True when the condition holds; anything that is not a plain yes counts as no. */
    static boolean holds(String expression, Map<String, Object> values) {
        var result = FEEL.evalExpression(expression, values);
        return result.isRight() && Boolean.TRUE.equals(result.right().get());
    }
}
