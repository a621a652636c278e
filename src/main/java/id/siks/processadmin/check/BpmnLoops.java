package id.siks.processadmin.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every loop waits for somebody or something (security requirement 5); else the engine would turn in it for ever. */
@Component
class BpmnLoops implements BpmnRule {

    private static final Set<String> WAITS = Set.of("userTask", "intermediateCatchEvent", "eventBasedGateway");

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Graph graph = diagram.graph();
        graph.nodes()
                .filter(node -> runsThrough(graph, node) && returns(graph, node, node, new HashSet<>()))
                .forEach(node -> findings.at(node, Rule.LOOP_WITHOUT_WAIT));
    }

    private static boolean returns(Graph graph, Part goal, Part from, Set<Part> seen) {
        for (Part next : next(graph, from)) {
            if (next == goal || seen.add(next) && runsThrough(graph, next) && returns(graph, goal, next, seen)) {
                return true;
            }
        }
        return false;
    }

    // A task that fails at once leaves by its boundary event without having waited.
    private static List<Part> next(Graph graph, Part node) {
        return Stream.concat(
                        graph.flowsFrom(node).stream().map(graph::target),
                        graph.attachedTo(node).stream().filter(event -> event.has("errorEventDefinition")))
                .toList();
    }

    /**
     * True when a token passes without waiting. A step with a transaction of its own gives the others a turn; it is the
     * code's word that such a loop ends. A subprocess waits when whatever its start leads to does.
     */
    private static boolean runsThrough(Graph graph, Part node) {
        boolean step = node.name().equals("serviceTask");
        if (step && isYes(node, "asyncBefore") || step && isYes(node, "asyncAfter")) {
            return false;
        }
        if (node.name().equals("subProcess")) {
            return node.children("startEvent").stream().anyMatch(start -> reachesEnd(graph, start, new HashSet<>()));
        }
        return !WAITS.contains(node.name());
    }

    private static boolean reachesEnd(Graph graph, Part from, Set<Part> seen) {
        if (from.name().equals("endEvent")) {
            return true;
        }
        return next(graph, from).stream()
                .anyMatch(next -> seen.add(next) && runsThrough(graph, next) && reachesEnd(graph, next, seen));
    }

    private static boolean isYes(Part node, String attribute) {
        return node.get(BpmnSpaces.CAMUNDA, attribute).equals("true");
    }
}
