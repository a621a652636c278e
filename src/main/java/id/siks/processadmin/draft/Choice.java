package id.siks.processadmin.draft;

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

    /** Words with their names, in their order. */
    static List<Choice> named(Map<String, String> names) {
        return names.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
    }
}
