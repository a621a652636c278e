package id.siks.processadmin.migration;

import id.siks.platform.diagram.DrawnProcess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Element;

/** The steps of a version at which cases can wait. */
final class Steps {

    private static final String BY_EVENT = "triggeredByEvent";
    private static final Set<String> WAITING = Set.of(
            "userTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity", "receiveTask", "subProcess");

    private final DrawnProcess diagram;

    Steps(DrawnProcess diagram) {
        this.diagram = diagram;
    }

    DrawnProcess diagram() {
        return diagram;
    }

    /** All of them, in the order of the file. */
    public List<Step> all() {
        return diagram.nodes().stream().filter(this::waits).map(Steps::step).toList();
    }

    /** The one called {@code id}, if a case can wait there. */
    Optional<Step> find(String id) {
        return all().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** Role of a user task; empty for everything else. */
    String role(String id) {
        return attribute(id, "candidateGroups");
    }

    /** True when the step is done once for each of many. */
    boolean isMany(String id) {
        Element node = diagram.find(id);
        return node != null && DrawnProcess.has(node, "multiInstanceLoopCharacteristics");
    }

    /** Name of the message the event waits for; empty for every other element. */
    String message(String id) {
        Element node = diagram.find(id);
        Element definition = node == null ? null : DrawnProcess.child(node, "messageEventDefinition");
        Element message = definition == null ? null : diagram.find(definition.getAttribute("messageRef"));
        return message == null ? "" : message.getAttribute("name");
    }

    /** The boundary events of an activity. */
    List<Element> attached(String id) {
        return diagram.elements("boundaryEvent").stream()
                .filter(event -> event.getAttribute("attachedToRef").equals(id))
                .toList();
    }

    /** What people call the element. */
    public String name(String id) {
        Element node = id == null ? null : diagram.find(id);
        return node == null ? id : step(node).name();
    }

    private String attribute(String id, String name) {
        Element node = diagram.find(id);
        return node == null ? "" : node.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, name);
    }

    private static Step step(Element node) {
        String name = node.getAttribute("name");
        String id = DrawnProcess.id(node);
        return new Step(id, name.isEmpty() ? id : name, node.getLocalName());
    }

    private boolean waits(Element node) {
        String kind = node.getLocalName();
        boolean side = kind.equals("subProcess") && "true".equals(node.getAttribute(BY_EVENT));
        return WAITING.contains(kind) && !side || kind.equals("parallelGateway") && isJoin(node) || isAsync(node);
    }

    private boolean isJoin(Element gateway) {
        String id = DrawnProcess.id(gateway);
        return diagram.elements("sequenceFlow").stream()
                        .filter(flow -> flow.getAttribute("targetRef").equals(id))
                        .count()
                > 1;
    }

    private static boolean isAsync(Element node) {
        return "true".equals(node.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "asyncBefore"))
                || "true".equals(node.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "asyncAfter"));
    }
}
