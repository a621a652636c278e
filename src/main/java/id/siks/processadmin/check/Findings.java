package id.siks.processadmin.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what the rules find. */
final class Findings {

    /** So many refusals are listed, and as many warnings: a file with more to say about it is not read to its end by anybody. */
    static final int MOST = 200;

    private static final int LONGEST = 120;

    private final Set<Finding> found = new LinkedHashSet<>();
    // Only to count them: a file may break a rule in a hundred thousand places.
    private final Map<Severity, Set<Integer>> more = new EnumMap<>(Severity.class);
    private Map<String, String> names = new HashMap<>();

    /** Tells what people call the elements of the file, by id; whatever is found from now on says it. */
    void know(Map<String, String> called) {
        names = called;
    }

    /** How a sentence calls an element: by its name, else by its id. */
    String called(String id) {
        String name = names.get(id);
        return name == null ? id : "«" + name + "»";
    }

    /** Something is wrong with the whole file. */
    void add(Rule rule, Object... args) {
        keep(rule, null, List.of(args));
    }

    /** Something is wrong with {@code part}; its name is the sentence's first argument, {@code args} follow. */
    void at(Part part, Rule rule, Object... args) {
        String owner = part.owner().id();
        at(owner, part.id() == null ? place(part, owner) : called(part.id()), rule, args);
    }

    /** As {@link #at(Part, Rule, Object...)} for a field of a form, by its key. */
    void atField(String key, Rule rule, Object... args) {
        at(key, called(key), rule, args);
    }

    private Place place(Part part, String owner) {
        return names.containsKey(owner) ? part.place().in(called(owner)) : part.place();
    }

    private void at(String id, Object spoken, Rule rule, Object... args) {
        List<Object> all = new ArrayList<>();
        all.add(spoken);
        all.addAll(List.of(args));
        keep(rule, id, all);
    }

    boolean isRefused() {
        return found.stream().anyMatch(finding -> finding.severity() == Severity.REFUSED);
    }

    Report report() {
        List<Finding> worstFirst =
                found.stream().sorted(Comparator.comparing(Finding::severity)).toList();
        return new Report(worstFirst, more(Severity.REFUSED), more(Severity.WARNING));
    }

    private void keep(Rule rule, String element, List<Object> args) {
        Finding finding = new Finding(
                rule.severity(),
                element,
                names.get(element),
                rule.code(),
                args.stream().map(Findings::shortened).toList());
        if (hasRoom(rule.severity())) {
            found.add(finding);
        } else if (!found.contains(finding)) {
            more.computeIfAbsent(rule.severity(), severity -> new HashSet<>()).add(finding.hashCode());
        }
    }

    /** However much is warned about, no refusal is lost by it. */
    private boolean hasRoom(Severity severity) {
        return found.stream().filter(finding -> finding.severity() == severity).count() < MOST;
    }

    private int more(Severity severity) {
        return more.getOrDefault(severity, Set.of()).size();
    }

    // What was uploaded is shown back; a page full of it helps nobody.
    private static Object shortened(Object arg) {
        if (arg instanceof Place place) {
            return new Place(shortened(place.what()), place.line());
        }
        return arg instanceof String text ? shortened(text) : arg;
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
