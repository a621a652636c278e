package id.siks.processadmin.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds behind which nodes a gateway stands when the gateways between them do not wait. */
final class Origins {

    private Origins() {}

    /** Ids of the nearest nodes before the flow at which something is done or waited for. */
    static Set<String> of(Graph graph, Part flow) {
        Set<String> origins = new HashSet<>();
        Set<Part> seen = new HashSet<>();
        Deque<Part> open = new ArrayDeque<>(Set.of(graph.source(flow)));
        while (!open.isEmpty()) {
            Part node = open.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (passes(graph, node)) {
                open.addAll(graph.before(node));
            } else {
                origins.add(node.id());
            }
        }
        return origins;
    }

    /** The same for every variable that a condition of the diagram reads. */
    static Map<String, Set<String>> of(Graph graph) {
        Map<String, Set<String>> origins = new HashMap<>();
        graph.flows().stream().filter(flow -> !Graph.condition(flow).isEmpty()).forEach(flow -> origins.computeIfAbsent(
                        Expressions.variableOf(Graph.condition(flow)), variable -> new HashSet<>())
                .addAll(of(graph, flow)));
        return origins;
    }

    private static boolean passes(Graph graph, Part node) {
        return node.name().equals("exclusiveGateway")
                || node.name().equals("parallelGateway") && graph.flowsTo(node).size() < 2;
    }
}
