package id.siks.processadmin.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the engine looks for once stands once: at a second one it would refuse the whole file. */
@Component
class BpmnOnce implements BpmnRule {

    private static final List<String> ONCE = List.of(
            "extensionElements",
            "conditionExpression",
            Graph.REPEATED,
            "failedJobRetryTimeCycle",
            "properties",
            "BPMNPlane",
            "Bounds");

    @Override
    public void check(Bpmn diagram, Findings findings) {
        diagram.root().all().forEach(part -> ONCE.stream()
                .filter(name -> part.children(name).size() > 1)
                .forEach(name -> findings.at(part, Rule.ELEMENT_TWICE, name)));
        Map<String, Set<String>> heard = new HashMap<>();
        diagram.graph().nodes().forEach(event -> Graph.definitions(event)
                .forEach(definition -> heard(diagram, event, definition, heard, findings)));
    }

    /** In one place nobody waits twice for a message, nor for an escalation, of which one without a code is any. */
    private static void heard(
            Bpmn diagram, Part event, Part definition, Map<String, Set<String>> heard, Findings findings) {
        String place = place(diagram.graph(), event);
        boolean escalation = definition.name().equals("escalationEventDefinition");
        if (place.isEmpty() || !escalation && !definition.name().equals("messageEventDefinition")) {
            return;
        }
        String word = escalation
                ? diagram.referred(definition, "escalationRef").get("escalationCode")
                : diagram.referred(definition, "messageRef").get("name");
        Set<String> before =
                heard.computeIfAbsent(place + " " + (escalation ? event.name() : ""), key -> new HashSet<>());
        boolean any = escalation && !before.isEmpty() && (word.isEmpty() || before.contains(""));
        if (!before.add(word) || any) {
            findings.at(event, Rule.EVENT_TWICE, word.isEmpty() ? "-" : word);
        }
    }

    /** Id of what it listens at: an activity, a scope, a gateway; empty for an event that listens by itself. */
    private static String place(Graph graph, Part event) {
        return switch (event.name()) {
            case "boundaryEvent" -> event.get("attachedToRef");
            case "startEvent" -> Graph.isEventSubprocess(event.parent())
                    ? event.parent().parent().owner().id()
                    : "";
            case "intermediateCatchEvent" -> graph.gatewayBefore(event)
                    .map(Part::id)
                    .orElse("");
            default -> "";
        };
    }
}
