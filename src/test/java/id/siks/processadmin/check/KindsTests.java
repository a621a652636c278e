package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/** What a drawn process gives its variables, beside where it reads them. */
@EngineTest
class KindsTests {

    private static final String KEY = "test-kinds";

    @Autowired
    ModelCheck check;

    @Autowired
    RepositoryService engine;

    @Autowired
    MessageSource messages;

    private Deployment deployed;

    @AfterEach
    void nothingIsDeployed() {
        if (deployed != null) {
            engine.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void a_table_that_says_how_long_sets_a_timer_and_any_other_word_does_not() {
        answering("string", "FIRST", "\"PT20H\"", "\"P3D\"");
        assertThat(clashes(asking("singleEntry"), waiting("timeDuration"))).isEmpty();

        answering("string", "FIRST", "\"PT20H\"", "\"NORTH\"");
        assertThat(clashes(asking("singleEntry"), waiting("timeDuration")))
                .containsExactly("wait ${wind} LENGTH_OF_TIME ask TEXT");

        answering("string", "FIRST", "\"PT20H\"", "\"PT1S\"");
        assertThat(clashes(asking("singleEntry"), waiting("timeDuration")))
                .as("shorter than any timer may be")
                .hasSize(1);
    }

    @Test
    void a_table_that_may_find_no_row_or_no_answer_sets_no_timer() {
        String sure = file("wind", "date", "FIRST", "kind", "string", "date(\"2030-01-01\")");
        String noRow = sure.replace("<text></text>", "<text>\"NEW\"</text>");
        String noAnswer = sure.replace("<text>date(\"2030-01-01\")</text>", "<text></text>");

        assertThat(silent(sure, waiting("timeDate"))).isEmpty();
        assertThat(silent(noRow, waiting("timeDate"))).containsExactly("wait wind ${wind}");
        assertThat(silent(noAnswer, waiting("timeDate"))).containsExactly("wait wind ${wind}");
    }

    @Test
    void no_answer_is_a_comparison_that_does_not_hold_and_no_condition() {
        String unsure = file("wind", "boolean", "FIRST", "kind", "string", "true")
                .replace("<text></text>", "<text>\"NEW\"</text>");
        String gateway =
                "<bpmn:exclusiveGateway id=\"g\" default=\"d\"/><bpmn:sequenceFlow id=\"d\" sourceRef=\"g\" targetRef=\"e\"/><bpmn:endEvent id=\"e\"/>";

        assertThat(silent(unsure, gateway + Sketch.when("g", "e", "${wind == true}")))
                .isEmpty();
        assertThat(silent(unsure, gateway + Sketch.when("g", "e", "${wind}"))).containsExactly("g-to-e-0 wind ${wind}");
        assertThat(silent(
                        unsure.replace(
                                "</rule>",
                                "</rule><rule id=\"last\"><inputEntry id=\"l\"><text>-</text></inputEntry><outputEntry id=\"lo\"><text>false</text></outputEntry></rule>"),
                        gateway + Sketch.when("g", "e", "${wind}")))
                .isEmpty();
    }

    /** Where an answer is needed that the table, deployed as it is, may not give. */
    private List<String> silent(String table, String reader) {
        nothingIsDeployed();
        deployed = engine.createDeployment()
                .addString("bpmn/proposal/wind.dmn", table)
                .deploy();
        return check.check(ModelKind.BPMN, KEY, Sketch.process(KEY, asking("singleEntry"), reader)).refusals().stream()
                .filter(finding -> finding.rule().equals(Rule.TABLE_SOMETIMES_SILENT.code()))
                .map(finding -> finding.element() + " " + finding.args().get(1) + " "
                        + finding.args().get(2))
                .toList();
    }

    @Test
    void only_a_day_sets_the_date_of_a_timer() {
        answering("date", "FIRST", "date(\"2030-01-01\")");
        assertThat(clashes(asking("singleEntry"), waiting("timeDate"))).isEmpty();

        answering("integer", "FIRST", "3");
        assertThat(clashes(asking("singleEntry"), waiting("timeDate")))
                .containsExactly("wait ${wind} MOMENT ask NUMBER");
    }

    @Test
    void no_answer_of_a_table_is_a_list_to_be_repeated() {
        String loop = "<bpmn:userTask id=\"each\">" + Sketch.each("wind") + "</bpmn:userTask>";
        answering("string", "FIRST", "\"NORTH\"");
        assertThat(clashes(asking("singleEntry"), loop)).containsExactly("each ${wind} LIST ask TEXT");

        answering("string", "COLLECT", "\"NORTH\"");
        assertThat(clashes(asking("singleEntry"), loop)).containsExactly("each ${wind} LIST ask ROW");
    }

    @Test
    void what_a_column_turns_into_a_number_is_one_wherever_it_comes_from() {
        String level =
                "<bpmn:businessRuleTask id=\"level\" camunda:decisionRef=\"poverty-level\" camunda:resultVariable=\"level\"/>";
        answering("string", "FIRST", "\"1\"", "\"2\"");
        assertThat(clashes(asking("singleEntry").replace("\"wind\" camunda:map", "\"count\" camunda:map"), level))
                .as("numbers in words can be counted")
                .isEmpty();

        answering("string", "FIRST", "\"1\"", "\"many\"");
        assertThat(clashes(asking("singleEntry").replace("\"wind\" camunda:map", "\"count\" camunda:map"), level))
                .containsExactly("level count NUMBER ask TEXT");
    }

    @Test
    void what_goes_round_between_processes_is_not_judged() {
        String round = "<bpmn:callActivity id=\"call\" calledElement=\"field-check\"><bpmn:extensionElements>"
                + "<camunda:in source=\"found\" target=\"round\"/><camunda:out source=\"round\" target=\"found\"/>"
                + "</bpmn:extensionElements></bpmn:callActivity>";

        assertThat(clashes(round, waiting("timeDate").replace("wind", "found"))).isEmpty();
        assertThat(clashes(
                        round.replace("source=\"round\" target", "source=\"workerFound\" target"),
                        waiting("timeDate").replace("wind", "found")))
                .containsExactly("wait ${found} MOMENT call YES_OR_NO");
        assertThat(clashes(
                        round.replace("source=\"found\" target=\"round\"", "variables=\"all\""),
                        waiting("timeDate").replace("wind", "found")))
                .as("it may be among everything that is handed on")
                .isEmpty();
    }

    @Test
    void a_clash_names_who_reads_what_is_needed_who_gives_and_what() {
        answering("boolean", "FIRST", "true");

        Finding finding = found(asking("singleEntry"), waiting("timeDate")).get(0);

        assertThat(said(finding, "id"))
                .isEqualTo(
                        "«Tunggu», timeDate (baris 4): ${wind} memerlukan tanggal, tetapi «Tanya» memberi ya atau tidak.");
        assertThat(said(finding, "en"))
                .startsWith("«Tunggu», timeDate (line 4): ")
                .endsWith("${wind} needs a date, but «Tanya» gives yes or no.");
    }

    @Test
    void a_table_keeps_the_kinds_its_diagrams_in_force_need() {
        deployed = engine.createDeployment()
                .addString(
                        "bpmn/proposal/uji-angin.dmn",
                        file("uji-angin", "string", "FIRST", "kind", "string", "\"PT20H\""))
                .addString(
                        "bpmn/proposal/test-kinds.bpmn",
                        Sketch.process(
                                KEY,
                                Sketch.start("s"),
                                asking("singleEntry").replace("wind\" camunda:result", "uji-angin\" camunda:result"),
                                waiting("timeDuration"),
                                "<bpmn:serviceTask id=\"quiet\" camunda:expression=\"${taskLadder.findRung()}\" camunda:resultVariable=\"quiet\"/>",
                                Sketch.end("e"),
                                Sketch.ways("s ask wait quiet e")))
                .deploy();

        assertThat(readers(file("uji-angin", "string", "FIRST", "kind", "string", "\"P2D\"")))
                .isEmpty();
        assertThat(readers(file("uji-angin", "string", "FIRST", "kind", "string", "\"NORTH\"")))
                .containsExactly("table-still-read uji-angin ${wind}");
        assertThat(readers(file("uji-angin", "string", "FIRST", "kind", "string", "\"P2D\"")
                        .replace("<text></text>", "<text>\"NEW\"</text>")))
                .containsExactly("table-still-read uji-angin ${wind}");
        assertThat(readers(file("uji-angin", "string", "FIRST", "quiet", "boolean", "\"P2D\"")))
                .containsExactly("table-reader-other-kind asks quiet");
    }

    @Test
    void what_is_taken_in_its_newest_version_keeps_the_kinds_others_in_force_need() {
        String look =
                "<bpmn:userTask id=\"second-look\" camunda:candidateGroups=\"REGENCY_VERIFIER\" camunda:formRef=\"second-look\" camunda:formRefBinding=\"latest\"/>";
        String step = "<bpmn:serviceTask id=\"second-look\" camunda:expression=\"${taskLadder.findRung()}\"/>";
        String called = Sketch.process(
                "test-called",
                Sketch.start("s"),
                look,
                Sketch.end("e"),
                reading("look"),
                Sketch.ways("s g", "z second-look e"));
        deployed = engine.createDeployment()
                .addString("worklist/test-called.bpmn", called)
                .addString(
                        "worklist/test-kinds.bpmn",
                        Sketch.process(
                                KEY,
                                Sketch.start("s"),
                                look,
                                "<bpmn:callActivity id=\"call\" calledElement=\"test-called\"><bpmn:extensionElements>"
                                        + "<camunda:in source=\"secondLook\" target=\"look\"/><camunda:out source=\"secondLook\" target=\"heard\"/>"
                                        + "</bpmn:extensionElements></bpmn:callActivity>",
                                reading("heard"),
                                Sketch.end("e"),
                                Sketch.ways("s second-look call g", "z e")))
                .deploy();

        assertThat(needed(ModelKind.BPMN, "test-called", called)).isEmpty();
        assertThat(needed(ModelKind.BPMN, "test-called", called.replace(look, step)))
                .containsExactly("test-called ${heard == 'AGREED'} TEXT NOTHING");
        assertThat(needed(ModelKind.BPMN, "test-called", called.replace("${look == 'AGREED'}", "${look == true}")))
                .containsExactly("test-called ${look == true} YES_OR_NO TEXT");

        String form = Hostile.text(Path.of("src/test/resources/forms/worklist/second-look.form"));
        String ticked = form.replace("\"radio\"", "\"checkbox\"").replaceFirst("(?s)\"values\": \\[.*?],", "");
        assertThat(needed(ModelKind.FORM, "second-look", form)).isEmpty();
        assertThat(needed(ModelKind.FORM, "second-look", ticked))
                .contains("secondLook ${look == 'AGREED'} TEXT YES_OR_NO");
    }

    private static String reading(String variable) {
        return "<bpmn:exclusiveGateway id=\"g\" default=\"d\"/><bpmn:serviceTask id=\"z\" camunda:expression=\"${taskLadder.findRung()}\"/>"
                + Sketch.when("g", "z", "${" + variable + " == 'AGREED'}")
                + "<bpmn:sequenceFlow id=\"d\" sourceRef=\"g\" targetRef=\"z\"/>";
    }

    /** At what, what reads, what it needs and what it is given. */
    private List<String> needed(ModelKind kind, String key, String file) {
        return check.check(kind, key, file).refusals().stream()
                .filter(finding -> finding.rule().equals(Rule.KIND_STILL_NEEDED.code()))
                .map(finding -> String.join(
                        " ",
                        finding.element(),
                        finding.args().get(4).toString(),
                        kind(finding.args().get(5)),
                        kind(finding.args().get(6))))
                .toList();
    }

    private List<String> readers(String table) {
        return check.check(ModelKind.DMN, "uji-angin", table).refusals().stream()
                .map(finding -> finding.rule() + " " + finding.element() + " "
                        + finding.args().get(4))
                .toList();
    }

    private void answering(String type, String policy, String... answers) {
        nothingIsDeployed();
        deployed = engine.createDeployment()
                .addString("bpmn/proposal/wind.dmn", file("wind", type, policy, "kind", "string", answers))
                .deploy();
    }

    private static String file(
            String key, String type, String policy, String asked, String askedType, String... answers) {
        String rows = Arrays.stream(answers)
                .map(answer ->
                        "<rule id=\"r%1$d\"><inputEntry id=\"i%1$d\"><text></text></inputEntry><outputEntry id=\"o%1$d\"><text>%2$s</text></outputEntry></rule>"
                                .formatted(Math.abs(answer.hashCode()), answer))
                .collect(Collectors.joining());
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="w" name="w" namespace="http://siks.id/dmn">
                  <decision id="%s" name="Angin" camunda:historyTimeToLive="P180D">
                    <decisionTable id="wind-table" hitPolicy="%s">
                      <input id="in" label="Jenis"><inputExpression id="asks" typeRef="%s"><text>%s</text></inputExpression></input>
                      <output id="out" label="Arah" name="wind" typeRef="%s"/>%s
                    </decisionTable>
                  </decision>
                </definitions>"""
                .formatted(key, policy, askedType, asked, type, rows);
    }

    private static String asking(String mapping) {
        return ("<bpmn:businessRuleTask id=\"ask\" name=\"Tanya\" camunda:decisionRef=\"wind\" camunda:resultVariable=\"wind\""
                        + " camunda:mapDecisionResult=\"%s\"/>")
                .formatted(mapping);
    }

    private static String waiting(String time) {
        return ("<bpmn:intermediateCatchEvent id=\"wait\" name=\"Tunggu\"><bpmn:timerEventDefinition>"
                        + "<bpmn:%1$s>${wind}</bpmn:%1$s></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")
                .formatted(time);
    }

    /** Where, what reads, what it needs, who gives it and what. */
    private List<String> clashes(String... parts) {
        return found(parts).stream()
                .map(finding -> String.join(
                        " ",
                        finding.element(),
                        finding.args().get(1).toString(),
                        kind(finding.args().get(2)),
                        finding.args().get(3).toString().replace("«Tanya»", "ask"),
                        kind(finding.args().get(4))))
                .toList();
    }

    private static String kind(Object word) {
        String code = ((MessageSourceResolvable) word).getCodes()[0];
        return code.substring(code.lastIndexOf('.') + 1);
    }

    private List<Finding> found(String... parts) {
        return check.check(ModelKind.BPMN, KEY, Sketch.process(KEY, parts)).refusals().stream()
                .filter(finding -> finding.rule().equals(Rule.ANSWER_OTHER_KIND.code()))
                .toList();
    }

    private String said(Finding finding, String language) {
        return messages.getMessage(
                finding.sentence().key(), finding.sentence().args().toArray(), Locale.forLanguageTag(language));
    }
}
