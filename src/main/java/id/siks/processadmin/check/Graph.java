package id.siks.processadmin.check;

import id.siks.platform.diagram.DrawnProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The nodes and flows of one process. Only for diagrams whose references are whole. */
final class Graph {

    /** Child of an activity that is done several times at once or after each other. */
    static final String REPEATED = "multiInstanceLoopCharacteristics";

    private static final Set<String> WAITS =
            Set.of("userTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity", "subProcess");

    private final Part process;
    private final Map<String, Part> nodes = new LinkedHashMap<>();
    private final List<Part> flows = new ArrayList<>();
    private final Map<String, List<Part>> from = new HashMap<>();
    private final Map<String, List<Part>> to = new HashMap<>();
    private final Map<String, List<Part>> attached = new HashMap<>();

    private final Joins joins = new Joins(this);
    private Tokens tokens;

    Graph(Part process) {
        this.process = process;
        process.all().forEach(this::take);
    }

    private void take(Part part) {
        if (isNode(part)) {
            nodes.put(part.id(), part);
            if (part.name().equals("boundaryEvent")) {
                attached.computeIfAbsent(part.get("attachedToRef"), k -> new ArrayList<>())
                        .add(part);
            }
        } else if (part.is(BpmnSpaces.BPMN, "sequenceFlow")) {
            flows.add(part);
            from.computeIfAbsent(part.get("sourceRef"), k -> new ArrayList<>()).add(part);
            to.computeIfAbsent(part.get("targetRef"), k -> new ArrayList<>()).add(part);
        }
    }

    static boolean isNode(Part part) {
        return part.uri().equals(BpmnSpaces.BPMN) && DrawnProcess.NODES.contains(part.name());
    }

    Part process() {
        return process;
    }

    Stream<Part> nodes() {
        return nodes.values().stream();
    }

    Stream<Part> nodes(String name) {
        return nodes().filter(n -> n.name().equals(name));
    }

    /** The process and every subprocess in it. */
    Stream<Part> scopes() {
        return Stream.concat(Stream.of(process), nodes("subProcess"));
    }

    /** Its joins; what was found out about them once is known to all who ask. */
    Joins joins() {
        return joins;
    }

    /** What becomes of the tokens in it. */
    Tokens tokens() {
        if (tokens == null) {
            tokens = new Tokens(this);
        }
        return tokens;
    }

    List<Part> flows() {
        return flows;
    }

    Part node(String id) {
        return nodes.get(id);
    }

    List<Part> flowsFrom(Part node) {
        return from.getOrDefault(node.id(), List.of());
    }

    List<Part> flowsTo(Part node) {
        return to.getOrDefault(node.id(), List.of());
    }

    Part target(Part flow) {
        return nodes.get(flow.get("targetRef"));
    }

    Part source(Part flow) {
        return nodes.get(flow.get("sourceRef"));
    }

    /** What the flows of a node lead to. */
    List<Part> behind(Part node) {
        return flowsFrom(node).stream().map(this::target).toList();
    }

    /** What the flows of a node come from. */
    List<Part> before(Part node) {
        return flowsTo(node).stream().map(this::source).toList();
    }

    /** What one comes to from a node: along its flows, and by the events attached to it. */
    List<Part> onward(Part node) {
        List<Part> onward = new ArrayList<>(attachedTo(node));
        onward.addAll(behind(node));
        return onward;
    }

    /** Boundary events of an activity. */
    List<Part> attachedTo(Part activity) {
        return attached.getOrDefault(activity.id(), List.of());
    }

    /** The step of the application that is done at a node; empty when none is. */
    static String step(Part node) {
        return node.engine("expression");
    }

    /** The condition on a flow; empty when there is none. */
    static String condition(Part flow) {
        List<Part> conditions = flow.children("conditionExpression");
        return conditions.isEmpty() ? "" : conditions.get(0).text();
    }

    /** True for a subprocess that begins by itself. */
    static boolean isEventSubprocess(Part node) {
        return node.name().equals("subProcess") && node.get("triggeredByEvent").equals("true");
    }

    /** True for what may be done several times at once or not at all: it or a scope around it is multi-instance. */
    static boolean isRepeated(Part part) {
        return part.has(REPEATED) || part.parent() != null && isRepeated(part.parent());
    }

    /** True for a boundary event or event subprocess's start that ends what it interrupts. */
    static boolean isInterrupting(Part event) {
        return !event.get(event.name().equals("boundaryEvent") ? "cancelActivity" : "isInterrupting")
                .equals("false");
    }

    /** True for what a token may stay at before it is done. */
    static boolean isWait(Part node) {
        return WAITS.contains(node.name()) || isBegunByJob(node);
    }

    /** True for what a job of its own begins, some time after the token has come to it. */
    static boolean isBegunByJob(Part node) {
        return node.engine("asyncBefore").equals("true");
    }

    /** True for what a job of its own leaves, some time after it is done. */
    static boolean isLeftByJob(Part node) {
        return node.engine("asyncAfter").equals("true");
    }

    /** The event gateway that leads to an event, if one does. */
    Optional<Part> gatewayBefore(Part event) {
        return before(event).stream()
                .filter(before -> before.name().equals("eventBasedGateway"))
                .findFirst();
    }

    /** The events definitions of an event. */
    static List<Part> definitions(Part event) {
        return event.children().stream()
                .filter(c -> c.name().endsWith("EventDefinition"))
                .toList();
    }
}
