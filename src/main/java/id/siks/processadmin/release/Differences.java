package id.siks.processadmin.release;

import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.release.Difference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What two versions of a model do not have in common, part by part; parts are known by their ids. */
final class Differences {

    private static final int MOST = 400;

    private Differences() {}

    /** From {@code before} to {@code after}; {@code before} is null for something new. At most {@value #MOST}. */
    static List<Difference> between(ModelKind kind, String before, String after) {
        Map<String, Piece> was = before == null ? Map.of() : pieces(kind, before);
        Map<String, Piece> is = pieces(kind, after);
        List<Difference> found = new ArrayList<>();
        is.forEach((id, piece) -> {
            if (was.containsKey(id)) {
                changed(id, was.get(id), piece, found);
            } else {
                found.add(new Difference(Kind.ADDED, piece.part(), id, "", "", piece.title()));
            }
        });
        was.forEach((id, piece) -> {
            if (!is.containsKey(id)) {
                found.add(new Difference(Kind.REMOVED, piece.part(), id, "", piece.title(), ""));
            }
        });
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /**
     * One part of a model.
     *
     * @param part what it is
     * @param title what people call it
     * @param properties by name
     * @param place where it is drawn; empty when it is not
     */
    record Piece(String part, String title, Map<String, String> properties, String place) {}

    private static Map<String, Piece> pieces(ModelKind kind, String content) {
        return kind == ModelKind.FORM ? FormPieces.of(content) : XmlPieces.of(content);
    }

    private static void changed(String id, Piece was, Piece is, List<Difference> found) {
        Map<String, String> all = new LinkedHashMap<>(was.properties());
        all.putAll(is.properties());
        for (String property : new TreeSet<>(all.keySet())) {
            String before = was.properties().getOrDefault(property, "");
            String after = is.properties().getOrDefault(property, "");
            if (!before.equals(after)) {
                found.add(new Difference(Kind.CHANGED, is.part(), id, property, before, after));
            }
        }
        if (!was.place().equals(is.place())) {
            found.add(new Difference(Kind.MOVED, is.part(), id, "", "", ""));
        }
    }
}
