package id.siks.processadmin.check;

import id.siks.platform.diagram.Reach;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The steps of the application write the status people see. A way on which one is left out, because it was cut out of it or
 * because a line, be it that of an event beside a task, leads around it, would let cases go on under a status that is not theirs:
 * that is refused. One whose way is gone with it may be meant, and a way around one that the version in force has already keeps
 * nobody from changing anything else; whoever releases it knows.
 */
@Component
class BpmnMilestones implements BpmnRule {

    private static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "parallelGateway");

    private final DiagramsInUse inUse;

    BpmnMilestones(DiagramsInUse inUse) {
        this.inUse = inUse;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        diagram.words().graph().ifPresent(shipped -> check(diagram, shipped, findings));
    }

    private void check(Bpmn diagram, Graph shipped, Findings findings) {
        Predicate<Part> gone = gone(diagram);
        shipped.nodes().filter(node -> isOwn(diagram, node)).forEach(step -> {
            List<Part> without = without(shipped, diagram.graph(), step, gone);
            if (gone.test(step) && without.isEmpty()) {
                findings.at(diagram.graph().process(), Rule.STEP_LEFT_OUT, step.get("name"));
            }
            Set<String> already = without.isEmpty() || gone.test(step) ? Set.of() : already(diagram, shipped, step);
            without.forEach(part -> findings.at(
                    part, already.contains(part.id()) ? Rule.STEP_PASSED_BY : Rule.STEP_CUT_OUT, step.get("name")));
        });
    }

    /** Ids of what is come to without the step in the version in force; none when the step is not drawn there: it is newer. */
    private Set<String> already(Bpmn diagram, Graph shipped, Part step) {
        return inUse.latest(diagram.key())
                .filter(inForce -> !gone(inForce).test(step))
                .map(inForce -> without(shipped, inForce.graph(), step, gone(inForce)).stream()
                        .map(Part::id)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** True for a step of the application that is not drawn in the diagram. */
    private static Predicate<Part> gone(Bpmn diagram) {
        Set<String> kept = diagram.graph().nodes().map(Graph::step).collect(Collectors.toSet());
        return node -> isOwn(diagram, node) && !kept.contains(Graph.step(node));
    }

    private static boolean isOwn(Bpmn diagram, Part node) {
        return Graph.step(node).startsWith("${" + diagram.facade() + ".");
    }

    /** What lies behind the step in the diagram of the application and is come to without it in the one that is drawn. */
    private static List<Part> without(Graph shipped, Graph drawn, Part step, Predicate<Part> gone) {
        Predicate<Part> passed = node -> isGateway(node) || gone.test(node);
        Predicate<Part> again = node -> Graph.step(node).equals(Graph.step(step));
        Set<Part> before = nearest(step, passed, shipped::before);
        Set<Part> beginnings = before.stream()
                .map(node -> drawn.node(node.id()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<Part> near = past(shipped, before, again, BpmnMilestones::isCrossed);
        Set<Part> nearNow = past(drawn, beginnings, again, node -> isCrossed(node) || isOther(shipped, node));
        // Where branches meet, or a part with an inside ends, the step may have been done in it.
        nearNow.retainAll(beginnings.stream()
                .flatMap(node -> Detours.at(drawn, node, again).stream())
                .collect(Collectors.toSet()));
        Set<Part> far = Detours.fromStart(shipped, again);
        Set<Part> farNow = Detours.fromStart(drawn, again);
        // What the diagram of the application comes to past the step as well tells nothing.
        return nearest(step, passed, shipped::behind).stream()
                .filter(node -> !near.contains(node) && nearNow.contains(drawn.node(node.id()))
                        || !far.contains(node) && farNow.contains(drawn.node(node.id())))
                .map(node -> drawn.node(node.id()))
                .toList();
    }

    /** The first things one comes to from the step, all that is only passed left out. */
    private static Set<Part> nearest(Part step, Predicate<Part> passed, Function<Part, List<Part>> next) {
        Set<Part> reached =
                Reach.of(List.of(step), node -> node == step || passed.test(node) ? next.apply(node) : List.of());
        reached.removeIf(node -> node == step || passed.test(node));
        return reached;
    }

    /** What one comes to when the step is not done; who is led on from it by an event beside it has not done it either. */
    private static Set<Part> past(Graph graph, Set<Part> beginnings, Predicate<Part> step, Predicate<Part> passed) {
        return Reach.of(beginnings, node -> {
            if (step.test(node)) {
                return graph.attachedTo(node);
            }
            return beginnings.contains(node) || passed.test(node) ? graph.onward(node) : List.of();
        });
    }

    private static boolean isGateway(Part node) {
        return GATEWAYS.contains(node.name());
    }

    /** True for where nobody does anything: ways part and meet there, or leave an activity before it is done. */
    private static boolean isCrossed(Part node) {
        return isGateway(node) || node.name().equals("boundaryEvent");
    }

    /** True for what is newly drawn, or does something else under the id of a node of the application. */
    private static boolean isOther(Graph shipped, Part node) {
        Part same = shipped.node(node.id());
        return same == null || !Graph.step(same).equals(Graph.step(node));
    }
}
