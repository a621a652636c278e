package id.siks.processadmin.replay;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.diagram.Reach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Element;

/**
 * The main road of a diagram, or of a subprocess in it: its steps and what leads from one to the next. A subprocess is one step
 * of what it lies in.
 */
final class Ways {

    private static final String DECIDING = "exclusiveGateway";
    private static final String SPLITTING = "parallelGateway";
    private static final String MANY = BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX;

    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final Map<String, List<Flow>> flows = new HashMap<>();
    private final Map<String, Integer> incoming = new HashMap<>();
    private final Set<String> beside;
    private final Map<String, Ways> scopes = new LinkedHashMap<>();
    private final boolean repeated;

    Ways(DrawnProcess diagram) {
        this(diagram, diagram.process(), false);
        gather(diagram, this);
    }

    private Ways(DrawnProcess diagram, Element scope, boolean repeated) {
        this.repeated = repeated;
        diagram.nodes().stream()
                .filter(node -> node.getParentNode() == scope)
                .forEach(node -> nodes.put(DrawnProcess.id(node), node));
        for (Element flow : DrawnProcess.children(scope, "sequenceFlow")) {
            String target = flow.getAttribute("targetRef");
            flows.computeIfAbsent(flow.getAttribute("sourceRef"), id -> new ArrayList<>())
                    .add(new Flow(DrawnProcess.id(flow), target, condition(flow)));
            incoming.merge(target, 1, Integer::sum);
        }
        beside = beside();
    }

    /** What begins by itself, as a reminder, is no part of the way a case goes. */
    private void gather(DrawnProcess diagram, Ways within) {
        within.nodes.forEach((id, node) -> {
            if (node.getLocalName().equals("subProcess") && !within.isFromOutside(id)) {
                Ways inner = new Ways(diagram, node, within.repeated || isMany(node));
                scopes.put(id, inner);
                gather(diagram, inner);
            }
        });
    }

    /** The subprocesses of a diagram, those within others among them, by id. */
    Map<String, Ways> scopes() {
        return scopes;
    }

    /** True for a subprocess that is gone through many times at once, or lies in one. */
    boolean isRepeated() {
        return repeated;
    }

    /** A line to another node; the condition is empty when it has none. */
    record Flow(String id, String target, String condition) {}

    String start() {
        return nodes.values().stream()
                .filter(node -> node.getLocalName().equals("startEvent"))
                .map(DrawnProcess::id)
                .findFirst()
                .orElseThrow();
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    String kind(String id) {
        return nodes.get(id).getLocalName();
    }

    /** What people call it. */
    String name(String id) {
        String name = nodes.containsKey(id) ? nodes.get(id).getAttribute("name") : "";
        return name.isEmpty() ? id : name;
    }

    List<String> targets(String id) {
        return flowsFrom(id).stream().map(Flow::target).distinct().toList();
    }

    List<Flow> flowsFrom(String id) {
        return flows.getOrDefault(id, List.of());
    }

    /** The flow a gateway takes when no condition holds; empty for none. */
    String fallback(String gateway) {
        return nodes.get(gateway).getAttribute("default");
    }

    /** True where exactly one of several flows is taken. */
    boolean decides(String id) {
        return has(id) && kind(id).equals(DECIDING) && flowsFrom(id).size() > 1;
    }

    /** True for what nobody stops at: where ways part and meet. */
    boolean isCrossing(String id) {
        return kind(id).equals(DECIDING) || kind(id).equals(SPLITTING);
    }

    /** True where branches meet. */
    boolean isJoin(String id) {
        return kind(id).equals(SPLITTING) && incoming.getOrDefault(id, 0) > 1;
    }

    /** What the event is attached to; empty for every other node. */
    String host(String id) {
        return has(id) ? nodes.get(id).getAttribute("attachedToRef") : "";
    }

    /** True for what happens to the case from outside, wherever it is. */
    boolean isFromOutside(String id) {
        return has(id) && "true".equals(nodes.get(id).getAttribute("triggeredByEvent"));
    }

    /** Names of all forms of its tasks. */
    List<String> forms() {
        return nodes.values().stream()
                .map(node -> node.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "formRef"))
                .filter(form -> !form.isEmpty())
                .toList();
    }

    /** Every condition on the main road. */
    List<String> conditions() {
        return flows.values().stream()
                .flatMap(List::stream)
                .map(Flow::condition)
                .filter(condition -> !condition.isEmpty())
                .toList();
    }

    /** What of a trail lies on the main road, each step that is done for many once. */
    List<String> road(List<String> trail) {
        return trail.stream()
                .filter(step -> isMany(bare(step)) == step.endsWith(MANY))
                .map(Ways::bare)
                .filter(step -> has(step) && !beside.contains(step))
                .toList();
    }

    private boolean isMany(String id) {
        return has(id) && isMany(nodes.get(id));
    }

    private static boolean isMany(Element node) {
        return DrawnProcess.has(node, "multiInstanceLoopCharacteristics");
    }

    private static String bare(String step) {
        return step.endsWith(MANY) ? step.substring(0, step.length() - MANY.length()) : step;
    }

    /** What runs beside the road and ends nothing: reminders, and what follows from them alone. */
    private Set<String> beside() {
        Set<String> from = new HashSet<>();
        nodes.forEach((id, node) -> {
            boolean runsOn = "false".equals(node.getAttribute("cancelActivity"));
            boolean side = "true".equals(node.getAttribute("triggeredByEvent"))
                    && DrawnProcess.children(node, "startEvent").stream()
                            .anyMatch(start -> "false".equals(start.getAttribute("isInterrupting")));
            if (runsOn || side) {
                from.add(id);
            }
        });
        Set<String> roads = new HashSet<>();
        nodes.forEach((id, node) -> {
            String kind = node.getLocalName();
            if (kind.equals("startEvent") || kind.equals("boundaryEvent") && !from.contains(id)) {
                roads.add(id);
            }
        });
        Set<String> beside = Reach.of(from, this::targets);
        beside.removeAll(Reach.of(roads, this::targets));
        return beside;
    }

    private static String condition(Element flow) {
        Element condition = DrawnProcess.child(flow, "conditionExpression");
        return condition == null ? "" : condition.getTextContent().strip();
    }
}
