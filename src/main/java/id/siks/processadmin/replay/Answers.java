package id.siks.processadmin.replay;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.engine.UnreleasedTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What one version of a table answers, in the words of its columns. */
final class Answers {

    private static final String NONE = "–";
    /** Letters of an answer that are kept: nobody reads more, and a table can give very many. */
    private static final int LONGEST = 250;

    private static final String MORE = "…";

    private final UnreleasedTable table;
    private final Map<String, String> labels = new LinkedHashMap<>();

    Answers(String key, String content) {
        this.table = new UnreleasedTable(key, content);
        for (Element output : new DrawnProcess(content).elements("output")) {
            String label = output.getAttribute("label");
            labels.put(output.getAttribute("name"), label.isBlank() ? output.getAttribute("name") : label);
        }
    }

    /** The answer by output; empty when no row answers. What the columns are titled is no part of it. */
    Map<String, String> to(Map<String, Object> inputs) {
        List<Map<String, Object>> rows = table.decide(inputs);
        Map<String, String> answer = new LinkedHashMap<>();
        if (!rows.isEmpty()) {
            labels.keySet().forEach(output -> answer.put(output, values(rows, output)));
        }
        return answer;
    }

    /** An answer as people read it, cut where it is very long; a dash for none. */
    String said(Map<String, String> answer) {
        String said = answer.entrySet().stream()
                .map(part -> labels.get(part.getKey()) + ": " + part.getValue())
                .collect(Collectors.joining("; "));
        if (said.isEmpty()) {
            return NONE;
        }
        return said.codePointCount(0, said.length()) > LONGEST
                ? said.substring(0, said.offsetByCodePoints(0, LONGEST)) + MORE
                : said;
    }

    private static String values(List<Map<String, Object>> rows, String output) {
        return rows.stream()
                .map(row -> word(row.get(output)))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), found -> String.join(", ", found)));
    }

    /** A value as it stands in the table. */
    private static String word(Object value) {
        return value == null ? NONE : value.toString();
    }
}
