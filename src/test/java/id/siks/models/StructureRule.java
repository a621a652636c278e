package id.siks.models;

import static id.siks.models.Diagram.camunda;
import static id.siks.models.Diagram.has;
import static id.siks.models.Diagram.id;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Security requirement 5: one plain start, an end, no orphan, a default at every decision, a wait in every loop, history
 * with an end.
 */
final class StructureRule implements ModelRule {

    private static final Set<String> WAITS = Set.of("userTask", "intermediateCatchEvent", "eventBasedGateway");

    @Override
    public List<String> faults(Diagram diagram) {
        List<String> faults = new ArrayList<>();
        starts(diagram, faults);
        diagram.nodes().forEach(node -> joined(diagram, node, faults));
        diagram.elements("exclusiveGateway").forEach(gateway -> decided(diagram, gateway, faults));
        for (Element node : diagram.nodes()) {
            if (isAutomatic(node) && returnsTo(diagram, node, node, new HashSet<>())) {
                faults.add(id(node) + " is in a loop that never waits");
            }
        }
        if (camunda(diagram.process(), "historyTimeToLive").isEmpty()) {
            faults.add(id(diagram.process()) + " has no time to live");
        }
        return faults;
    }

    private static void starts(Diagram diagram, List<String> faults) {
        Element process = diagram.process();
        List<Element> starts = Diagram.children(process, "startEvent");
        if (starts.size() != 1 || isTriggered(starts.get(0))) {
            faults.add(id(process) + " does not have exactly one plain start");
        }
        if (Diagram.children(process, "endEvent").isEmpty()) {
            faults.add(id(process) + " has no end");
        }
    }

    private static boolean isTriggered(Element event) {
        return has(event, "messageEventDefinition")
                || has(event, "timerEventDefinition")
                || has(event, "signalEventDefinition");
    }

    private static void joined(Diagram diagram, Element node, List<String> faults) {
        String kind = node.getLocalName();
        boolean byItself = "true".equals(node.getAttribute("triggeredByEvent"));
        boolean begins = kind.equals("startEvent") || kind.equals("boundaryEvent") || byItself;
        if (!begins && diagram.flowsTo(node).isEmpty()) {
            faults.add(id(node) + " is reached by nothing");
        }
        if (!kind.equals("endEvent") && !byItself && diagram.flowsFrom(node).isEmpty()) {
            faults.add(id(node) + " leads nowhere");
        }
    }

    private static void decided(Diagram diagram, Element gateway, List<String> faults) {
        List<Element> flows = diagram.flowsFrom(gateway);
        if (flows.size() < 2) {
            return;
        }
        String fallback = gateway.getAttribute("default");
        if (fallback.isEmpty()) {
            faults.add(id(gateway) + " has no default");
        }
        for (Element flow : flows) {
            if (!id(flow).equals(fallback) && !has(flow, "conditionExpression")) {
                faults.add(id(flow) + " has no condition");
            }
            if (flow.getAttribute("name").isBlank()) {
                faults.add(id(flow) + " gives no answer");
            }
        }
    }

    private static boolean returnsTo(Diagram diagram, Element goal, Element from, Set<String> seen) {
        for (Element flow : diagram.flowsFrom(from)) {
            Element next = diagram.find(flow.getAttribute("targetRef"));
            if (next == goal) {
                return true;
            }
            if (isAutomatic(next) && seen.add(id(next)) && returnsTo(diagram, goal, next, seen)) {
                return true;
            }
        }
        return false;
    }

    // A step that begins a transaction of its own waits for the job executor.
    private static boolean isAutomatic(Element node) {
        boolean apart = "true".equals(camunda(node, "asyncBefore")) || "true".equals(camunda(node, "asyncAfter"));
        boolean waitsInside = node.getLocalName().equals("subProcess");
        return !apart && !waitsInside && !WAITS.contains(node.getLocalName());
    }
}
