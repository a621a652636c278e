package id.siks.processadmin.check;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions that can take for ever to say no. Whoever answers waits for them on the server, so only those are taken
 * of which {@link PatternReader} can tell beforehand that it is soon done.
 */
final class SlowPatterns {

    private static final int LONGEST = 200;

    private SlowPatterns() {}

    /** True when {@code pattern} is too long or too slow to be tried on an answer; a broken one is neither. */
    static boolean has(String pattern) {
        return pattern.length() > LONGEST
                || isWhole(pattern)
                        && PatternReader.read(pattern)
                                .filter(PatternCost::isBearable)
                                .isEmpty();
    }

    private static boolean isWhole(String pattern) {
        try {
            return !pattern.isEmpty() && Pattern.compile(pattern) != null;
        } catch (PatternSyntaxException broken) {
            return false;
        }
    }
}
