package id.siks.processadmin.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells at which joins really every branch has to arrive. The engine counts tokens, not branches: two that come along the same
 * branch open a join as well. So a join is trusted only where one fork sends exactly one token down each of its branches, and
 * one at a time.
 */
final class Joins {

    private final Graph graph;
    private final Map<Part, List<Set<Part>>> between = new HashMap<>();

    Joins(Graph graph) {
        this.graph = graph;
    }

    /**
     * True when the gateway opens only after a token came along every flow into it.
     *
     * @param from where the token is followed from, or null for the start; in a branch of its own the others may wait already
     */
    boolean waitsForAll(Part join, Part from) {
        if (!join.name().equals("parallelGateway") || graph.flowsTo(join).size() < 2) {
            return false;
        }
        List<Set<Part>> forks = between.get(join);
        if (forks == null) {
            forks = graph.nodes("parallelGateway")
                    .filter(fork -> fork != join)
                    .flatMap(fork ->
                            between(fork, join).filter(nodes -> graph.tokens().comeOneByOne(fork)).stream())
                    .toList();
            between.put(join, forks);
        }
        return forks.stream().anyMatch(nodes -> !nodes.contains(from));
    }

    /** What lies on the branches from the fork to the join; empty when they do not belong together. */
    private Optional<Set<Part>> between(Part fork, Part join) {
        List<Part> branches = graph.flowsFrom(fork);
        if (branches.size() != graph.flowsTo(join).size()) {
            return Optional.empty();
        }
        Set<Part> seen = new HashSet<>();
        for (Part branch : branches) {
            Optional<Set<Part>> nodes = branch(graph.target(branch), fork, join);
            boolean apart = nodes.isPresent() && nodes.get().stream().allMatch(seen::add);
            if (!apart || !isOneWay(nodes.get(), fork, branch, join)) {
                return Optional.empty();
            }
        }
        return Optional.of(seen);
    }

    /** What a branch passes before the join, boundary events included; empty when it forks on its way or leads back. */
    private Optional<Set<Part>> branch(Part first, Part fork, Part join) {
        Set<Part> nodes = new HashSet<>();
        Deque<Part> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Part node = open.pop();
            if (node != join && nodes.add(node)) {
                if (node == fork || graph.tokens().multiplies(node)) {
                    return Optional.empty();
                }
                open.addAll(graph.onward(node));
            }
        }
        return Optional.of(nodes);
    }

    /** One token in by the branch's own flow, one flow out into the join. */
    private boolean isOneWay(Set<Part> nodes, Part fork, Part branch, Part join) {
        long out = graph.flowsTo(join).stream()
                .filter(flow -> flow == branch || nodes.contains(graph.source(flow)))
                .count();
        boolean closed = nodes.stream()
                .flatMap(node -> graph.flowsTo(node).stream())
                .allMatch(flow -> flow == branch || nodes.contains(graph.source(flow)));
        return closed && out == 1 && graph.source(branch) == fork;
    }
}
