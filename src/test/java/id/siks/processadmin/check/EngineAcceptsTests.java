package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.siks.EngineTest;
import id.siks.platform.diagram.DrawnProcess;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
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
import org.springframework.util.ReflectionUtils;

/** What the check lets pass the engine takes: nobody hears of a fault only when he releases. */
@EngineTest
@TestInstance(Lifecycle.PER_CLASS)
class EngineAcceptsTests {

    private static final String CALLED = "test-engine-accepts";
    private static final String LATER =
            "<bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>";

    private static final Pattern ELEMENT = Pattern.compile("<bpmn:(\\w+) id=\"([^\"]+)\"");
    private static final Set<String> SHAPES = Stream.concat(DrawnProcess.NODES.stream(), Stream.of("textAnnotation"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LINES = Set.of("sequenceFlow", "association");

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

    /** Whoever lets one more kind of element pass shows here that the engine takes it. */
    @Test
    void nothing_may_be_drawn_of_which_there_is_no_sample() {
        Set<String> shown = Stream.concat(
                        shipped.all().stream()
                                .filter(file -> file.kind() == ModelKind.BPMN)
                                .map(file -> new String(file.content(), StandardCharsets.UTF_8)),
                        samples().values().stream())
                .flatMap(file -> XmlReader.read(file).all())
                .flatMap(part -> Stream.of(
                        part.name(), part.parent() == null ? "" : part.parent().name() + " " + part.name()))
                .collect(Collectors.toSet());

        assertThat(allowed()).hasSizeGreaterThan(40).isSubsetOf(shown);
    }

    /** Names of all elements that may be drawn; of what an event waits for or says, with each kind of event. */
    private static Set<String> allowed() {
        List<Part> all = Stream.concat(
                        named("BPMN_ELEMENT_").map(name -> new Part(BpmnSpaces.BPMN, name, 1, null)),
                        named("CAMUNDA_ELEMENT_").map(name -> new Part(BpmnSpaces.CAMUNDA, name, 1, null)))
                .filter(EngineAcceptsTests::isAllowed)
                .toList();
        Stream<String> triggers = all.stream()
                .map(Part::name)
                .filter(name -> name.endsWith("EventDefinition"))
                .flatMap(trigger -> all.stream()
                        .filter(event -> isAllowed(trigger, event))
                        .map(event -> event.name() + " " + trigger));
        return Stream.concat(all.stream().map(Part::name), triggers).collect(Collectors.toSet());
    }

    /** Every name of an element there is in the language, or in what the engine adds to it. */
    private static Stream<String> named(String prefix) {
        return Arrays.stream(BpmnModelConstants.class.getFields())
                .filter(field -> field.getName().startsWith(prefix))
                .map(field -> (String) ReflectionUtils.getField(field, null));
    }

    private static boolean isAllowed(String trigger, Part event) {
        Part drawn = new Part(event.uri(), event.name(), 1, null);
        new Part(BpmnSpaces.BPMN, trigger, 1, drawn);
        return said(drawn).noneMatch(finding -> finding.args().contains(trigger));
    }

    private static boolean isAllowed(Part drawn) {
        return said(drawn).noneMatch(finding -> finding.rule().equals(Rule.ELEMENT_NOT_ALLOWED.code()));
    }

    private static Stream<Finding> said(Part drawn) {
        Findings findings = new Findings();
        BpmnSpaces.ALLOWED.check(drawn, findings);
        return findings.report().refusals().stream();
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
                        waits.formatted("<bpmn:documentation>Supaya tenang.</bpmn:documentation>" + LATER)
                                + "<bpmn:textAnnotation id=\"note\"><bpmn:text>Lihat surat.</bpmn:text></bpmn:textAnnotation><bpmn:association id=\"tie\" sourceRef=\"wait\" targetRef=\"note\"/>",
                        "wait"));
        samples.put(
                "a task of one's own",
                drawn(
                        Sketch.task(
                                        "second-look",
                                        "REGENCY_VERIFIER",
                                        "<bpmn:extensionElements><camunda:properties><camunda:property name=\"shows\" value=\"decide-proposal\"/></camunda:properties></bpmn:extensionElements>")
                                .replace(" camunda:candidate", " camunda:formRefBinding=\"latest\" camunda:candidate"),
                        "second-look"));
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
        samples.put("a timer beside", drawn(inside("", List.of(), beside(Sketch.OFTEN)), "inside"));
        samples.put(
                "a message beside",
                drawn(
                        inside(
                                "",
                                List.of(),
                                beside("<bpmn:messageEventDefinition messageRef=\"item-returned-message\"/>")),
                        "inside"));
        samples.put("an end that ends all", drawn(inside(Sketch.TERMINATE, List.of(), ""), "inside"));
        samples.put(
                "a word said to nobody",
                drawn(inside("", List.of(Sketch.event("intermediateThrowEvent", "said")), ""), "inside"));
        samples.put(
                "an escalation on the way and at the end, heard beside",
                knowing(
                        "<bpmn:escalation id=\"raised\" escalationCode=\"own\"/>",
                        inside(
                                Sketch.OWN,
                                List.of(Sketch.event("intermediateThrowEvent", "said", Sketch.OWN)),
                                beside(Sketch.OWN))));
        String error = "<bpmn:errorEventDefinition errorRef=\"bad\"/>";
        samples.put(
                "an error at the end, heard within",
                knowing(
                        "<bpmn:error id=\"bad\" errorCode=\"own\"/>",
                        inside(error, List.of(), "")
                                .replace("</bpmn:subProcess>", Sketch.own("own", true, error) + "</bpmn:subProcess>")));
        samples.put(
                "a timer within",
                drawn(
                        inside("", List.of(), "")
                                .replace("</bpmn:subProcess>", Sketch.own("own", true, LATER) + "</bpmn:subProcess>"),
                        "inside"));
        samples.put(
                "a fork",
                drawn(
                        inside("", List.of(Sketch.fork("fork"), Sketch.fork("join")), "")
                                .replace("</bpmn:subProcess>", Sketch.ways("fork join") + "</bpmn:subProcess>"),
                        "inside"));
        return samples;
    }

