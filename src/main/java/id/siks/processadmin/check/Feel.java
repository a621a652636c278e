package id.siks.processadmin.check;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.FeelEngine;

/**
 * FEEL that answers at once (security requirement 6): short, flat, without loops, filters, powers, text patterns or text put
 * together, calling a few functions only, and with ranges a person would write.
 */
final class Feel {

    static final int LONGEST = 300;
    static final int WIDEST = 1_000_000;
    private static final int DEEPEST = 5;

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern KEYWORD =
            Pattern.compile("\\b(for|some|every|function|external|satisfies|return|if|then|else|instance|context)\\b");
    private static final Pattern SIGN = Pattern.compile("\\*\\*|[{}@\\\\;`$#~^|&%!](?!=)|//|/\\*");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z_0-9 ]*?)\\s*\\(");
    private static final Pattern RANGE = Pattern.compile("([^\\[\\]()]{0,60})\\.\\.([^\\[\\]()]{0,60})");
    private static final String DIGITS = "-?\\d{1,15}(\\.\\d{1,10})?";
    private static final Pattern NUMBER = Pattern.compile(DIGITS);
    private static final Pattern WRITTEN_RANGE =
            Pattern.compile("[\\[\\](]\\s*%1$s\\s*\\.\\.\\s*%1$s\\s*[\\[\\])]".formatted(DIGITS));
    // Before the bracket of a list stands a sign, a word like "in" or nothing; before that of a filter, which asks
    // every
    // entry of a list, what it filters.
    private static final Pattern FILTER = Pattern.compile("([^\\s(\\[,=<>+*/-]+)\\s*\\[");
    // With a number on one side a sum is no text; text that is put together grows with every use.
    private static final Pattern SUM_OF_NUMBERS =
            Pattern.compile("(?<![^\\s(\\[,=<>+*/-])\\d+(\\.\\d+)?\\s*\\+|\\+(?=\\s*-?\\d)");
    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "date",
            "contains",
            "starts with",
            "ends with",
            "list contains",
            "count",
            "min",
            "max",
            "sum",
            "floor",
            "ceiling",
            "abs",
            "upper case",
            "lower case",
            "string length",
            "and",
            "or",
            "in",
            "between");
    private static final Set<String> WORDS = Set.of("and", "or", "in", "between", "not", "true", "false", "null");
    private static final Pattern CALLED = Pattern.compile("\\b(" + String.join("|", FUNCTIONS) + ")\\s*\\(");
    // What stands behind a dot is a part of the value before it.
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
    private static final FeelEngine ENGINE = new FeelEngine.Builder().build();

    private final Findings findings;

    Feel(Findings findings) {
        this.findings = findings;
    }

    /** A cell that tests the column's value. */
    void tests(Part part, String text) {
        if (!text.isEmpty() && !text.equals("-") && isModest(part, text, true)) {
            parsed(part, text, ENGINE.parseUnaryTests(text).isLeft());
        }
    }

    /** A column's expression or a cell's answer. */
    void expression(Part part, String text) {
        if (!text.isEmpty() && isModest(part, text, false)) {
            parsed(part, text, ENGINE.parseExpression(text).isLeft());
        }
    }

    /** What is wrong with an expression, as a person would say it; empty when nothing is. */
    static Optional<String> problem(String text) {
        String bare = STRING.matcher(text).replaceAll("\"\"");
        Optional<String> forbidden = bare.contains("..") ? Optional.of("..") : forbidden(bare);
        boolean broken = forbidden.isEmpty() && ENGINE.parseExpression(text).isLeft();
        return broken ? Optional.of(text) : forbidden;
    }

    /** Names of the values an expression or a test reads. */
    static Set<String> variables(String text) {
        String bare = CALLED.matcher(STRING.matcher(text).replaceAll("")).replaceAll("(");
        return NAME.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void parsed(Part part, String text, boolean broken) {
        if (broken) {
            findings.at(part, Rule.FEEL_BROKEN, text);
        }
    }

    private boolean isModest(Part part, String text, boolean ranges) {
        if (text.length() > LONGEST) {
            findings.at(part, Rule.FEEL_TOO_LONG, LONGEST);
            return false;
        }
        String bare = STRING.matcher(text).replaceAll("\"\"");
        Optional<String> forbidden = forbidden(bare);
        if (forbidden.isPresent()) {
            findings.at(part, Rule.FEEL_NOT_ALLOWED, forbidden.get());
            return false;
        }
        if (bare.contains("..") && !(ranges && areNarrow(bare))) {
            findings.at(part, Rule.FEEL_RANGE, text, WIDEST);
            return false;
        }
        return true;
    }

    private static Optional<String> forbidden(String bare) {
        return KEYWORD.matcher(bare)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .or(() -> SIGN.matcher(bare).results().map(MatchResult::group).findFirst())
                .or(() -> unknownCall(bare))
                .or(() -> filter(bare))
                .or(() -> Optional.of("+").filter(SUM_OF_NUMBERS.matcher(bare).replaceAll("")::contains))
                .or(() -> Optional.of("( ( (").filter(deep -> depth(bare) > DEEPEST));
    }

    private static Optional<String> unknownCall(String bare) {
        return CALL.matcher(bare)
                .results()
                .map(call -> call.group(1).strip())
                .filter(called -> !isKnown(called))
                .findFirst();
    }

    private static Optional<String> filter(String bare) {
        return FILTER.matcher(WRITTEN_RANGE.matcher(bare).replaceAll("0"))
                .results()
                .filter(filter -> !WORDS.contains(filter.group(1)))
                .map(MatchResult::group)
                .findFirst();
    }

    // What stands before the bracket may begin with the words before the function: "a and not(b)".
    private static boolean isKnown(String called) {
        return FUNCTIONS.stream().anyMatch(name -> called.equals(name) || called.endsWith(" " + name));
    }

    private static int depth(String bare) {
        int depth = 0;
        int deepest = 0;
        for (char c : bare.toCharArray()) {
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static boolean areNarrow(String bare) {
        Matcher range = RANGE.matcher(bare);
        int found = 0;
        while (range.find()) {
            found++;
            if (!isNarrow(range.group(1).strip(), range.group(2).strip())) {
                return false;
            }
        }
        return found == bare.split("\\.\\.", -1).length - 1;
    }

    private static boolean isNarrow(String from, String to) {
        if (!NUMBER.matcher(from).matches() || !NUMBER.matcher(to).matches()) {
            return false;
        }
        BigDecimal width = new BigDecimal(to).subtract(new BigDecimal(from));
        return width.signum() >= 0 && width.compareTo(BigDecimal.valueOf(WIDEST)) <= 0;
    }
}
