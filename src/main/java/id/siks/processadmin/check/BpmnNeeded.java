package id.siks.processadmin.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the engine has to be told is told: without it the engine would refuse the whole file. */
@Component
class BpmnNeeded implements BpmnRule {

    private static final Set<String> THROWS = Set.of("endEvent", "intermediateThrowEvent");
    private static final Map<String, String> CODES = Map.of("error", "errorCode", "escalation", "escalationCode");
    private static final Set<String> DRAWN = Set.of("BPMNPlane", "BPMNShape", "BPMNEdge");

    @Override
    public void check(Bpmn diagram, Findings findings) {
        diagram.root().all().forEach(part -> attributes(part, findings));
        diagram.graph()
                .nodes()
                .filter(node -> THROWS.contains(node.name()))
                .flatMap(node -> Graph.definitions(node).stream())
                .forEach(thrown -> CODES.forEach((word, code) -> code(diagram, thrown, word, code, findings)));
    }

    /** Who throws says what: only who catches may leave out the code and catch whatever comes. */
    private static void code(Bpmn diagram, Part thrown, String word, String code, Findings findings) {
        if (thrown.name().equals(word + "EventDefinition")) {
            need(diagram.referred(thrown, word + "Ref"), code, findings);
        }
    }

    private static void attributes(Part part, Findings findings) {
        boolean handed = part.is(BpmnSpaces.CAMUNDA, "in") || part.is(BpmnSpaces.CAMUNDA, "out");
        if (handed && part.get("variables").isEmpty()) {
            List.of("source", "target").forEach(attribute -> need(part, attribute, findings));
        }
        if (part.is(BpmnSpaces.CAMUNDA, "property")) {
            need(part, "name", findings);
        }
        needEngine(part, "formRef", "formRefBinding", findings);
        needEngine(part, "decisionRef", "mapDecisionResult", findings);
        if (DRAWN.contains(part.name())) {
            need(part, "bpmnElement", findings);
        }
        if (part.name().equals(Graph.REPEATED)) {
            needEngine(part, "elementVariable", "collection", findings);
        }
    }

    /** Whoever says the one has to say the other. */
    private static void needEngine(Part part, String given, String attribute, Findings findings) {
        if (!part.engine(given).isEmpty() && part.engine(attribute).isEmpty()) {
            findings.at(part, Rule.ATTRIBUTE_MISSING, attribute);
        }
    }

    private static void need(Part part, String attribute, Findings findings) {
        if (part.get(attribute).isBlank()) {
            findings.at(part, Rule.ATTRIBUTE_MISSING, attribute);
        }
    }
}
