package id.siks.processadmin.check;

import id.siks.platform.engine.UnreleasedTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.springframework.stereotype.Component;

/** The rules for decision tables: FEEL only, whole, and answering what the code asks. */
@Component
class DmnContent {

    private static final int MOST_ROWS = 300;
    private static final int MOST_COLUMNS = 30;
    private static final int LONGEST = 255;
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,79}");
    private static final Pattern HISTORY = Pattern.compile("P[1-9]\\d{0,3}D");
    // Whatever is not among these the engine takes for the name of a script language.
    private static final Set<String> LANGUAGES = Set.of(
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);
    private static final Set<String> HIT_POLICIES = Set.of("", "FIRST", "UNIQUE", "ANY", "COLLECT", "RULE ORDER");
    // The engine fails when two rows fit, or two that differ.
    private static final Set<String> ONE_FITS = Set.of("", "UNIQUE", "ANY");
    private static final Set<String> AGGREGATIONS = Set.of("SUM", "MIN", "MAX", "COUNT");
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double", "date");

    private final Shipped shipped;
    private final TableReaders readers;

    DmnContent(Shipped shipped, TableReaders readers) {
        this.shipped = shipped;
        this.readers = readers;
    }

    /**
     * Looks at a table whose elements have been looked at.
     *
     * @param text the file {@code root} is read from
     */
    void check(Part root, String text, String key, Findings findings) {
        root.all().forEach(part -> values(part, findings));
        ids(root, findings);
        Optional<Part> named = own(root, key);
        if (named.isEmpty()) {
            findings.add(Rule.TABLE_MISSING, key);
            return;
        }
        Part decision = named.get();
        alone(decision, root, findings);
        decision(decision, findings);
        if (!findings.isRefused() && !UnreleasedTable.isReadable(key, text)) {
            findings.at(decision, Rule.TABLE_UNREADABLE);
        }
        if (!findings.isRefused()) {
            stillAnswers(decision, findings);
        }
    }

    /** The decision the file is named after; empty when it has none. */
    static Optional<Part> own(Part root, String key) {
        return root.children("decision").stream()
                .filter(decision -> key.equals(decision.id()))
                .findFirst();
    }

    // The engine takes every decision of a file under its own id, also under that of another file's table.
    private static void alone(Part own, Part root, Findings findings) {
        root.children("decision").stream()
                .filter(decision -> decision != own)
                .forEach(decision -> findings.at(decision, Rule.TABLE_NOT_ONE, own.id()));
    }

    /** What the code and the diagrams ask it, it still answers. */
    private void stillAnswers(Part decision, Findings findings) {
        shipped.find(ModelKind.DMN, decision.id())
                .flatMap(file -> own(XmlReader.read(PlainText.xml(file.content())), decision.id()))
                .ifPresent(was -> new TableContract(was, decision, findings).check());
        readers.check(new TableShape(decision), findings);
    }

    private static void ids(Part root, Findings findings) {
        Set<String> ids = new HashSet<>();
        root.all().filter(part -> part.id() != null).forEach(part -> {
            if (!ID.matcher(part.id()).matches()) {
                findings.at(part, Rule.ID_NOT_USABLE);
            } else if (!ids.add(part.id())) {
                findings.at(part, Rule.ID_TWICE);
            }
        });
    }

    private static void values(Part part, Findings findings) {
        part.attributes().forEach((name, value) -> {
            if (Expressions.isIn(value)) {
                findings.at(part, Rule.EXPRESSION_NOT_ALLOWED, value);
            } else if (value.length() > LONGEST) {
                findings.at(part, Rule.VALUE_NOT_ALLOWED, name.local(), value);
            } else if (name.local().equals("expressionLanguage") && !LANGUAGES.contains(value)) {
                findings.at(part, Rule.TABLE_LANGUAGE, value);
            } else if (name.local().equals("typeRef") && !TYPES.contains(value)) {
                findings.at(part, Rule.VALUE_NOT_ALLOWED, name.local(), value);
            }
        });
        if (Expressions.isIn(part.text())) {
            findings.at(part, Rule.EXPRESSION_NOT_ALLOWED, part.text());
        }
    }

    private static void decision(Part decision, Findings findings) {
        if (!HISTORY.matcher(decision.get(DmnSpaces.CAMUNDA, "historyTimeToLive"))
                .matches()) {
            findings.at(decision, Rule.HISTORY_WITHOUT_END);
        }
        List<Part> tables = decision.children("decisionTable");
        if (tables.size() != 1) {
            findings.at(decision, Rule.TABLE_MISSING, String.valueOf(decision.id()));
            return;
        }
        table(tables.get(0), findings);
        if (!findings.isRefused()) {
            answers(tables.get(0), findings);
        }
    }

    /** However the table chooses, the engine finds one answer: rows that would be two it refuses, and it adds up only numbers. */
    private static void answers(Part table, Findings findings) {
        TableRows rows = new TableRows(table);
        if (ONE_FITS.contains(table.get("hitPolicy"))) {
            boolean equals = !table.get("hitPolicy").equals("ANY");
            rows.overlapping(equals, Meeting.SURE)
                    .forEach((row, before) -> findings.at(row, Rule.TABLE_ROWS_OVERLAP, before.spoken()));
            rows.overlapping(equals, Meeting.UNKNOWN)
                    .forEach((row, before) -> findings.at(row, Rule.TABLE_ROWS_UNCLEAR, before.spoken()));
        }
        String aggregation = table.get("aggregation");
        if (aggregation.isEmpty()) {
            return;
        }
        List<Part> outputs = table.children("output");
        boolean numbers = TableShape.isNumber(outputs.get(0).get("typeRef")) && rows.answerAlways();
        if (!table.get("hitPolicy").equals("COLLECT")
                || !AGGREGATIONS.contains(aggregation)
                || outputs.size() > 1
                || !numbers && !aggregation.equals("COUNT")) {
            findings.at(table, Rule.VALUE_NOT_ALLOWED, "aggregation", aggregation);
        }
    }

    private static void table(Part table, Findings findings) {
        int inputs = table.children("input").size();
        int outputs = table.children("output").size();
        List<Part> rows = table.children("rule");
        if (rows.size() > MOST_ROWS) {
            findings.add(Rule.FILE_TOO_MANY_NODES, rows.size(), MOST_ROWS);
            return;
        }
        List<String> answers = table.children("output").stream()
                .map(output -> output.get("name"))
                .toList();
        boolean shaped = inputs > 0
                && outputs > 0
                && inputs + outputs <= MOST_COLUMNS
                && HIT_POLICIES.contains(table.get("hitPolicy"))
                && table.children("input").stream()
                        .allMatch(input -> input.children("inputExpression").size() == 1)
                && !answers.contains("")
                && Set.copyOf(answers).size() == outputs;
        if (!shaped) {
            findings.at(table, Rule.TABLE_SHAPE);
        }
        rows.stream()
                .filter(row -> row.children("inputEntry").size() != inputs
                        || row.children("outputEntry").size() != outputs)
                .forEach(row -> findings.at(row, Rule.TABLE_SHAPE));
        Feel feel = new Feel(findings);
        cells(table, "inputExpression", "outputEntry").forEach(cell -> feel.expression(cell, words(cell)));
        cells(table, "inputEntry", "inputValues", "outputValues").forEach(cell -> feel.tests(cell, words(cell)));
    }

    private static Stream<Part> cells(Part table, String... names) {
        Set<String> wanted = Set.of(names);
        return table.all().filter(part -> wanted.contains(part.name()));
    }

    /** What is written in a cell. */
    static String words(Part cell) {
        return cell.children("text").stream().map(Part::text).collect(Collectors.joining());
    }
}
