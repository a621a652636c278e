package id.siks.processadmin.check;

import static id.siks.processadmin.check.Trunk.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.platform.engine.UnreleasedTable;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tables of one's own: their rows, their answers and who asks them. */
@EngineTest
class TableCheckTests {

    @Autowired
    ModelCheck check;

    @Autowired
    RepositoryService engine;

    @Autowired
    CheckWords words;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST  | \"NEW\"         | ''                 | true",
                "UNIQUE | \"NEW\"         | ''                 | false",
                "UNIQUE | < 5           | >= 5               | true",
                "''     | [1..5]        | [6..10]            | true",
                "UNIQUE | < 5           | 4, 9               | false",
                "UNIQUE | \"NEW\"         | \"OLD\", \"a,b\"   | true",
                "''     | \"NEW\", \"OLD\" | \"OLD\"            | false",
                "ANY    | \"NEW\"         | ''                 | false",
                "ANY    | \"NEW\"         | \"a,b\"            | true"
            })
    void where_one_row_may_fit_no_two_do(String policy, String first, String second, boolean taken) {
        String table = asking(
                Weather.TABLE.replace("hitPolicy=\"FIRST\"", policy.isEmpty() ? "" : "hitPolicy=\"" + policy + "\""),
                first,
                second);

        assertThat(check.check(ModelKind.DMN, "wind", table).refusals())
                .extracting(finding -> finding.rule() + " " + finding.element())
                .isEqualTo(taken ? List.of() : List.of("table-rows-overlap r2"));
    }

    @Test
    void rows_nobody_can_tell_apart_are_taken_with_a_warning() {
        Report report = check.check(
                ModelKind.DMN, "wind", asking(Weather.TABLE.replace("FIRST", "UNIQUE"), "not(\"NEW\")", "\"NEW\""));

        assertThat(report.refusals()).isEmpty();
        assertThat(report.warnings())
                .singleElement()
                .returns(Rule.TABLE_ROWS_UNCLEAR.code(), Finding::rule)
                .returns("r2", Finding::element)
                .satisfies(words::areSaid);
    }

    @Test
    void rows_that_say_the_same_may_both_fit_where_any_of_them_counts() {
        String table = Weather.TABLE
                .replace("hitPolicy=\"FIRST\"", "hitPolicy=\"ANY\"")
                .replace("NORTH", "SOUTH");

        assertThat(check.check(ModelKind.DMN, "wind", table).refusals()).isEmpty();
    }

    /** The table with these questions in its rows. */
    private static String asking(String table, String first, String second) {
        return table.replace("<text>\"NEW\"</text>", cell(first))
                .replace("<inputEntry id=\"i2\"><text></text>", "<inputEntry id=\"i2\">" + cell(second));
    }

    private static String cell(String words) {
        return "<text>" + words.replace("<", "&lt;") + "</text>";
    }

    @ParameterizedTest
    @CsvSource({
        "COLLECT, SUM, string, false",
        "COLLECT, SUM, integer, true",
        "COLLECT, COUNT, string, true",
        "FIRST, SUM, integer, false",
        "COLLECT, AVG, integer, false"
    })
    void only_numbers_are_added_up(String policy, String aggregation, String type, boolean taken) {
        String table = Weather.TABLE
                .replace("hitPolicy=\"FIRST\"", "hitPolicy=\"%s\" aggregation=\"%s\"".formatted(policy, aggregation))
                .replace("name=\"wind\" typeRef=\"string\"", "name=\"wind\" typeRef=\"" + type + "\"")
                .replace("\"NORTH\"", type.equals("string") ? "\"NORTH\"" : "1")
                .replace("\"SOUTH\"", type.equals("string") ? "\"SOUTH\"" : "2");

        Report report = check.check(ModelKind.DMN, "wind", table);

        assertThat(report.isRefused()).isEqualTo(!taken);
        if (taken) {
            assertThat(new UnreleasedTable("wind", table).decide(Map.of("kind", "NEW")))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feel",
                "http://www.omg.org/spec/FEEL/20140401",
                "https://www.omg.org/spec/DMN/20191111/FEEL/",
                "https://www.omg.org/spec/DMN/20230324/FEEL/"
            })
    void every_name_of_the_one_language_is_taken_and_the_engine_can_answer(String language) {
        String table = Weather.TABLE.replace(
                "typeRef=\"string\"><text>", "typeRef=\"string\" expressionLanguage=\"" + language + "\"><text>");

        assertThat(check.check(ModelKind.DMN, "wind", table).refusals()).isEmpty();
        assertThat(new UnreleasedTable("wind", table).decide(Map.of("kind", "NEW")))
                .containsExactly(Map.of("wind", "NORTH"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind | kind",
                "\"kind\", not(\"other\") | ''",
                "starts with(name, \"a\") and count(list) > 3 | name list",
                "person.age >= limit | person limit"
            })
    void what_a_cell_reads_is_what_is_no_word_of_the_language(String cell, String read) {
        assertThat(String.join(" ", Feel.variables(cell))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"kind, true", "areaCode, true", "fieldCheckNeeded, true", "wind, false"})
    void a_diagram_asks_a_table_only_what_its_cases_have(String asked, boolean has) {
        Deployment table = engine.createDeployment()
                .addString(
                        "bpmn/proposal/wind.dmn",
                        Weather.TABLE.replace("<text>kind</text>", "<text>" + asked + "</text>"))
                .deploy();
        try {
            List<String> refusals = check.check(ModelKind.BPMN, KEY, winded("NORTH")).refusals().stream()
                    .peek(words::areSaid)
                    .map(finding -> finding.rule() + " " + finding.element())
                    .toList();
            assertThat(refusals.contains("table-input-lacking ask-wind")).isEqualTo(!has);
            assertThat(refusals).noneMatch(refusal -> refusal.startsWith("table-never-answers"));
            assertThat(check.check(ModelKind.BPMN, KEY, winded("EAST")).refusals())
                    .extracting(finding -> finding.rule() + " " + finding.element())
                    .contains("table-never-answers windy-yes");
        } finally {
            engine.deleteDeployment(table.getId(), true);
        }
    }

    /** The trunk with a table of one's own behind the approval. */
    private static String winded(String wanted) {
        String asking =
                """
                <bpmn:businessRuleTask id="ask-wind" name="Tanya angin" camunda:decisionRef="wind"
                    camunda:resultVariable="windResult" camunda:mapDecisionResult="singleEntry"/>
                <bpmn:exclusiveGateway id="windy" default="windy-no"/>
                <bpmn:sequenceFlow id="told" sourceRef="ask-wind" targetRef="windy"/>
                <bpmn:sequenceFlow id="windy-yes" sourceRef="windy" targetRef="approve-proposal">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${windResult == 'WANTED'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="windy-no" sourceRef="windy" targetRef="decide-proposal"/>""";
        return beforeApproval(
                asking.replace("WANTED", wanted),
                List.of("ask-wind", "windy"),
                List.of("told", "windy-yes", "windy-no"));
    }
}