    /**
     * A subprocess that waits before it ends.
     *
     * @param end what its end says
     * @param passed what is passed before the wait
     * @param beside what stands at its edge
     */
    private static String inside(String end, List<String> passed, String beside) {
        String way = Stream.concat(
                        Stream.of("inside-start"),
                        passed.stream().map(part -> part.replaceAll("^.*? id=\"([^\"]*)\".*", "$1")))
                .collect(Collectors.joining(" "));
        return Sketch.inside(
                        "inside",
                        Sketch.start("inside-start"),
                        String.join("", passed),
                        "<bpmn:intermediateCatchEvent id=\"inside-wait\">" + LATER + "</bpmn:intermediateCatchEvent>",
                        Sketch.end("inside-end", end),
                        Sketch.ways(way + " inside-wait inside-end"))
                + beside;
    }

    /** An event at the edge of that subprocess that interrupts nothing. */
    private static String beside(String trigger) {
        return Sketch.beside("late", "inside", trigger) + Sketch.end("late-end") + Sketch.ways("late late-end");
    }

    /** The trunk with the node, and what else is drawn, before the decision. */
    private static String drawn(String parts, String node) {
        String on = "<bpmn:sequenceFlow id=\"drawn-on\" sourceRef=\"" + node + "\" targetRef=\"decide-proposal\"/>";
        // Words stand behind everything that is done.
        String all = on + parts;
        String diagram = trunk().replace(
                        "sourceRef=\"present-to-regency\" targetRef=\"decide-proposal\"",
                        "sourceRef=\"present-to-regency\" targetRef=\"" + node + "\"")
                .replace("</bpmn:process>", all + "</bpmn:process>");
        return Trunk.pictured(diagram, ids(all, SHAPES), ids(all, LINES));
    }

    private static List<String> ids(String parts, Set<String> kinds) {
        return ELEMENT.matcher(parts)
                .results()
                .filter(element -> kinds.contains(element.group(1)))
                .map(element -> element.group(2))
                .toList();
    }

    /** The trunk with that subprocess, and what it refers to. */
    private static String knowing(String word, String inside) {
        return drawn(inside, "inside").replaceFirst("<bpmn:error ", word + "<bpmn:error ");
    }

    private static String trunk() {
        return Trunk.trunk().right();
    }
}
