package id.siks.processadmin.release;

import id.siks.processadmin.release.Difference.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two versions of a model do not have in common, part by part; parts are known by their ids. */
final class Differences {

    /** How many a page shows. */
    static final int SHOWN = 400;

    private final Map<String, Piece> was;
    private final Map<String, Piece> is;
    private final Map<String, String> names;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Map<String, Piece> was, Map<String, Piece> is, Map<String, String> names) {
        this.was = was;
        this.is = is;
        this.names = names;
    }

    /**
     * From {@code before} to {@code after}: every part that came or went with all that is said of it, and what changed of the
     * others; what moved stands last.
     *
     * @param names what people call the elements of both, by id
     */
    static List<Difference> between(Reading before, Reading after, Map<String, String> names) {
        return new Differences(before.pieces(), after.pieces(), names).find();
    }

    /**
     * What {@code newer} changed since {@code begun} and {@code drawn}, begun from that too, does not have: all in which it is
     * still as in the beginning.
     */
    static List<Difference> takenBack(Reading begun, Reading newer, Reading drawn, Map<String, String> names) {
        Set<String> touched =
                between(begun, drawn, names).stream().map(Differences::place).collect(Collectors.toSet());
        return between(begun, newer, names).stream()
                .filter(difference -> !touched.contains(place(difference)))
                .toList();
    }

    private static String place(Difference difference) {
        return difference.element() + " " + difference.property() + (difference.kind() == Kind.MOVED ? " moved" : "");
    }

    /**
     * One part of a model.
     *
     * @param part what it is
     * @param title what people call it
     * @param properties by name
     * @param place where it is drawn; empty when it is not
     * @param row the list in which it has its turn, as a row in its table; empty when its turn means nothing
     */
    record Piece(String part, String title, Map<String, String> properties, String place, String row) {}

    private List<Difference> find() {
        Set<String> late = rows(is).flatMap(row -> Turns.changed(turns(was, row), turns(is, row)).stream())
                .collect(Collectors.toSet());
        is.forEach((id, piece) -> {
            if (was.containsKey(id)) {
                changed(id, was.get(id), piece, late.contains(id));
            } else {
                add(Kind.ADDED, id, piece, "", "", piece.title());
                said(piece).forEach((property, value) -> add(Kind.ADDED, id, piece, property, "", value));
            }
        });
        was.forEach((id, piece) -> {
            if (!is.containsKey(id)) {
                add(Kind.REMOVED, id, piece, "", piece.title(), "");
                said(piece).forEach((property, value) -> add(Kind.REMOVED, id, piece, property, value, ""));
            }
        });
        return moveLast();
    }

    /** What only lies elsewhere is what a reader needs least, and mostly there is much of it. */
    private List<Difference> moveLast() {
        return found.stream()
                .sorted(Comparator.comparing(difference -> difference.kind() == Kind.MOVED))
                .toList();
    }

    /** All but what it is called, which stands with it. */
    private static Map<String, String> said(Piece piece) {
        Map<String, String> said = new TreeMap<>(piece.properties());
        said.values().removeIf(value -> value.isBlank() || value.equals(piece.title()));
        return said;
    }

    private static Stream<String> rows(Map<String, Piece> pieces) {
        return pieces.values().stream()
                .map(Piece::row)
                .filter(row -> !row.isEmpty())
                .distinct();
    }

    private static List<String> turns(Map<String, Piece> pieces, String row) {
        return pieces.entrySet().stream()
                .filter(e -> e.getValue().row().equals(row))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void changed(String id, Piece before, Piece after, boolean otherTurn) {
        Map<String, String> all = new LinkedHashMap<>(before.properties());
        all.putAll(after.properties());
        for (String property : new TreeSet<>(all.keySet())) {
            String old = before.properties().getOrDefault(property, "");
            String now = after.properties().getOrDefault(property, "");
            if (!old.equals(now)) {
                add(Kind.CHANGED, id, after, property, old, now);
            }
        }
        if (otherTurn || !before.place().equals(after.place()) || !before.row().equals(after.row())) {
            add(Kind.MOVED, id, after, "", "", "");
        }
    }

    private void add(Kind kind, String id, Piece piece, String property, String before, String after) {
        found.add(new Difference(kind, piece.part(), id, names.get(id), property, before, after));
    }
}
