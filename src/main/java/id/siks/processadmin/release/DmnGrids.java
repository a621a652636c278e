package id.siks.processadmin.release;

import static id.siks.platform.diagram.DrawnProcess.child;
import static id.siks.platform.diagram.DrawnProcess.children;
import static id.siks.platform.diagram.DrawnProcess.id;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.release.Grid.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The decision tables of a file as rows and columns. */
final class DmnGrids {

    private DmnGrids() {}

    /** By id of the decision. The file has been checked. */
    static Map<String, Grid> of(DrawnProcess file) {
        Map<String, Grid> grids = new LinkedHashMap<>();
        for (Element table : file.elements("decisionTable")) {
            grids.put(id((Element) table.getParentNode()), grid(table));
        }
        return grids;
    }

    private static Grid grid(Element table) {
        Map<String, String> columns = new LinkedHashMap<>();
        List<Element> inputs = children(table, "input");
        List<Element> outputs = children(table, "output");
        inputs.forEach(input -> columns.put(id(input), title(input)));
        outputs.forEach(output -> columns.put(id(output), "→ " + title(output)));
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Element rule : children(table, "rule")) {
            Map<String, String> cells = new LinkedHashMap<>();
            cells(inputs, children(rule, "inputEntry"), cells);
            cells(outputs, children(rule, "outputEntry"), cells);
            lines.put(id(rule), new Line(words(rule, "description"), cells));
        }
        return new Grid(columns, lines);
    }

    private static void cells(List<Element> columns, List<Element> entries, Map<String, String> cells) {
        for (int i = 0; i < Math.min(columns.size(), entries.size()); i++) {
            cells.put(id(columns.get(i)), words(entries.get(i), "text"));
        }
    }

    private static String title(Element column) {
        List<String> names =
                new ArrayList<>(List.of(column.getAttribute("label"), column.getAttribute("name"), id(column)));
        names.removeIf(String::isBlank);
        return names.isEmpty() ? "" : names.get(0);
    }

    private static String words(Element element, String childName) {
        Element words = child(element, childName);
        return words == null ? "" : words.getTextContent().strip();
    }
}
