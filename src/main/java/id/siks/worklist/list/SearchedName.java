package id.siks.worklist.list;

import id.siks.area.SearchText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name somebody looks for.
 *
 * @param key in the spelling names are compared in
 * @param alike true to find similar names instead of those that contain it
 */
record SearchedName(String key, boolean alike) {

    // No name has it in this spelling.
    private static final String NOTHING = "-";

    private static final Pattern NUMBER = Pattern.compile("(?:[A-Za-z]{3}[ .-]*)?\\d[\\d .-]*");

    /** What was typed, to be found in names; null, and what has no letter or digit, is found in none. */
    static SearchedName of(String typed) {
        String key = SearchText.of(typed);
        return new SearchedName(key.isEmpty() ? NOTHING : key, false);
    }

    /** Key of the sentence that says how to search when {@code typed} finds nothing: a part of a number or no word at all. */
    static Optional<String> advice(String typed) {
        if (SearchText.of(typed).isEmpty()) {
            return Optional.of("worklist.empty.no-letter");
        }
        return NUMBER.matcher(typed.strip()).matches() ? Optional.of("worklist.empty.number") : Optional.empty();
    }

    Condition condition() {
        return alike
                ? new Condition().and("? <% subject_key", key)
                : new Condition().and("subject_key like ?", "%" + key + "%");
    }

    SearchedName orAlike() {
        return new SearchedName(key, true);
    }
}
