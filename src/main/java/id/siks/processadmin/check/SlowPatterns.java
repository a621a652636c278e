package id.siks.processadmin.check;

import java.util.regex.Pattern;

/**
 * Regular expressions that can take for ever to say no. What may repeat without an end stands once in a pattern, on its own: the
 * work then grows no faster than the answer.
 */
final class SlowPatterns {

    private static final int LONGEST = 200;
    // A repeated group, what refers back to one, and what switches the way of reading.
    private static final Pattern GROUPS = Pattern.compile("\\)\\s*[*+{]|\\\\[1-9kQ]|\\(\\?");
    private static final Pattern ESCAPED = Pattern.compile("\\\\.", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("\\[[^\\[\\]]*]");
    // The sign behind it says only which way is tried first.
    private static final Pattern ENDLESS = Pattern.compile("([*+]|\\{\\d+,})[?+]?");

    private SlowPatterns() {}

    /** True when {@code pattern} is too long or too slow to be tried on an answer. */
    static boolean has(String pattern) {
        // What stands escaped or in a class repeats nothing; a class within another is not read here.
        String bare = CLASS.matcher(ESCAPED.matcher(pattern).replaceAll("x")).replaceAll("x");
        return pattern.length() > LONGEST
                || GROUPS.matcher(pattern).find()
                || bare.contains("[")
                || ENDLESS.matcher(bare).results().count() > 1;
    }
}
