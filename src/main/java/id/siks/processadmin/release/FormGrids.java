package id.siks.processadmin.release;

import id.siks.processadmin.release.Differences.Piece;
import id.siks.processadmin.release.Grid.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form as rows; its columns are titled by the message {@code processadmin.release.sheet.} and their name. */
final class FormGrids {

    private static final List<String> COLUMNS = List.of("question", "type", "rules", "options", "more");

    private final FormWords words;

    FormGrids(FormWords words) {
        this.words = words;
    }

    /** The form's one grid, under an empty name. */
    Map<String, Grid> of(Map<String, Piece> fields) {
        Map<String, String> columns = new LinkedHashMap<>();
        COLUMNS.forEach(column -> columns.put(column, column));
        Map<String, Line> lines = new LinkedHashMap<>();
        fields.forEach((key, field) -> lines.put(key, new Line(field.title(), cells(field))));
        return Map.of("", new Grid(columns, lines));
    }

    private Map<String, String> cells(Piece field) {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach(column -> cells.put(column, ""));
        field.properties().forEach((name, value) -> {
            // The row is called by its key already.
            if (!name.equals("key")) {
                cells.merge(column(name), line(name, value), FormGrids::joined);
            }
        });
        return cells;
    }

    private static String column(String property) {
        return switch (property) {
            case "label", "text" -> "question";
            case "type" -> "type";
            default -> property.startsWith("validate.") ? "rules" : property.startsWith("values.") ? "options" : "more";
        };
    }

    private String line(String property, String value) {
        return switch (column(property)) {
            case "question" -> value;
            case "type" -> words.value(property, value);
                // What is sent when it is chosen, and what people read.
            case "options" -> property.substring(property.indexOf('.') + 1) + ": " + value;
            default -> words.property(property) + ": " + words.value(property, value);
        };
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other : one + "\n" + other;
    }
}
