package id.siks.processadmin.check;

import id.siks.platform.diagram.Reach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a token comes to in one go: nobody does anything and no time passes on the way. When in doubt a node does not wait:
 * what a date or a list will be, nobody can see beforehand.
 */
final class Passages {

    private final Graph graph;
    private final Set<String> turns;
    private final Map<Part, Boolean> waiting = new HashMap<>();

    /**
     * @param turns steps with a transaction of their own through which a loop may lead, as {@link #turns} tells them: it is
     *     the code's word that such a loop ends
     */
    Passages(Graph graph, Set<String> turns) {
        this.graph = graph;
        this.turns = turns;
    }

    /** The steps that give others a turn and lead back to themselves without any other wait, each with its node. */
    static Set<String> turns(Graph graph) {
        Passages bare = new Passages(graph, Set.of());
        return graph.nodes("serviceTask")
                .filter(Passages::givesTurn)
                .filter(bare::returns)
                .map(Passages::turn)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True when a token that leaves the node comes back to it in one go. */
    boolean returns(Part node) {
        return Reach.of(next(node), this::next).contains(node);
    }

    private List<Part> next(Part node) {
        List<Part> next = new ArrayList<>();
        if (!waits(node)) {
            next.addAll(graph.behind(node));
        }
        graph.attachedTo(node).stream().filter(event -> isAtOnce(node, event)).forEach(next::add);
        return next;
    }

    private boolean waits(Part node) {
        Boolean known = waiting.get(node);
        if (known == null) {
            // A flow across a border may lead from inside a scope to itself.
            waiting.put(node, false);
            known = !isPassedOver(node) && isWait(node);
            waiting.put(node, known);
        }
        return known;
    }

    private boolean isWait(Part node) {
        return switch (node.name()) {
            case "userTask" -> true;
            case "intermediateCatchEvent" -> !hasDate(node);
            case "serviceTask" -> givesTurn(node) && turns.contains(turn(node));
            case "subProcess" -> Reach.of(beginnings(node), this::next).stream()
                    .noneMatch(inside -> inside.name().equals("endEvent"));
            default -> false;
        };
    }

    /** With what a subprocess begins, and with what of its own it may be interrupted and ended at once. */
    private static List<Part> beginnings(Part scope) {
        List<Part> beginnings = new ArrayList<>(scope.children("startEvent"));
        scope.children("subProcess").stream()
                .filter(Graph::isEventSubprocess)
                .flatMap(own -> own.children("startEvent").stream())
                .filter(start -> Graph.isInterrupting(start) && isAtOnce(scope, start))
                .forEach(beginnings::add);
        return beginnings;
    }

    /** Once for each entry of a list: not at all when the list is empty. */
    private static boolean isPassedOver(Part node) {
        return node.children(Graph.REPEATED).stream()
                .anyMatch(loop -> !loop.engine("collection").isEmpty());
    }

    /** A step that fails at once leaves by its boundary event without having waited; a date is over from its moment on. */
    private static boolean isAtOnce(Part node, Part event) {
        boolean thrown = event.has("errorEventDefinition") || event.has("escalationEventDefinition");
        return hasDate(event) || thrown && !node.name().equals("userTask");
    }

    // A length in a variable may be none at all.
    private static boolean hasDate(Part event) {
        return event.children("timerEventDefinition").stream()
                .flatMap(timer -> timer.children().stream())
                .anyMatch(time -> time.name().equals("timeDate") || Expressions.isIn(time.text()));
    }

    private static String turn(Part step) {
        return step.id() + " " + Graph.step(step);
    }

    private static boolean givesTurn(Part step) {
        return Graph.isBegunByJob(step) || Graph.isLeftByJob(step);
    }
}
