package id.siks.processadmin.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which elements may stand where, with which attributes. What is not listed is refused (security requirement 2).
 *
 * <p>A line of the table is {@code element < parents : attributes}; a name in capitals stands for the words after it. An element
 * whose line begins with {@code +} may hold words. Elements behind {@code !} may stand nowhere; they tie a file to others and
 * can be taken out of it without touching anything else.
 */
final class AllowList {

    /** Attributes by which a tie names what it leads to. */
    private static final Set<String> REFERENCES = Set.of("href", "dmnElementRef");

    private final Map<String, String> prefixes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> ties = new HashSet<>();

    private record Entry(Set<String> parents, Set<String> attributes, boolean words) {}

    /**
     * @param prefixes name spaces by the prefix the table uses for them
     * @param table the lines
     */
    AllowList(Map<String, String> prefixes, String table) {
        this.prefixes = prefixes;
        Map<String, Set<String>> groups = new HashMap<>();
        table.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> read(line, groups));
    }

    private void read(String line, Map<String, Set<String>> groups) {
        if (line.contains(" = ")) {
            String[] group = line.split(" = ");
            groups.put(group[0].strip(), words(group[1], groups));
            return;
        }
        if (line.startsWith("!")) {
            ties.addAll(words(line.substring(1), groups));
            return;
        }
        boolean words = line.startsWith("+");
        String[] element = line.substring(words ? 1 : 0).split(" < ");
        String[] place = element[1].split(" : ?", 2);
        Entry entry = new Entry(words(place[0], groups), words(place.length > 1 ? place[1] : "", groups), words);
        words(element[0], groups).forEach(name -> entries.put(name, entry));
    }

    private static Set<String> words(String text, Map<String, Set<String>> groups) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> groups.getOrDefault(word, Set.of(word)).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** True for a name space of which anything is allowed; false for another vendor's. */
    boolean knows(String uri) {
        return prefixes.containsValue(uri);
    }

    /** True for what can be taken out of a file by itself: another vendor's elements, and ties to other files. */
    boolean isLoose(String uri, String local) {
        return !knows(uri) || ties.contains(spoken(uri, local));
    }

    /** Looks at {@code root} and everything in it. */
    void check(Part root, Findings findings) {
        check(root, "-", findings);
    }

    private void check(Part part, String parent, Findings findings) {
        String name = spoken(part.uri(), part.name());
        Entry entry = name == null ? null : entries.get(name);
        if (entry == null) {
            refuse(part, findings);
            return;
        }
        if (!entry.parents.contains(parent)) {
            findings.at(part, Rule.ELEMENT_MISPLACED, part.name());
        }
        attributes(part, entry, findings);
        if (!entry.words && !part.text().isEmpty()) {
            findings.at(part, Rule.TEXT_NOT_ALLOWED, part.text());
        }
        part.children().forEach(child -> check(child, name, findings));
    }

    private void refuse(Part part, Findings findings) {
        if (!knows(part.uri())) {
            findings.at(part, Rule.FOREIGN_EXTENSION, part.name(), part.uri());
            return;
        }
        if (isLoose(part.uri(), part.name())) {
            findings.at(part, Rule.TABLE_TIED, tiedTo(part));
        } else {
            findings.at(part, Rule.ELEMENT_NOT_ALLOWED, part.name());
        }
        foreignIn(part, findings);
    }

    private static String tiedTo(Part tie) {
        return tie.all()
                .flatMap(part -> part.attributes().entrySet().stream())
                .filter(attribute -> REFERENCES.contains(attribute.getKey().local()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(tie.name())
                .replaceFirst("^#", "");
    }

    /** What is another vendor's is named wherever it is, also in what is refused itself. */
    private void foreignIn(Part part, Findings findings) {
        part.attributes().keySet().stream()
                .filter(attribute -> !attribute.uri().isEmpty() && !knows(attribute.uri()))
                .forEach(attribute -> findings.at(part, Rule.FOREIGN_EXTENSION, attribute.local(), attribute.uri()));
        for (Part child : part.children()) {
            if (knows(child.uri())) {
                foreignIn(child, findings);
            } else {
                findings.at(child, Rule.FOREIGN_EXTENSION, child.name(), child.uri());
            }
        }
    }

    private void attributes(Part part, Entry entry, Findings findings) {
        for (Part.Name attribute : part.attributes().keySet()) {
            String name = attribute.uri().isEmpty() ? attribute.local() : spoken(attribute.uri(), attribute.local());
            if (name == null) {
                findings.at(part, Rule.FOREIGN_EXTENSION, attribute.local(), attribute.uri());
            } else if (!entry.attributes.contains(name)) {
                findings.at(part, Rule.ATTRIBUTE_NOT_ALLOWED, attribute.local());
            }
        }
    }

    /** The name as the table writes it, or null when the name space is not ours. */
    private String spoken(String uri, String local) {
        return prefixes.entrySet().stream()
                .filter(e -> e.getValue().equals(uri))
                .map(e -> e.getKey() + ":" + local)
                .findFirst()
                .orElse(null);
    }
}
