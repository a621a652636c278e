package id.siks.platform.diagram;

import static id.siks.platform.diagram.DrawnProcess.id;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * What stands directly in a process or in a part of one.
 *
 * @param nodes what the flows lead through
 * @param apart parts that begin by an event, whatever happens elsewhere
 * @param hosts events at the edge of an element, with that element
 * @param edges the same by the element, in the order of the file
 * @param flows those whose ends stand among the nodes or at their edges
 */
record ScopeParts(
        Set<Element> nodes,
        List<Element> apart,
        Map<Element, Element> hosts,
        Map<Element, List<Element>> edges,
        List<Flow> flows) {

    private static final Set<String> SCOPES = Set.of("subProcess", "transaction", "adHocSubProcess");

    static ScopeParts of(Element scope) {
        Map<String, Element> all = new LinkedHashMap<>();
        DrawnProcess.children(scope).stream().filter(ScopeParts::isNode).forEach(node -> all.put(id(node), node));
        Map<Element, Element> hosts = new LinkedHashMap<>();
        Set<Element> nodes = new LinkedHashSet<>();
        List<Element> apart = new ArrayList<>();
        for (Element node : all.values()) {
            Element host = all.get(node.getAttribute("attachedToRef"));
            if (host != null && host != node) {
                hosts.put(node, host);
            } else {
                (isApart(node) ? apart : nodes).add(node);
            }
        }
        hosts.values().retainAll(nodes);
        Map<Element, List<Element>> edges = hosts.keySet().stream()
                .collect(Collectors.groupingBy(hosts::get, LinkedHashMap::new, Collectors.toList()));
        ScopeParts parts = new ScopeParts(nodes, apart, hosts, edges, new ArrayList<>());
        DrawnProcess.children(scope, "sequenceFlow").stream()
                .map(flow -> new Flow(
                        flow, all.get(flow.getAttribute("sourceRef")), all.get(flow.getAttribute("targetRef"))))
                .filter(flow -> parts.holds(flow.source()) && parts.holds(flow.target()))
                .forEach(parts.flows::add);
        return parts;
    }

    /** The element itself, or that at whose edge it stands. */
    Element host(Element node) {
        return hosts.getOrDefault(node, node);
    }

    /** The events at the edge of the element, in the order of the file. */
    List<Element> atEdge(Element host) {
        return edges.getOrDefault(host, List.of());
    }

    /** True for what holds a process of its own. */
    static boolean isScope(Element node) {
        return SCOPES.contains(node.getLocalName());
    }

    private boolean holds(Element end) {
        return end != null && nodes.contains(host(end));
    }

    private static boolean isApart(Element node) {
        return "true".equals(node.getAttribute("triggeredByEvent"));
    }

    /** True for what is drawn as a shape, whether the application knows it or not. */
    static boolean isNode(Element part) {
        String kind = part.getLocalName();
        return kind.endsWith("Event")
                || kind.endsWith("Gateway")
                || kind.endsWith("Task")
                || kind.equals("task")
                || kind.equals("callActivity")
                || isScope(part);
    }

    /**
     * A flow with both its ends.
     *
     * @param element the flow itself
     */
    record Flow(Element element, Element source, Element target) {}
}
