package id.siks.processadmin.draft;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One thing to choose, with what people call it. */
record Choice(String value, String label) {

    /** A word of the engine, with its name before it if it has one. */
    static Choice of(String value, String name) {
        String word = value.replaceAll("[${}()]", "");
        return new Choice(value, name == null || name.isEmpty() ? word : name + " · " + word);
    }

    /** A model by its title. */
    static Choice of(Model model) {
        return of(model.key(), model.title().equals(model.key()) ? "" : model.title());
    }

    /** Words by their names, in their order; the word is read only where the name does not tell it from another. */
    static List<Choice> named(Map<String, String> names) {
        return names.entrySet().stream()
                .map(e -> isTelling(e.getValue(), names)
                        ? new Choice(e.getKey(), e.getValue())
                        : of(e.getKey(), e.getValue()))
                .toList();
    }

    private static boolean isTelling(String name, Map<String, String> names) {
        return name != null && !name.isEmpty() && Collections.frequency(names.values(), name) == 1;
    }
}
