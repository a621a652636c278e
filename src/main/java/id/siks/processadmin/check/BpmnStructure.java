package id.siks.processadmin.check;

import id.siks.platform.diagram.Reach;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Security requirement 5: one plain start, an end that can be reached from everywhere, no orphan, nothing across a border. */
@Component
class BpmnStructure implements BpmnRule {

    private static final Set<String> ESCALATES = Set.of("userTask", "callActivity", "subProcess");

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Graph graph = diagram.graph();
        if (diagram.graph().process().engine("historyTimeToLive").isEmpty()) {
            findings.at(graph.process(), Rule.HISTORY_WITHOUT_END);
        }
        graph.scopes().forEach(scope -> {
            ends(scope, findings);
            reached(graph, scope, findings);
        });
        graph.flows().forEach(flow -> border(graph, flow, findings));
        graph.nodes("boundaryEvent")
                .filter(event -> graph.node(event.get("attachedToRef")).parent() != event.parent())
                .forEach(event -> findings.at(event, Rule.FLOW_CROSSES_BORDER));
        graph.nodes().forEach(node -> event(graph, node, findings));
    }

    private static void ends(Part scope, Findings findings) {
        List<Part> starts = scope.children("startEvent");
        boolean plain =
                starts.size() == 1 && Graph.definitions(starts.get(0)).isEmpty() != Graph.isEventSubprocess(scope);
        if (!plain) {
            findings.at(scope, Rule.START_NOT_PLAIN);
        }
        if (scope.children("endEvent").isEmpty()) {
            findings.at(scope, Rule.END_MISSING);
        }
    }

    private static void reached(Graph graph, Part scope, Findings findings) {
        Set<Part> forward = Reach.of(scope.children("startEvent"), graph::onward);
        Set<Part> backward = Reach.of(scope.children("endEvent"), graph::before);
        scope.children().stream()
                .filter(Graph::isNode)
                .filter(n -> !Graph.isEventSubprocess(n))
                .forEach(node -> {
                    if (!forward.contains(node)) {
                        findings.at(node, Rule.NODE_UNREACHED);
                    } else if (!node.name().equals("endEvent")
                            && graph.flowsFrom(node).isEmpty()) {
                        findings.at(node, Rule.NODE_LEADS_NOWHERE);
                    } else if (!backward.contains(node)) {
                        findings.at(node, Rule.END_UNREACHABLE);
                    }
                });
    }

    private static void border(Graph graph, Part flow, Findings findings) {
        boolean within = Stream.of(graph.source(flow), graph.target(flow))
                .allMatch(end -> end.parent() == flow.parent() && !Graph.isEventSubprocess(end));
        if (!within) {
            findings.at(flow, Rule.FLOW_CROSSES_BORDER);
        }
    }

    /** One trigger for each event that waits; none that is started or ended into. */
    private static void event(Graph graph, Part node, Findings findings) {
        int triggers = Graph.definitions(node).size();
        boolean waits =
                node.name().equals("intermediateCatchEvent") || node.name().equals("boundaryEvent");
        if (triggers > 1 || waits && triggers != 1 || isMisplaced(graph, node)) {
            findings.at(node, Rule.EVENT_NOT_ALLOWED);
        }
    }

    /** An error ends what it comes from, and an escalation comes only from where something is done that can raise it. */
    private static boolean isMisplaced(Graph graph, Part event) {
        return switch (event.name()) {
            case "startEvent" -> event.has("errorEventDefinition") && !Graph.isInterrupting(event);
            case "boundaryEvent" -> event.has("escalationEventDefinition")
                    && !ESCALATES.contains(
                            graph.node(event.get("attachedToRef")).name());
            default -> false;
        };
    }
}
