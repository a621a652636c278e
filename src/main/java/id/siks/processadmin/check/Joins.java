package id.siks.processadmin.check;

import id.siks.platform.diagram.Reach;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells at which joins really every branch has to arrive. The engine counts tokens, not branches: two that come along the same
 * branch open a join as well. So a join is trusted only where one fork sends exactly one token down each of its branches.
 */
final class Joins {

    private final Graph graph;

    Joins(Graph graph) {
        this.graph = graph;
    }

    /**
     * True when the gateway opens only after a token came along every flow into it.
     *
     * @param from where the token is followed from, or null for the start; in a branch of its own the others may wait already
     */
    boolean waitsForAll(Part join, Part from) {
        return join.name().equals("parallelGateway")
                && graph.flowsTo(join).size() > 1
                && graph.nodes("parallelGateway").anyMatch(fork -> fork != join && belongTogether(fork, join, from));
    }

    private boolean belongTogether(Part fork, Part join, Part from) {
        List<Part> branches = graph.flowsFrom(fork);
        if (branches.size() != graph.flowsTo(join).size()) {
            return false;
        }
        Set<Part> seen = new HashSet<>();
        for (Part branch : branches) {
            Set<Part> nodes = branch(graph.target(branch), join);
            boolean apart = nodes.stream().allMatch(seen::add);
            if (!apart || nodes.contains(fork) || nodes.contains(from) || !isOneWay(nodes, fork, branch, join)) {
                return false;
            }
        }
        return true;
    }

    /** What a branch passes before the join, boundary events included. */
    private Set<Part> branch(Part first, Part join) {
        Set<Part> nodes = Reach.of(List.of(first), node -> node == join ? List.of() : graph.onward(node));
        nodes.remove(join);
        return nodes;
    }

    /** One token in by the branch's own flow, none made on the way, one flow out into the join. */
    private boolean isOneWay(Set<Part> nodes, Part fork, Part branch, Part join) {
        boolean multiplies = nodes.stream().anyMatch(this::multiplies);
        long out = graph.flowsTo(join).stream()
                .filter(flow -> flow == branch || nodes.contains(graph.source(flow)))
                .count();
        boolean closed = nodes.stream()
                .flatMap(node -> graph.flowsTo(node).stream())
                .allMatch(flow -> flow == branch || nodes.contains(graph.source(flow)));
        return !multiplies && closed && out == 1 && graph.source(branch) == fork;
    }

    private boolean multiplies(Part node) {
        boolean forks = !node.name().equals("exclusiveGateway")
                && !node.name().equals("eventBasedGateway")
                && graph.flowsFrom(node).size() > 1;
        boolean aside = node.name().equals("boundaryEvent")
                && !Graph.isInterrupting(node)
                && graph.flowsFrom(node).stream().map(graph::target).anyMatch(next -> !next.name()
                        .equals("endEvent"));
        return forks || aside;
    }
}
