package id.siks.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The diagrams and forms fit the code, the house's names and the security requirements; each rule bites. */
class ModelsAndCodeTests {

    private static final Path EXAMPLE = Path.of("bpmn/fieldcheck/field-check.bpmn");
    private static final List<ModelRule> RULES = List.of(
            new NamesRule(),
            new StructureRule(),
            new SafetyRule(),
            new LayoutRule(),
            new CodeRule(),
            new VocabularyRule(),
            new LadderRule());

    @TestFactory
    Stream<DynamicTest> every_diagram_satisfies_every_rule() {
        return Diagram.all().stream().flatMap(diagram -> RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        diagram + " " + rule.getClass().getSimpleName(),
                        () -> assertThat(rule.faults(diagram)).isEmpty())));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("wrongDiagrams")
    void a_wrong_diagram_is_noticed(ModelRule rule, String right, String wrong, String fault) {
        String content = Diagram.text(EXAMPLE);
        assertThat(content).contains(right);

        Diagram mistaken = Diagram.of(EXAMPLE, content.replace(right, wrong));

        assertThat(rule.faults(mistaken)).anyMatch(f -> f.startsWith(fault));
    }

    static Stream<Arguments> wrongDiagrams() {
        ModelRule names = new NamesRule();
        ModelRule structure = new StructureRule();
        ModelRule safety = new SafetyRule();
        ModelRule layout = new LayoutRule();
        ModelRule code = new CodeRule();
        ModelRule vocabulary = new VocabularyRule();
        ModelRule ladder = new LadderRule();
        return Stream.of(
                wrong(
                        names,
                        "process id=\"field-check\"",
                        "process id=\"visit\"",
                        "visit lies in a file of another name"),
                wrong(names, "\"find-worker\"", "\"Activity_0x1y2z3\"", "Activity_0x1y2z3 is not words"),
                wrong(names, "name=\"Tinjau temuan\"", "name=\"\"", "review-visit has no name"),
                wrong(names, "name=\"Tinjau temuan\"", "name=\"Check the visit\"", "review-visit has an English name"),
                wrong(structure, " camunda:historyTimeToLive=\"P180D\"", "", "field-check has no time to live"),
                wrong(structure, " default=\"nobody-home-no\"", "", "nobody-home has no default"),
                wrong(
                        structure,
                        "targetRef=\"review-visit\"",
                        "targetRef=\"conclude-field-check\"",
                        "review-visit is reached by nothing"),
                wrong(
                        structure,
                        "sourceRef=\"assign-visit\"",
                        "sourceRef=\"record-visit\"",
                        "assign-visit leads nowhere"),
                wrong(
                        structure,
                        "<bpmn:startEvent id=\"field-check-requested\"",
                        "<bpmn:startEvent xmlns:x=\"x\" id=\"another\" name=\"Lagi\"/><bpmn:startEvent id=\"field-check-requested\"",
                        "field-check does not have exactly one plain start"),
                wrong(
                        structure,
                        "targetRef=\"record-visit\"",
                        "targetRef=\"find-worker\"",
                        "find-worker is in a loop that never waits"),
                wrong(structure, " name=\"Ya, sudah dua kali\"", "", "nobody-home-twice gives no answer"),
                wrong(safety, "serviceTask", "scriptTask", "scriptTask find-worker is not allowed"),
                wrong(safety, "camunda:assignee", "camunda:class", "record-visit has the attribute class"),
                wrong(
                        safety,
                        "camunda:expression=\"${fieldCheck.findWorker()}\"",
                        "camunda:delegateExpression=\"${x}\"",
                        "find-worker has the attribute delegateExpression"),
                wrong(
                        safety,
                        "${fieldCheck.findWorker()}",
                        "${fieldCheck.findWorker().getClass()}",
                        "find-worker has the expression"),
                wrong(safety, "${workerFound}", "${execution.getVariable('x')}", " has the expression"),
                wrong(layout, "bpmnElement=\"find-worker\"", "bpmnElement=\"gone\"", "find-worker is not drawn"),
                wrong(layout, "bpmnElement=\"nobody-home-no\"", "bpmnElement=\"gone\"", "nobody-home-no is not drawn"),
                wrong(
                        layout,
                        "<dc:Bounds x=\"990\" y=\"330\"",
                        "<dc:Bounds x=\"1310\" y=\"180\"",
                        "review-visit lies on conclude-field-check"),
                wrong(
                        layout,
                        "<di:waypoint x=\"1025\" y=\"220\" />",
                        "<di:waypoint x=\"1440\" y=\"220\" />",
                        "nobody-home-no runs through conclude-field-check"),
                wrong(
                        layout,
                        "<di:waypoint x=\"1210\" y=\"300\" />",
                        "<di:waypoint x=\"1210\" y=\"120\" />",
                        "finding-contradictory-no crosses review-decision-return"),
                wrong(code, "\"assign-visit\"", "\"choose-visitor\"", "choose-visitor has no handler"),
                wrong(
                        code,
                        "camunda:formRef=\"assign-visit\"",
                        "camunda:formRef=\"other\"",
                        "assign-visit has no form"),
                wrong(code, "REGENCY_VERIFIER", "REGENCY_WIZARD", "assign-visit belongs to no role"),
                wrong(code, "fieldCheck.findWorker", "fieldCheck.findNobody", "find-worker calls no step"),
                wrong(
                        code,
                        "fieldCheck.findWorker",
                        "fieldCheck.cancelVisits",
                        "find-worker calls a step of another name"),
                wrong(
                        vocabulary,
                        "name=\"field-check-cancelled\"",
                        "name=\"stopped\"",
                        "stopped is not in the vocabulary"),
                wrong(vocabulary, "workerFound", "workerThere", "workerThere is not in the vocabulary"),
                wrong(vocabulary, "${workerFound}", "${worker}", "workerFound is not in the diagram"),
                wrong(
                        vocabulary,
                        "escalationCode=\"task-delayed\"",
                        "escalationCode=\"task-lost\"",
                        "task-lost is not in the vocabulary"),
                wrong(
                        safety,
                        "${taskLadder.nextRungAt()}",
                        "${taskLadder.nextRungAt().getClass()}",
                        " has the expression"),
                wrong(code, "taskLadder.nextRungAt", "taskLadder.noRungAt", "assign-visit-delayed-timer asks no step"),
                wrong(
                        ladder,
                        "cancelActivity=\"false\" attachedToRef=\"assign-visit\"",
                        "attachedToRef=\"assign-visit\"",
                        "assign-visit has no timer"),
                wrong(
                        ladder,
                        "<bpmn:escalationEventDefinition id=\"review-visit-escalated-event\" escalationRef=\"task-delayed-escalation\" />",
                        "",
                        "review-visit-delayed does not escalate"),
                wrong(ladder, "isInterrupting=\"false\"", "", "field-check does not hear its escalations"),
                wrong(ladder, "rung-reached-office-head", "rung-reached-nobody", "field-check has no rung"));
    }

    private static Arguments wrong(ModelRule rule, String right, String wrong, String fault) {
        return Arguments.of(rule, right, wrong, fault);
    }

    @Test
    void every_form_belongs_to_a_user_task_of_its_room_and_is_named_as_it() throws IOException {
        Set<String> tasks = Diagram.all().stream()
                .flatMap(d -> d.elements("userTask").stream().map(t -> d.room() + "/" + Diagram.id(t) + ".form"))
                .collect(Collectors.toSet());
        for (Path form : forms()) {
            JsonNode json = new ObjectMapper().readTree(form.toFile());
            assertThat(Path.of("forms").relativize(form).toString()).isIn(tasks);
            assertThat(form.getFileName()).hasToString(json.path("id").asText() + ".form");
        }
    }

    @Test
    void every_input_of_a_form_has_an_indonesian_and_an_english_label() throws IOException {
        for (Path form : forms()) {
            for (JsonNode component : new ObjectMapper().readTree(form.toFile()).findParents("key")) {
                assertThat(component.path("label").asText())
                        .as("%s %s", form, component.path("key"))
                        .isNotBlank();
                assertThat(component.path("properties").path("label_en").asText())
                        .as("%s %s", form, component.path("key"))
                        .isNotBlank();
                assertThat(component.path("properties").has("hint_en"))
                        .as("English hint where there is an Indonesian one: %s %s", form, component.path("key"))
                        .isEqualTo(component.has("description"));
                for (String many : List.of("label_many", "hint_many")) {
                    assertThat(component.path("properties").has(many + "_en"))
                            .as("English beside %s: %s %s", many, form, component.path("key"))
                            .isEqualTo(component.path("properties").has(many));
                }
            }
        }
    }

    @Test
    void every_decision_is_named_as_its_file_and_has_a_time_to_live() {
        Diagram.files(".dmn").map(Diagram::read).forEach(table -> {
            var decisions = table.elements("decision");
            assertThat(decisions).as(table.toString()).anyMatch(d -> (Diagram.id(d) + ".dmn").equals(table.name()));
            assertThat(decisions).as(table.toString()).allMatch(d -> d.hasAttribute("camunda:historyTimeToLive"));
        });
    }

    private static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(f -> f.toString().endsWith(".form")).sorted().toList();
        }
    }
}
