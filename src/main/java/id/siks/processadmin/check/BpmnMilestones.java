package id.siks.processadmin.check;

import id.siks.platform.diagram.Reach;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The steps of the application write the status people see. One that is cut out of a way which is still there would let cases go on
 * under a status that is not theirs: that is refused. One whose way is gone with it may be meant; whoever releases it knows.
 */
@Component
class BpmnMilestones implements BpmnRule {

    private static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "parallelGateway");

    @Override
    public void check(Bpmn diagram, Findings findings) {
        diagram.words().graph().ifPresent(shipped -> check(diagram, shipped, findings));
    }

    private static void check(Bpmn diagram, Graph shipped, Findings findings) {
        Graph drawn = diagram.graph();
        Set<String> kept = drawn.nodes().map(BpmnMilestones::step).collect(Collectors.toSet());
        Set<Part> gone = shipped.nodes()
                .filter(node -> step(node).startsWith("${" + diagram.facade() + "."))
                .filter(node -> !kept.contains(step(node)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        gone.forEach(step -> {
            List<Part> cut = behind(shipped, drawn, step, gone);
            cut.forEach(part -> findings.at(part, Rule.STEP_CUT_OUT, step.get("name")));
            if (cut.isEmpty()) {
                findings.at(drawn.process(), Rule.STEP_LEFT_OUT, step.get("name"));
            }
        });
    }

    /** What lay behind the step and is come to without it from what lay before. */
    private static List<Part> behind(Graph shipped, Graph drawn, Part step, Set<Part> gone) {
        Predicate<Part> passed = node -> isGateway(node) || gone.contains(node);
        Set<Part> before = nearest(step, passed, node -> sources(shipped, node));
        Set<Part> behind = nearest(step, passed, node -> targets(shipped, node));
        // What the diagram of the application comes to past the step as well tells nothing.
        behind.removeAll(onward(shipped, before, BpmnMilestones::isGateway));
        Set<String> left = gone.stream().map(Part::id).collect(Collectors.toSet());
        Set<Part> beginnings = before.stream()
                .filter(node -> drawn.node(node.id()) != null)
                .map(node -> drawn.node(node.id()))
                .collect(Collectors.toSet());
        Set<Part> reached = onward(
                drawn,
                beginnings,
                node -> isGateway(node) || left.contains(node.id()) || shipped.node(node.id()) == null);
        return behind.stream()
                .map(node -> drawn.node(node.id()))
                .filter(reached::contains)
                .toList();
    }

    /** The first things one comes to from the step, all that is only passed left out. */
    private static Set<Part> nearest(Part step, Predicate<Part> passed, Function<Part, List<Part>> next) {
        Set<Part> reached =
                Reach.of(List.of(step), node -> node == step || passed.test(node) ? next.apply(node) : List.of());
        reached.removeIf(node -> node == step || passed.test(node));
        return reached;
    }

    private static Set<Part> onward(Graph graph, Set<Part> beginnings, Predicate<Part> passed) {
        return Reach.of(
                beginnings, node -> beginnings.contains(node) || passed.test(node) ? targets(graph, node) : List.of());
    }

    private static List<Part> targets(Graph graph, Part node) {
        return graph.flowsFrom(node).stream().map(graph::target).toList();
    }

    private static List<Part> sources(Graph graph, Part node) {
        return graph.flowsTo(node).stream().map(graph::source).toList();
    }

    private static boolean isGateway(Part node) {
        return GATEWAYS.contains(node.name());
    }

    private static String step(Part node) {
        return node.get(BpmnSpaces.CAMUNDA, "expression");
    }
}
