package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.siks.EngineTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the check lets pass the engine takes: nobody hears of a fault only when he releases. */
@EngineTest
@TestInstance(Lifecycle.PER_CLASS)
class EngineAcceptsTests {

    private static final String CALLED = "test-engine-accepts";
    private static final String LATER =
            "<bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>";

    @Autowired
    ModelCheck check;

    @Autowired
    Shipped shipped;

    @Autowired
    RepositoryService engine;

    @Autowired
    ProcessEngineConfigurationImpl memory;

    @Autowired
    TransactionTemplate transaction;

    private Deployment called;

    @BeforeAll
    void somethingCanBeCalled() {
        called = engine.createDeployment()
                .addString("proposal/" + CALLED + ".bpmn", OwnProcess.of(CALLED))
                .deploy();
    }

    @AfterAll
    void nothingIsLeft() {
        engine.deleteDeployment(called.getId(), true);
    }

    /** What was taken back is not remembered. */
    @AfterEach
    void theEngineForgets() {
        memory.getDeploymentCache().discardProcessDefinitionCache();
    }

    @TestFactory
    Stream<DynamicTest> what_is_shipped() {
        return shipped.all().stream()
                .filter(file -> file.kind() == ModelKind.BPMN)
                .map(file -> DynamicTest.dynamicTest(
                        file.key(), () -> taken(file.key(), new String(file.content(), StandardCharsets.UTF_8))));
    }

    @TestFactory
    Stream<DynamicTest> what_may_be_drawn() {
        return samples().entrySet().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(sample.getKey(), () -> taken("proposal-trunk", sample.getValue())));
    }

    @Test
    void what_the_engine_does_not_take_is_seen_here() {
        assertThatCode(() -> deploy(trunk().replace("targetRef=\"decide-proposal\"", "targetRef=\"gone\"")))
                .isInstanceOf(ParseException.class);
    }

    private void taken(String key, String file) {
        assertThat(check.check(ModelKind.BPMN, key, file).refusals())
                .extracting(finding -> finding.rule() + " " + finding.element() + " " + finding.args())
                .as("what the check refuses")
                .isEmpty();
        assertThatCode(() -> deploy(file)).doesNotThrowAnyException();
    }

    /** In a transaction that is taken back: nothing of it stays. */
    private void deploy(String file) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            engine.createDeployment().addString("proposal/sample.bpmn", file).deploy();
        });
    }

    /** Every kind of element an administrator may draw, each in the trunk before the verifier's decision. */
    private static Map<String, String> samples() {
        String waits = "<bpmn:intermediateCatchEvent id=\"wait\" name=\"Tunggu\">%s</bpmn:intermediateCatchEvent>";
        String call = "<bpmn:callActivity id=\"call\" name=\"Panggil\" calledElement=\"" + CALLED + "\"%s";
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("a wait", drawn(waits.formatted(LATER), "wait"));
        samples.put("a date", drawn(waits.formatted(Sketch.OVER.replace("2020", "2030")), "wait"));
        samples.put(
                "a wait in a job of its own",
                drawn(
                        waits.formatted(
                                        "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R3/PT5M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>"
                                                + LATER)
                                .replace(
                                        "id=\"wait\"",
                                        "id=\"wait\" camunda:asyncBefore=\"true\" camunda:asyncAfter=\"true\" camunda:exclusive=\"false\" camunda:jobPriority=\"5\""),
                        "wait"));
        samples.put(
                "words",
                drawn(
                                waits.formatted("<bpmn:documentation>Supaya tenang.</bpmn:documentation>" + LATER),
                                "wait",
                                List.of("wait", "note"),
                                List.of("tie"))
                        .replace(
                                "</bpmn:process>",
                                "<bpmn:textAnnotation id=\"note\"><bpmn:text>Lihat surat.</bpmn:text></bpmn:textAnnotation><bpmn:association id=\"tie\" sourceRef=\"wait\" targetRef=\"note\"/></bpmn:process>"));
        samples.put("a version", trunk().replace(" isExecutable", " camunda:versionTag=\"2027\" isExecutable"));
        samples.put("a call", drawn(call.formatted("/>"), "call"));
        samples.put(
                "a call with values",
                drawn(
                        call.formatted(
                                "><bpmn:extensionElements><camunda:in variables=\"all\"/><camunda:in source=\"kind\" target=\"sort\"/><camunda:out source=\"sort\" target=\"heard\"/></bpmn:extensionElements></bpmn:callActivity>"),
                        "call"));
        samples.put(
                "a call five times",
                drawn(
                        call.formatted(
                                "><bpmn:multiInstanceLoopCharacteristics isSequential=\"true\"><bpmn:loopCardinality>5</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:callActivity>"),
                        "call"));
        samples.put(
                "a timer beside",
                drawn(
                        waitingInside("")
                                + Sketch.beside("late", "inside", Sketch.OFTEN)
                                + Sketch.end("late-end")
                                + Sketch.ways("late late-end"),
                        "inside",
                        List.of("inside", "inside-start", "inside-wait", "inside-end", "late", "late-end"),
                        List.of("inside-start-to-inside-wait-1", "inside-wait-to-inside-end-2", "late-to-late-end-1")));
        samples.put(
                "an end that ends all",
                drawn(
                        waitingInside(Sketch.TERMINATE),
                        "inside",
                        List.of("inside", "inside-start", "inside-wait", "inside-end"),
                        List.of("inside-start-to-inside-wait-1", "inside-wait-to-inside-end-2")));
        return samples;
    }

    private static String waitingInside(String end) {
        return Sketch.inside(
                "inside",
                Sketch.start("inside-start"),
                "<bpmn:intermediateCatchEvent id=\"inside-wait\">" + LATER + "</bpmn:intermediateCatchEvent>",
                Sketch.end("inside-end", end),
                Sketch.ways("inside-start inside-wait inside-end"));
    }

    private static String drawn(String parts, String node) {
        return drawn(parts, node, List.of(node), List.of());
    }

    /** The trunk with the node, and what else is drawn, before the decision. */
    private static String drawn(String parts, String node, List<String> shapes, List<String> lines) {
        String flow = "<bpmn:sequenceFlow id=\"drawn-on\" sourceRef=\"" + node + "\" targetRef=\"decide-proposal\"/>";
        return trunk().replace(
                        "sourceRef=\"present-to-regency\" targetRef=\"decide-proposal\"",
                        "sourceRef=\"present-to-regency\" targetRef=\"" + node + "\"")
                .replace("</bpmn:process>", parts + flow + "</bpmn:process>")
                .replace(
                        "</bpmndi:BPMNPlane>",
                        ModelCheckTests.picture(
                                shapes,
                                Stream.concat(Stream.of("drawn-on"), lines.stream())
                                        .toList()));
    }

    private static String trunk() {
        return Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk").right();
    }
}
