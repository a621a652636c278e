package id.siks.processadmin.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a table wants to know, and what a diagram that asks it may get for an answer. */
final class TableShape {

    private static final Set<String> ONE_ROW = Set.of("", "UNIQUE", "FIRST", "ANY", "PRIORITY");
    private static final Set<String> CELLS = Set.of("inputExpression", "inputEntry", "outputEntry");
    private static final Set<String> NUMBERS = Set.of("integer", "long", "double");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"");

    private final Part decision;
    private final Map<String, Part> wanted = new LinkedHashMap<>();

    TableShape(Part decision) {
        this.decision = decision;
        decision.all().filter(part -> CELLS.contains(part.name())).forEach(cell -> Feel.variables(
                        DmnContent.words(cell))
                .forEach(variable -> wanted.putIfAbsent(variable, cell)));
    }

    /** The decision itself. */
    Part decision() {
        return decision;
    }

    /** The variables it wants to know, each with the first cell that names it. */
    Map<String, Part> wanted() {
        return wanted;
    }

    /** True when one of its answers, alone, may be what the condition compares it with. */
    boolean canAnswer(String condition) {
        List<Part> outputs = table(decision)
                .flatMap(table -> table.children("output").stream())
                .toList();
        if (outputs.size() != 1 || table(decision).noneMatch(table -> ONE_ROW.contains(table.get("hitPolicy")))) {
            return false;
        }
        String type = outputs.get(0).get("typeRef");
        String value = Expressions.comparedWith(condition).orElse("true");
        if (value.equals("true") || value.equals("false")) {
            return type.equals("boolean");
        }
        return value.startsWith("'") ? canSay(value.replace('\'', '"')) : NUMBERS.contains(type);
    }

    /** An answer that is reckoned may be anything. */
    private boolean canSay(String word) {
        return table(decision)
                .flatMap(table -> table.children("rule").stream())
                .flatMap(rule -> rule.children("outputEntry").stream())
                .map(DmnContent::words)
                .filter(answer -> !answer.isEmpty())
                .anyMatch(answer -> answer.equals(word) || !WORD.matcher(answer).matches());
    }

    private static Stream<Part> table(Part decision) {
        return decision.children("decisionTable").stream();
    }
}
