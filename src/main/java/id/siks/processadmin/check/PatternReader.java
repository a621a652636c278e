package id.siks.processadmin.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the regular expressions that forms may have: letters, classes and escapes for one letter, each with one repetition, and
 * alternatives in round brackets that are not repeated. An alternative is never empty: at the end of an answer the machine would
 * try them in all ways without looking at a letter.
 */
final class PatternReader {

    private static final int DEEPEST = 3;
    private static final String ESCAPE = "\\\\(?:[dDsSwW]|[pP]\\{[A-Za-z]{1,30}}|[^A-Za-z0-9])";
    private static final String CLASS = "\\[\\^?(?:" + ESCAPE + "|(?!&&)[^\\[\\]\\\\])++]";
    private static final Pattern LETTER =
            Pattern.compile(ESCAPE + "|" + CLASS + "|[^\\\\\\[\\](){}*+?|^$]", Pattern.DOTALL);
    // The sign behind it says only which way is tried first.
    private static final Pattern TIMES = Pattern.compile("(?:([?*+])|\\{(\\d{1,4})(?:(,)(\\d{1,4})?)?})[?+]?");

    private final String pattern;
    private int at;
    private boolean unknown;

    private PatternReader(String pattern) {
        this.pattern = pattern;
    }

    /** What it costs; empty when something else stands in it. */
    static Optional<PatternCost> read(String pattern) {
        PatternReader reader = new PatternReader(pattern);
        PatternCost cost = reader.alternatives(0);
        return reader.unknown || !reader.isAtEnd() ? Optional.empty() : Optional.of(cost);
    }

    private PatternCost alternatives(int depth) {
        PatternCost cost = alternative(depth);
        while (isNext('|')) {
            cost = cost.or(alternative(depth));
        }
        return cost;
    }

    // Answers are matched whole, so around all that stands in no brackets both signs say nothing new.
    private PatternCost alternative(int depth) {
        if (depth > 0) {
            return sequence(depth);
        }
        isNext('^');
        PatternCost cost = sequence(depth);
        isNext('$');
        return cost;
    }

    private PatternCost sequence(int depth) {
        PatternCost cost = piece(depth);
        while (!isAtEnd() && "|)$".indexOf(pattern.charAt(at)) < 0) {
            cost = cost.then(piece(depth));
        }
        return cost;
    }

    private PatternCost piece(int depth) {
        if (isNext('(')) {
            return group(depth + 1);
        }
        if (!skipped(LETTER).isPresent()) {
            return refused();
        }
        return skipped(TIMES).map(PatternReader::repeated).orElseGet(() -> PatternCost.repeated(1, 1));
    }

    private PatternCost group(int depth) {
        if (depth > DEEPEST) {
            return refused();
        }
        PatternCost cost = alternatives(depth);
        if (!isNext(')')) {
            return refused();
        }
        Optional<Matcher> times = skipped(TIMES);
        if (times.isEmpty()) {
            return cost;
        }
        return "?".equals(times.get().group(1)) ? cost.or(PatternCost.NOTHING) : refused();
    }

    private static PatternCost repeated(Matcher times) {
        String sign = times.group(1);
        if (sign != null) {
            return PatternCost.repeated(sign.equals("+") ? 1 : 0, sign.equals("?") ? 1 : Integer.MAX_VALUE);
        }
        int least = Integer.parseInt(times.group(2));
        if (times.group(3) == null) {
            return PatternCost.repeated(least, least);
        }
        return PatternCost.repeated(
                least, times.group(4) == null ? Integer.MAX_VALUE : Integer.parseInt(times.group(4)));
    }

    private Optional<Matcher> skipped(Pattern what) {
        Matcher matcher = what.matcher(pattern).region(at, pattern.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    private boolean isNext(char sign) {
        boolean is = !isAtEnd() && pattern.charAt(at) == sign;
        at += is ? 1 : 0;
        return is;
    }

    private boolean isAtEnd() {
        return at == pattern.length();
    }

    /** Nothing is read any further. */
    private PatternCost refused() {
        unknown = true;
        at = pattern.length();
        return PatternCost.NOTHING;
    }
}
