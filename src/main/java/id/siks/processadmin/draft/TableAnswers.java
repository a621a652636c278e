package id.siks.processadmin.draft;

import static id.siks.platform.diagram.DrawnProcess.child;
import static id.siks.platform.diagram.DrawnProcess.children;

import id.siks.platform.diagram.DrawnProcess;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * A decision table a diagram may ask itself: it gives one answer, a word or yes and no, which a gateway can read.
 *
 * @param asks names of the values its columns ask for
 * @param answers what it may give
 */
record TableAnswers(Set<String> asks, Map<String, String> answers) {

    private static final Set<String> ONE_ROW = Set.of("", "UNIQUE", "FIRST", "ANY", "PRIORITY");
    private static final Set<String> WORDS = Set.of("string", "boolean");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z]\\w*");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|(true|false)");

    /** Reads the file; empty when its answers are of another kind, or when it can no longer be read. */
    static Optional<TableAnswers> read(String content) {
        try {
            List<Element> tables = new DrawnProcess(content).elements("decisionTable");
            return tables.size() == 1 && isReadable(tables.get(0))
                    ? Optional.of(read(tables.get(0)))
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isReadable(Element table) {
        List<Element> outputs = children(table, "output");
        return ONE_ROW.contains(table.getAttribute("hitPolicy"))
                && outputs.size() == 1
                && WORDS.contains(outputs.get(0).getAttribute("typeRef"));
    }

    private static TableAnswers read(Element table) {
        Set<String> asks = new LinkedHashSet<>();
        children(table, "input")
                .forEach(input -> children(input, "inputExpression").forEach(asked -> names(text(asked), asks)));
        Map<String, String> answers = new LinkedHashMap<>();
        children(table, "rule").forEach(rule -> children(rule, "outputEntry").forEach(entry -> {
            Matcher literal = LITERAL.matcher(text(entry));
            if (literal.matches()) {
                answers.putIfAbsent(literal.group(1) == null ? literal.group(2) : literal.group(1), "");
            }
        }));
        return new TableAnswers(asks, answers);
    }

    private static void names(String expression, Set<String> names) {
        Matcher variable = VARIABLE.matcher(expression);
        while (variable.find()) {
            names.add(variable.group());
        }
    }

    private static String text(Element holder) {
        Element text = child(holder, "text");
        return text == null ? "" : text.getTextContent().strip();
    }
}
