package id.siks.processadmin.sop;

import static id.siks.platform.diagram.DrawnProcess.children;
import static id.siks.platform.diagram.DrawnProcess.has;
import static id.siks.platform.diagram.DrawnProcess.id;

import id.siks.platform.diagram.DrawnProcess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The flow of one box of a diagram, or of the process itself. */
final class SopFlow {

    private static final Set<String> STEPS = Set.of(
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "intermediateCatchEvent",
            "intermediateThrowEvent");

    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final List<Element> flows;

    SopFlow(Element box) {
        for (Node child = box.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element node && DrawnProcess.NODES.contains(node.getLocalName())) {
                nodes.put(id(node), node);
            }
        }
        flows = children(box, "sequenceFlow");
    }

    /** The steps: every one after those it can only be reached through, the others as the diagram draws them. */
    List<Element> steps() {
        Deque<Element> order = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        List<Element> roots = new ArrayList<>(starts());
        nodes.values().stream().filter(node -> !isHandler(node)).forEach(roots::add);
        List<Element> all = new ArrayList<>();
        for (Element root : roots) {
            visit(root, seen, order);
            all.addAll(order);
            order.clear();
        }
        return all.stream()
                .filter(node -> STEPS.contains(node.getLocalName()) && !isHandler(node))
                .toList();
    }

    // Whoever is left last stands in front: loops aside, nothing comes before what leads to it.
    private void visit(Element node, Set<String> seen, Deque<Element> order) {
        if (seen.add(id(node))) {
            List<Element> next = next(node);
            for (int i = next.size() - 1; i >= 0; i--) {
                visit(next.get(i), seen, order);
            }
            order.push(node);
        }
    }

    private List<Element> next(Element node) {
        List<Element> next =
                new ArrayList<>(outgoing(node).stream().map(this::target).toList());
        boundaries(node).forEach(event -> outgoing(event).forEach(flow -> next.add(target(flow))));
        return next;
    }

    /** Where the flow begins. */
    List<Element> starts() {
        return nodes.values().stream()
                .filter(node -> node.getLocalName().equals("startEvent"))
                .toList();
    }

    /** Boxes that wait beside the flow for something to happen. */
    List<Element> handlers() {
        return nodes.values().stream().filter(SopFlow::isHandler).toList();
    }

    List<Element> outgoing(Element node) {
        return flows.stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(id(node)))
                .toList();
    }

    Element target(Element flow) {
        return nodes.get(flow.getAttribute("targetRef"));
    }

    /** Events at the step's edge that lead somewhere. The timer that only tells is part of the time limit. */
    List<Element> boundaries(Element step) {
        return nodes.values().stream()
                .filter(node -> node.getAttribute("attachedToRef").equals(id(step)))
                .filter(event -> !onlyTells(event))
                .toList();
    }

    private boolean onlyTells(Element event) {
        return "false".equals(event.getAttribute("cancelActivity"))
                && outgoing(event).stream().allMatch(flow -> has(target(flow), "escalationEventDefinition"));
    }

    private static boolean isHandler(Element node) {
        return "true".equals(node.getAttribute("triggeredByEvent"));
    }
}
