package id.siks.processadmin.check;

import id.siks.casework.process.TaskLadder;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three shapes of expression a diagram may have (security requirement 3). */
final class Expressions {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]{0,59})}");
    private static final Pattern COMPARISON = Pattern.compile(
            "\\$\\{([a-z][A-Za-z0-9]{0,59}) ?(==|!=|<|<=|>|>=) ?('[A-Za-z0-9_-]{1,60}'|-?\\d{1,9}|true|false)}");
    private static final Pattern STEP = Pattern.compile("\\$\\{([a-z][A-Za-z]{0,59})\\.([a-z][A-Za-z]{0,59})\\(\\)}");

    private final Set<String> variables;
    private final String facade;
    private final Known known;
    private final Findings findings;

    /**
     * @param variables that are declared
     * @param facade name of the process's own steps
     */
    Expressions(Set<String> variables, String facade, Known known, Findings findings) {
        this.variables = variables;
        this.facade = facade;
        this.known = known;
        this.findings = findings;
    }

    /** True for anything the engine would evaluate. */
    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** The variable a condition reads; empty for none. */
    static String variableOf(String condition) {
        Matcher comparison = COMPARISON.matcher(condition);
        Matcher variable = VARIABLE.matcher(condition);
        if (comparison.matches()) {
            return comparison.group(1);
        }
        return variable.matches() ? variable.group(1) : "";
    }

    /** What a condition compares its variable with, as it is written; empty when it only names one. */
    static Optional<String> comparedWith(String condition) {
        Matcher comparison = COMPARISON.matcher(condition);
        return comparison.matches() ? Optional.of(comparison.group(3)) : Optional.empty();
    }

    /** True when a condition asks whether its variable is less or more. */
    static boolean isOrdered(String condition) {
        Matcher comparison = COMPARISON.matcher(condition);
        return comparison.matches() && !Set.of("==", "!=").contains(comparison.group(2));
    }

    void variable(Part part, String text) {
        Matcher variable = VARIABLE.matcher(text);
        if (variable.matches()) {
            declared(part, variable.group(1));
        } else {
            findings.at(part, Rule.EXPRESSION_NOT_ALLOWED, text);
        }
    }

    void condition(Part part, String text) {
        Matcher comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            declared(part, comparison.group(1));
        } else {
            variable(part, text);
        }
    }

    /** A call of a step that does something. */
    void step(Part part, String text) {
        call(part, text, false);
    }

    /** A variable, or a call of a step that tells a moment. */
    void moment(Part part, String text) {
        if (STEP.matcher(text).matches()) {
            call(part, text, true);
        } else {
            variable(part, text);
        }
    }

    private void call(Part part, String text, boolean time) {
        Matcher step = STEP.matcher(text);
        if (!step.matches()) {
            findings.at(part, Rule.EXPRESSION_NOT_ALLOWED, text);
            return;
        }
        String named = step.group(1);
        boolean near = named.equals(facade) || named.equals(TaskLadder.STEPS);
        if (!near || !known.hasStep(named, step.group(2))) {
            findings.at(part, Rule.STEP_UNKNOWN, text);
        } else if (known.tellsTime(named, step.group(2)) != time) {
            findings.at(part, Rule.STEP_MISPLACED, text);
        }
    }

    void declared(Part part, String variable) {
        if (!variables.contains(variable)) {
            findings.at(part, Rule.EXPRESSION_UNKNOWN_VARIABLE, variable);
        }
    }
}
