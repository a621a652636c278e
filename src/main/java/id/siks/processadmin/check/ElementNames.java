package id.siks.processadmin.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people call the elements of a model: by their own name, a flow without one by what it joins. */
final class ElementNames {

    private static final int LONGEST = 80;

    private final Map<String, String> names = new HashMap<>();

    private ElementNames() {}

    /** Names by id, of a diagram or a table; what nobody has named is not among them. */
    static Map<String, String> of(Part root) {
        ElementNames found = new ElementNames();
        List<Part> known = root.all().filter(part -> part.id() != null).toList();
        known.forEach(found::own);
        known.stream().filter(part -> part.name().equals("sequenceFlow")).forEach(found::flow);
        known.stream().filter(part -> part.name().equals("rule")).forEach(found::row);
        known.stream().filter(part -> !found.names.containsKey(part.id())).forEach(found::borrowed);
        return found.names;
    }

    /** Names by key, of the fields of a form. */
    static Map<String, String> of(JsonNode form) {
        ElementNames found = new ElementNames();
        form.path("components").forEach(found::field);
        return found.names;
    }

    private void own(Part part) {
        // People read a column's label; its name is for the code.
        put(part.id(), part.get("label"));
        put(part.id(), part.get("name"));
        if (part.name().equals("textAnnotation")) {
            put(part.id(), text(part, "text"));
        }
    }

    private void flow(Part flow) {
        if (!names.containsKey(flow.id())) {
            String from = flow.get("sourceRef");
            String to = flow.get("targetRef");
            put(flow.id(), names.getOrDefault(from, from) + " → " + names.getOrDefault(to, to));
        }
    }

    /** A row is called by its description, else by its number; its cells by the row and the column. */
    private void row(Part row) {
        Part table = row.parent();
        String described = text(row, "description");
        int number = table.children("rule").indexOf(row) + 1;
        String called = described.isEmpty() ? "#" + number : described;
        put(row.id(), called);
        cells(row.children("inputEntry"), table.children("input"), called);
        cells(row.children("outputEntry"), table.children("output"), called);
    }

    private void cells(List<Part> cells, List<Part> columns, String row) {
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            String column = names.get(columns.get(i).id());
            if (cells.get(i).id() != null) {
                names.put(cells.get(i).id(), shortened(row + (column == null ? "" : " · " + column)));
            }
        }
    }

    /** What belongs to something named, or draws it, goes by that name. */
    private void borrowed(Part part) {
        String drawn = names.get(part.get("bpmnElement"));
        Part around = part.parent();
        if (drawn != null) {
            put(part.id(), drawn);
        } else if (around != null && around.parent() != null && !around.name().equals("process")) {
            put(part.id(), names.getOrDefault(around.id(), ""));
        }
    }

    private void field(JsonNode component) {
        String key = component.path("key").asText(component.path("id").asText());
        put(key, component.path("label").asText(component.path("text").asText()));
        component.path("components").forEach(this::field);
    }

    private void put(String id, String name) {
        if (!name.isBlank()) {
            names.putIfAbsent(id, shortened(name));
        }
    }

    private static String shortened(String name) {
        String line = name.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static String text(Part part, String child) {
        return part.children(child).stream().map(Part::text).findFirst().orElse("");
    }
}
