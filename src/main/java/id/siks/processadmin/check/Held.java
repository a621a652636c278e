package id.siks.processadmin.check;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Kinds of what a variable holds, or has to hold where a diagram reads it. */
enum Held {
    TEXT,
    NUMBER,
    YES_OR_NO,
    MOMENT,
    LENGTH_OF_TIME,
    LIST,
    ACCOUNT,
    /** Several values under names of their own, which nothing in a diagram can use. */
    ROW,
    /** What a step that only does something leaves behind. */
    NOTHING;

    private static final Pattern NUMBER_IN_WORDS = Pattern.compile("-?\\d{1,9}");

    /** What one of these texts can be taken for: each that is a number everywhere counts as one too, and so on. */
    static Set<Held> ofWords(Collection<String> words) {
        Set<Held> held = EnumSet.of(TEXT);
        if (!words.isEmpty()) {
            addIf(held, NUMBER, words, word -> NUMBER_IN_WORDS.matcher(word).matches());
            addIf(held, YES_OR_NO, words, word -> word.equals("true") || word.equals("false"));
            addIf(held, LENGTH_OF_TIME, words, BpmnTimers::isLength);
        }
        return held;
    }

    private static void addIf(Set<Held> held, Held kind, Collection<String> words, Predicate<String> is) {
        if (words.stream().allMatch(is)) {
            held.add(kind);
        }
    }

    /** For a condition that {@link Expressions} allows; one that only names a variable asks for yes. */
    static Held comparedIn(String condition) {
        String with = Expressions.comparedWith(condition).orElse("true");
        if (with.startsWith("'")) {
            return TEXT;
        }
        return with.equals("true") || with.equals("false") ? YES_OR_NO : NUMBER;
    }
}
