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
        List<Part> outputs = columns("output");
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

    /** True when it never leaves the one who asks without an answer that is taken alone. */
    boolean answersAlways() {
        return table(decision)
                .allMatch(table -> table.get("aggregation").equals("COUNT")
                        || new TableRows(table).areComplete() && new TableRows(table).answerAlways());
    }

    /** True when a column of that type gives numbers. */
    static boolean isNumber(String type) {
        return NUMBERS.contains(type);
    }

    /** What its answer can be taken for when it is taken alone; empty when the table does not say. */
    Set<Held> held() {
        List<Part> outputs = columns("output");
        if (table(decision).anyMatch(table -> !table.get("aggregation").isEmpty())) {
            return Set.of(Held.NUMBER);
        }
        if (outputs.size() != 1 || table(decision).noneMatch(table -> ONE_ROW.contains(table.get("hitPolicy")))) {
            return Set.of(Held.ROW);
        }
        return held(outputs.get(0));
    }

    private Set<Held> held(Part output) {
        String type = output.get("typeRef");
        if (!type.equals("string")) {
            return Column.kind(type).map(Set::of).orElse(Set.of());
        }
        List<String> answers = answers().toList();
        return answers.stream().allMatch(answer -> WORD.matcher(answer).matches())
                ? Held.ofWords(answers.stream()
                        .map(answer -> answer.substring(1, answer.length() - 1))
                        .toList())
                : Set.of(Held.TEXT);
    }

    /** The columns that turn a variable into a kind of their own before a row looks at it. */
    List<Column> typed() {
        return columns("input").stream()
                .flatMap(input -> input.children("inputExpression").stream())
                .flatMap(asks -> Column.of(asks).stream())
                .toList();
    }

    private List<Part> columns(String kind) {
        return table(decision).flatMap(table -> table.children(kind).stream()).toList();
    }

    private Stream<String> answers() {
        return table(decision)
                .flatMap(table -> table.children("rule").stream())
                .flatMap(rule -> rule.children("outputEntry").stream())
                .map(DmnContent::words)
                .filter(answer -> !answer.isEmpty());
    }

    /** An answer that is reckoned may be anything. */
    private boolean canSay(String word) {
        return answers()
                .anyMatch(answer -> answer.equals(word) || !WORD.matcher(answer).matches());
    }

    private static Stream<Part> table(Part decision) {
        return decision.children("decisionTable").stream();
    }
}
