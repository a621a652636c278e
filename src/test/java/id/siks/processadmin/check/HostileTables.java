package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.*;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decision tables nobody may upload. */
final class HostileTables {

    private HostileTables() {}

    static List<Hostile> all() {
        return Stream.of(route(), answers(), levels(), signs(), many(), growing(), deadlines())
                .flatMap(changes -> changes.all().stream())
                .toList();
    }

    private static Hostile.Changes route() {
        String cell = "<inputEntry id=\"if-emergency-channel\"><text>\"MINISTRY_EMERGENCY\"</text></inputEntry>";
        String asked = "<inputExpression id=\"kind-value\" typeRef=\"string\"><text>kind</text></inputExpression>";
        String answer = "<outputEntry id=\"then-new-meeting-needed\"><text>true</text></outputEntry>";
        String row = "<rule id=\"route-new\">";
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> "<rule id=\"r%d\"/>".formatted(i))
                .collect(Collectors.joining());
        Hostile.Changes route = Hostile.of(ModelKind.DMN, "proposal", "proposal-route");
        for (String dialect : List.of(
                "https://www.omg.org/spec/DMN/20191111/FEEL",
                "https://www.omg.org/spec/FEEL/20140401",
                "https://www.omg.org/spec/DMN/20250101/FEEL/",
                "FEEL")) {
            route.change(
                    TABLE_LANGUAGE,
                    "a dialect nobody speaks: " + dialect,
                    "<inputEntry id=\"if-emergency-channel\">",
                    "<inputEntry id=\"if-emergency-channel\" expressionLanguage=\"" + dialect + "\">");
        }
        return route.change(
                        TABLE_LANGUAGE,
                        "groovy in a cell",
                        "<inputEntry id=\"if-emergency-channel\">",
                        "<inputEntry id=\"if-emergency-channel\" expressionLanguage=\"groovy\">")
                .change(
                        TABLE_LANGUAGE,
                        "juel in a column",
                        "<inputExpression id=\"kind-value\"",
                        "<inputExpression id=\"kind-value\" expressionLanguage=\"juel\"")
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "expression in a column",
                        asked,
                        asked.replace(">kind<", ">${" + Hostile.CODE + "}<"))
                .change(
                        EXPRESSION_NOT_ALLOWED,
                        "expression in a history",
                        "historyTimeToLive=\"P180D\"",
                        "historyTimeToLive=\"${x}\"")
                .change(FILE_CONTROL_CHARACTER, "a turn, as a reference", ">kind<", ">kind&#x202E;<")
                .change(HISTORY_WITHOUT_END, "history for ever", " camunda:historyTimeToLive=\"P180D\"", "")
                .change(FEEL_NOT_ALLOWED, "loop", answer, answer.replace("true", "for i in 1..999999999 return i"))
                .change(FEEL_NOT_ALLOWED, "quantifier", answer, answer.replace("true", "some i in x satisfies i = 1"))
                .change(
                        FEEL_NOT_ALLOWED,
                        "external function",
                        answer,
                        answer.replace("true", "function() external {java:{class:\"x\"}}"))
                .change(FEEL_NOT_ALLOWED, "power", answer, answer.replace("true", "10 ** 999999999"))
                .change(
                        FEEL_NOT_ALLOWED,
                        "pattern",
                        answer,
                        answer.replace("true", "matches(\"aaaaaaaaaaaaaaaaaaaa\", \"(a+)+b\")"))
                .change(
                        FEEL_NOT_ALLOWED,
                        "thousand brackets",
                        answer,
                        answer.replace("true", "(".repeat(60) + "1" + ")".repeat(60)))
                .change(FEEL_TOO_LONG, "endless cell", cell, cell.replace("EMERGENCY", "E".repeat(400)))
                .change(FEEL_RANGE, "wide range", cell, cell.replace("\"MINISTRY_EMERGENCY\"", "[1..999999999]"))
                .change(FEEL_RANGE, "range of a variable", cell, cell.replace("\"MINISTRY_EMERGENCY\"", "[1..kind]"))
                .change(FEEL_BROKEN, "no FEEL", cell, cell.replace("\"MINISTRY_EMERGENCY\"", "&gt;= &gt;="))
                .before(
                        ELEMENT_NOT_ALLOWED,
                        "literal expression",
                        row,
                        "<literalExpression><text>1</text></literalExpression>")
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "import",
                        "<decision id",
                        "<import namespace=\"x\" locationURI=\"http://127.0.0.1:1/\" importType=\"x\"/><decision id")
                .change(
                        ELEMENT_NOT_ALLOWED,
                        "function",
                        "<decision id",
                        "<businessKnowledgeModel id=\"x\"/><decision id")
                .change(TABLE_MISSING, "another name", "<decision id=\"proposal-route\"", "<decision id=\"other\"")
                .before(TABLE_TIED, "needs another file", "<decisionTable id=\"routes\"", needs("other.dmn#x"))
                .change(TABLE_SHAPE, "a cell too few", answer, "")
                .change(TABLE_SHAPE, "an answer given twice", "name=\"meetingNeeded\"", "name=\"fieldCheckNeeded\"")
                .change(TABLE_UNREADABLE, "without name", " name=\"Tahap yang dilalui sebuah usulan\"", "")
                .change(TABLE_UNREADABLE, "a row without id", row, "<rule>")
                .behind(TABLE_UNREADABLE, "description behind the cells", answer, "<description>x</description>")
                .change(TABLE_ROWS_OVERLAP, "two that fit", "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")
                .change(
                        VALUE_NOT_ALLOWED,
                        "yes and no added up",
                        "hitPolicy=\"FIRST\"",
                        "hitPolicy=\"COLLECT\" aggregation=\"SUM\"")
                .change(TABLE_SHAPE, "another hit policy", "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"")
                .before(FILE_TOO_MANY_NODES, "308 rows", row, rows)
                .change(TABLE_UNKNOWN_INPUT, "nobody brings it", asked, asked.replace(">kind<", ">income<"))
                .change(TABLE_UNKNOWN_INPUT, "a word is no number", asked, asked.replace("\"string\"", "\"integer\""))
                .change(TABLE_OUTPUT_MISSING, "the answer is gone", "name=\"meetingNeeded\"", "name=\"meeting\"")
                .change(
                        TABLE_OUTPUT_MISSING,
                        "the answer is text",
                        "name=\"meetingNeeded\" typeRef=\"boolean\"",
                        "name=\"meetingNeeded\" typeRef=\"string\"")
                .change(
                        TABLE_SKIPS_FIELD_CHECK,
                        "nobody visits",
                        "<outputEntry id=\"then-new-field-check-needed\"><text>true</text>",
                        "<outputEntry id=\"then-new-field-check-needed\"><text>false</text>")
                .change(
                        TABLE_SKIPS_FIELD_CHECK,
                        "visited or not",
                        "<inputEntry id=\"if-visited-visited\"><text>true</text>",
                        "<inputEntry id=\"if-visited-visited\"><text></text>")
                .change(
                        FOREIGN_EXTENSION,
                        "another vendor",
                        "<decision id",
                        "<decision xmlns:x=\"http://example.org/x\" x:run=\"1\" id")
                .change(VALUE_NOT_ALLOWED, "type", "typeRef=\"string\"", "typeRef=\"java.lang.Runtime\"");
    }

    /** Tables beside the one the file is named after. */
    private static Hostile.Changes many() {
        String own = "<decision id=\"proposal-route\"";
        String table = "<decisionTable id=\"routes\"";
        return Hostile.of(ModelKind.DMN, "proposal", "proposal-route")
                .before(TABLE_NOT_ONE, "another file's table", own, helper("task-deadlines", "days", ""))
                .before(TABLE_NOT_ONE, "a helper's answer for an input", own, helper("helper", "visited", ""))
                .change(
                        TABLE_TIED,
                        "needs its helper",
                        own,
                        helper("helper", "visited", "") + own,
                        table,
                        needs("#helper") + table)
                .change(
                        TABLE_TIED,
                        "a circle of tables",
                        own,
                        helper("helper", "visited", needs("#proposal-route")) + own,
                        table,
                        needs("#helper") + table);
    }

    private static String helper(String id, String answer, String needs) {
        return """
                <decision id="%1$s" name="x" camunda:historyTimeToLive="P180D">%3$s
                <decisionTable id="%1$s-table" hitPolicy="FIRST">
                <input id="%1$s-in"><inputExpression id="%1$s-asks" typeRef="string"><text>kind</text></inputExpression></input>
                <output id="%1$s-out" name="%2$s" typeRef="boolean"/>
                <rule id="%1$s-row"><inputEntry id="%1$s-if"><text></text></inputEntry>
                <outputEntry id="%1$s-then"><text>true</text></outputEntry></rule>
                </decisionTable></decision>
                """
                .formatted(id, answer, needs);
    }

    private static String needs(String table) {
        return "<informationRequirement><requiredDecision href=\"%s\"/></informationRequirement>".formatted(table);
    }

    /** Cells that become long, or take long. */
    private static Hostile.Changes growing() {
        String answer = "<outputEntry id=\"then-new-meeting-needed\"><text>true</text></outputEntry>";
        String asked = "<inputExpression id=\"kind-value\" typeRef=\"string\"><text>kind</text></inputExpression>";
        String list = "[1" + ",1".repeat(24) + "]";
        return Hostile.of(ModelKind.DMN, "proposal", "proposal-route")
                .change(FEEL_NOT_ALLOWED, "text put together", answer, answer.replace("true", "kind + kind"))
                .change(FEEL_NOT_ALLOWED, "text put together in a column", asked, asked.replace("kind<", "kind+\"x\"<"))
                .change(
                        FEEL_NOT_ALLOWED,
                        "lists asked within lists",
                        answer,
                        answer.replace("true", list + "[" + list + "[" + list + "[" + list + "=[]]=[]]=[]]"));
    }

    /** Answers of the route the code cannot follow, and questions it leaves open. */
    private static Hostile.Changes answers() {
        String answer = "<outputEntry id=\"then-new-meeting-needed\"><text>";
        return Hostile.of(ModelKind.DMN, "proposal", "proposal-route")
                .change(TABLE_ANSWER_UNKNOWN, "no answer", answer + "true<", answer + "<")
                .change(TABLE_ANSWER_UNKNOWN, "a reckoned answer", answer + "true<", answer + "kind = \"NEW\"<")
                .change(
                        TABLE_ROW_MISSING,
                        "nothing for those not visited",
                        "<inputEntry id=\"if-new-visited\"><text>false</text>",
                        "<inputEntry id=\"if-new-visited\"><text>true</text>")
                .change(
                        TABLE_ROW_MISSING,
                        "nothing for the other kinds",
                        "<inputEntry id=\"if-heard-kind\"><text></text>",
                        "<inputEntry id=\"if-heard-kind\"><text>\"NEW\"</text>");
    }

    private static Hostile.Changes levels() {
        String answer = "<outputEntry id=\"indicated-level\"><text>\"INDICATED\"</text>";
        Hostile.Changes levels = Hostile.of(ModelKind.DMN, "program", "poverty-level");
        String right = levels.right();
        String last = right.substring(right.indexOf("<rule id=\"none\">"), right.indexOf("</decisionTable>"));
        String all = right.substring(right.indexOf("<rule id=\"direct\">"), right.indexOf("</decisionTable>"));
        return levels.change(TABLE_ANSWER_UNKNOWN, "another level", answer, answer.replace("INDICATED", "POOR"))
                .change(TABLE_ANSWER_UNKNOWN, "no level", answer, answer.replace("\"INDICATED\"", ""))
                .change(
                        TABLE_ANSWER_UNKNOWN,
                        "the level of a column",
                        answer,
                        answer.replace("\"INDICATED\"", "regency"))
                .change(TABLE_ROW_MISSING, "no last row", last, "")
                .change(TABLE_ROW_MISSING, "no row at all", all, "");
    }

    private static Hostile.Changes signs() {
        String answer = "<outputEntry id=\"rule-1-sign\"><text>\"C0\"</text>";
        return Hostile.of(ModelKind.DMN, "program", "poverty-signs")
                .change(TABLE_ANSWER_UNKNOWN, "another sign", answer, answer.replace("C0", "C99"))
                .change(TABLE_ANSWER_UNKNOWN, "no sign", answer, answer.replace("\"C0\"", ""));
    }

    private static Hostile.Changes deadlines() {
        return Hostile.of(ModelKind.DMN, "casework", "task-deadlines")
                .change(
                        TABLE_SHAPE,
                        "days in words",
                        "<outputEntry id=\"rule-record-visit-days\"><text>5</text>",
                        "<outputEntry id=\"rule-record-visit-days\"><text>\"five\"</text>")
                .change(
                        TABLE_SHAPE,
                        "the ladder falls",
                        "<outputEntry id=\"rule-record-visit-province\"><text>5</text>",
                        "<outputEntry id=\"rule-record-visit-province\"><text>0</text>")
                .change(
                        TABLE_ROW_MISSING,
                        "no term for the others",
                        "<inputEntry id=\"rule-other-task\"><text></text>",
                        "<inputEntry id=\"rule-other-task\"><text>\"x\"</text>");
    }
}
