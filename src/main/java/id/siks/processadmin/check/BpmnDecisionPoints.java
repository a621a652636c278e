package id.siks.processadmin.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** At a gateway that decides, the token always finds a way; conditions stand nowhere else. */
@Component
class BpmnDecisionPoints implements BpmnRule {

    private static final Pattern TEST = Pattern.compile("\\$\\{(\\w+) ?(==|!=) ?('[^']*'|\\w+)}");
    private static final Set<String> AFTER_WAITING = Set.of("intermediateCatchEvent");

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Graph graph = diagram.graph();
        graph.nodes("exclusiveGateway").forEach(gateway -> decides(graph, gateway, findings));
        graph.nodes("eventBasedGateway").forEach(gateway -> waits(graph, gateway, findings));
        for (Part flow : graph.flows()) {
            boolean decided = graph.source(flow).name().equals("exclusiveGateway");
            if (!decided && flow.has("conditionExpression")) {
                findings.at(flow, Rule.CONDITION_MISPLACED);
            }
        }
    }

    private static void decides(Graph graph, Part gateway, Findings findings) {
        List<Part> flows = graph.flowsFrom(gateway);
        String fallback = gateway.get("default");
        if (flows.size() < 2) {
            flows.stream()
                    .filter(flow -> flow.has("conditionExpression"))
                    .forEach(flow -> findings.at(flow, Rule.CONDITION_MISPLACED));
            return;
        }
        for (Part flow : flows) {
            boolean isFallback = fallback.equals(flow.id());
            if (isFallback && flow.has("conditionExpression")) {
                findings.at(flow, Rule.CONDITION_MISPLACED);
            } else if (!isFallback && !flow.has("conditionExpression")) {
                findings.at(flow, Rule.CONDITION_MISSING);
            }
        }
        if (fallback.isEmpty() && !isComplete(flows)) {
            findings.at(gateway, Rule.GATEWAY_WITHOUT_DEFAULT);
        }
    }

    /** Two flows of which exactly one holds: one tests what the other denies. */
    private static boolean isComplete(List<Part> flows) {
        if (flows.size() != 2) {
            return false;
        }
        Matcher one = TEST.matcher(Graph.condition(flows.get(0)));
        Matcher other = TEST.matcher(Graph.condition(flows.get(1)));
        if (!one.matches() || !other.matches() || !one.group(1).equals(other.group(1))) {
            return false;
        }
        boolean sameTest = one.group(2).equals(other.group(2));
        return one.group(3).equals(other.group(3)) && !sameTest;
    }

    private static void waits(Graph graph, Part gateway, Findings findings) {
        graph.behind(gateway).stream()
                .filter(node -> !AFTER_WAITING.contains(node.name())
                        || graph.flowsTo(node).size() > 1)
                .forEach(node -> findings.at(node, Rule.EVENT_NOT_ALLOWED));
    }
}
