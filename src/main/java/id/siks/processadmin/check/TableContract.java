package id.siks.processadmin.check;

import id.siks.casework.Deadlines;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the code asks a table and what it does with the answers does not change with the table: it brings the inputs of the
 * table it was written for, needs its outputs and a row for whatever it asks, and knows no other words.
 */
final class TableContract {

    private static final int LONGEST_TERM = 250;
    /** Ways to choose among the rows by which none has to fit. */
    private static final Set<String> MANY_ROWS = Set.of("COLLECT", "RULE ORDER");

    private static final List<String> LADDER = List.of("supervisor", "officeHead", "province");

    private final Part was;
    private final Part is;
    private final Findings findings;

    TableContract(Part was, Part is, Findings findings) {
        this.was = was;
        this.is = is;
        this.findings = findings;
    }

    void check() {
        Map<String, String> brought =
                columns(was, "input").stream().collect(Collectors.toMap(TableRows::asked, TableRows::type));
        for (Part input : columns(is, "input")) {
            if (!brought.containsKey(TableRows.asked(input))) {
                findings.at(input, Rule.TABLE_UNKNOWN_INPUT, TableRows.asked(input));
            } else if (!TableRows.type(input).isEmpty()
                    && !TableRows.type(input).equals(brought.get(TableRows.asked(input)))) {
                findings.at(
                        input, Rule.TABLE_UNKNOWN_INPUT, TableRows.asked(input) + " (" + TableRows.type(input) + ")");
            }
        }
        Map<String, Part> answers = columns(is, "output").stream()
                .collect(Collectors.toMap(o -> o.get("name"), Function.identity(), (one, other) -> one));
        for (Part output : columns(was, "output")) {
            Part answer = answers.get(output.get("name"));
            if (answer == null || !answer.get("typeRef").equals(output.get("typeRef"))) {
                findings.at(is, Rule.TABLE_OUTPUT_MISSING, output.get("name"));
            }
        }
        if (!table(is).get("hitPolicy").equals(table(was).get("hitPolicy"))
                || !table(is).get("aggregation").equals(table(was).get("aggregation"))) {
            findings.at(table(is), Rule.TABLE_SHAPE);
        }
        if (findings.isRefused()) {
            return;
        }
        columns(was, "output").forEach(this::answers);
        if (!MANY_ROWS.contains(table(is).get("hitPolicy")) && !new TableRows(table(is)).areComplete(yesOrNo())) {
            findings.at(table(is), Rule.TABLE_ROW_MISSING);
        }
        if ("proposal-route".equals(is.id())) {
            rows().forEach(this::route);
        } else if (Deadlines.TABLE.equals(is.id())) {
            deadlines();
        }
    }

    /** In words and in yes and no it answers only what the table answers for which the code was written. */
    private void answers(Part output) {
        String name = output.get("name");
        Set<String> known = new LinkedHashSet<>();
        if (output.get("typeRef").equals("boolean")) {
            known.addAll(List.of("true", "false"));
        } else if (output.get("typeRef").equals("string")) {
            table(was).children("rule").forEach(row -> known.add(cell(row, "outputEntry", place(was, "output", name))));
        } else {
            return;
        }
        int place = place(is, "output", name);
        rows().stream()
                .map(row -> row.children("outputEntry").get(place))
                .filter(cell -> !known.contains(DmnContent.words(cell)))
                .forEach(cell ->
                        findings.at(cell, Rule.TABLE_ANSWER_UNKNOWN, DmnContent.words(cell), String.join(", ", known)));
    }

    private List<String> yesOrNo() {
        return columns(was, "input").stream()
                .filter(input -> TableRows.type(input).equals("boolean"))
                .map(TableRows::asked)
                .toList();
    }

    /** Nobody skips the visit whose home was not visited. */
    private void route(Part row) {
        boolean skips = !"true".equals(cell(row, "outputEntry", place(is, "output", "fieldCheckNeeded")));
        boolean visited = "true".equals(cell(row, "inputEntry", place(is, "input", "visited")));
        if (skips && !visited) {
            findings.at(row, Rule.TABLE_SKIPS_FIELD_CHECK);
        }
    }

    /** A term is a number of days, and the ladder of its late days rises. */
    private void deadlines() {
        for (Part row : rows()) {
            String days = cell(row, "outputEntry", place(is, "output", "days"));
            int term = days.isEmpty() ? LONGEST_TERM : days(days);
            int remind = days(cell(row, "outputEntry", place(is, "output", "remind")));
            List<Integer> rungs = LADDER.stream()
                    .map(rung -> days(cell(row, "outputEntry", place(is, "output", rung))))
                    .toList();
            boolean rises = rungs.get(0) <= rungs.get(1) && rungs.get(1) <= rungs.get(2);
            if (term < 0 || remind < 0 || rungs.get(0) < 0 || remind > term || !rises || rungs.get(2) > LONGEST_TERM) {
                findings.at(row, Rule.TABLE_SHAPE);
            }
        }
    }

    private static int days(String text) {
        return text.matches("\\d{1,3}") && Integer.parseInt(text) <= LONGEST_TERM ? Integer.parseInt(text) : -1;
    }

    private List<Part> rows() {
        return table(is).children("rule");
    }

    private static int place(Part decision, String kind, String name) {
        List<String> names = columns(decision, kind).stream()
                .map(column -> kind.equals("input") ? TableRows.asked(column) : column.get("name"))
                .toList();
        return names.indexOf(name);
    }

    /** The text of a cell; empty when there is no such column. */
    private static String cell(Part row, String kind, int place) {
        return place < 0 ? "" : DmnContent.words(row.children(kind).get(place));
    }

    private static Part table(Part decision) {
        return decision.children("decisionTable").get(0);
    }

    private static List<Part> columns(Part decision, String kind) {
        return table(decision).children(kind);
    }
}
