package id.siks.worklist.talk;

import id.siks.identity.Actor;
import id.siks.platform.InvalidInput;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the people a comment names with {@code @Name}, among those who may see the case. */
final class Mentions {

    private Mentions() {}

    /**
     * Accounts of everybody named; people of one name are all meant. An {@code @} within a word, as in an address, names
     * nobody.
     *
     * @param known who may see the case
     * @throws InvalidInput at {@code comment} when a name belongs to none of them
     */
    static Set<Long> in(String words, List<Actor> known) {
        List<Actor> longestFirst = known.stream()
                .sorted(Comparator.comparingInt((Actor a) -> a.displayName().length())
                        .reversed())
                .toList();
        Set<Long> named = new TreeSet<>();
        for (int at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
            if (isName(words, at)) {
                named.addAll(at(words, at + 1, longestFirst));
            }
        }
        return named;
    }

    private static boolean isName(String words, int at) {
        boolean begins = at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1));
        return begins && at + 1 < words.length() && Character.isLetter(words.charAt(at + 1));
    }

    private static List<Long> at(String words, int from, List<Actor> longestFirst) {
        String name = longestFirst.stream()
                .map(Actor::displayName)
                .filter(n -> stands(n, words, from))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("comment", "worklist.error.mention", firstWord(words, from)));
        return longestFirst.stream()
                .filter(a -> a.displayName().equalsIgnoreCase(name))
                .map(Actor::accountId)
                .toList();
    }

    private static boolean stands(String name, String words, int from) {
        int end = from + name.length();
        return words.regionMatches(true, from, name, 0, name.length())
                && (end == words.length() || !Character.isLetterOrDigit(words.charAt(end)));
    }

    private static String firstWord(String words, int from) {
        return words.substring(from).split("[\\s,.;:!?]", 2)[0];
    }
}
