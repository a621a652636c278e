package id.siks.processadmin.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds what a token may reach without passing a station: without having done with certain nodes and without taking certain
 * flows. When in doubt it says that something can be reached.
 */
final class Detours {

    private final Graph graph;
    private final Joins joins;
    private final Predicate<Part> station;
    private final Part from;
    // True for what belongs to the road of the scope it lies in, false for what runs beside it and ends nothing.
    private final Map<Part, Boolean> entered = new HashMap<>();
    private final Set<Part> ended = new HashSet<>();
    private final Set<Part> taken = new HashSet<>();
    private final Deque<Part> open = new ArrayDeque<>();

    private Detours(Graph graph, Predicate<Part> station, Part from) {
        this.graph = graph;
        this.joins = graph.joins();
        this.station = station;
        this.from = from;
    }

    /** Nodes that a case can enter from its beginning while every node and flow of {@code station} is in its way. */
    static Set<Part> fromStart(Graph graph, Predicate<Part> station) {
        Detours walk = new Detours(graph, station, null);
        walk.begin(graph.process());
        return walk.reached();
    }

    /** As {@link #fromStart}, from where {@code node} has been entered. */
    static Set<Part> at(Graph graph, Part node, Predicate<Part> station) {
        Detours walk = within(graph, node, station);
        walk.enter(node, true);
        return walk.reached();
    }

    /** As {@link #fromStart}, from where {@code node} is done. */
    static Set<Part> behind(Graph graph, Part node, Predicate<Part> station) {
        Detours walk = within(graph, node, station);
        graph.flowsFrom(node).forEach(flow -> walk.take(flow, true));
        return walk.reached();
    }

    private static Detours within(Graph graph, Part node, Predicate<Part> station) {
        Detours walk = new Detours(graph, station, node);
        // The scopes around it are open.
        for (Part scope = node.parent(); Graph.isNode(scope); scope = scope.parent()) {
            walk.entered.put(scope, true);
        }
        return walk;
    }

    private Set<Part> reached() {
        while (!open.isEmpty()) {
            go(open.pop());
        }
        return entered.keySet();
    }

    private void enter(Part node, boolean road) {
        Boolean before = entered.get(node);
        if (before == null || road && !before) {
            entered.put(node, road);
            open.add(node);
        }
    }

    private void begin(Part scope) {
        scope.children("startEvent").forEach(start -> enter(start, true));
        scope.children("subProcess").stream()
                .filter(Graph::isEventSubprocess)
                .forEach(own -> enter(own, own.children("startEvent").stream().anyMatch(Graph::isInterrupting)));
    }

    private void go(Part node) {
        boolean road = entered.get(node);
        // What interrupts a station has not passed it.
        graph.attachedTo(node).forEach(event -> enter(event, road && Graph.isInterrupting(event)));
        if (node.name().equals("subProcess")) {
            begin(node);
            if (ended.contains(node)) {
                // It had come to its end beside the road, and the road has reached it since.
                done(node);
            }
        } else if (station.test(node)) {
            return;
        } else if (node.name().equals("endEvent")) {
            // One that terminates ends its scope whatever else still waits in it.
            if (road || node.has("terminateEventDefinition")) {
                done(node.parent());
            }
        } else {
            leave(node, road);
        }
    }

    /** The scope has come to its end. */
    private void done(Part scope) {
        if (!entered.containsKey(scope)) {
            return;
        }
        ended.add(scope);
        boolean road = entered.get(scope);
        if (!Graph.isEventSubprocess(scope)) {
            leave(scope, road);
        } else if (road) {
            done(scope.parent());
        }
    }

    private void leave(Part node, boolean road) {
        List<Part> flows = graph.flowsFrom(node);
        flows.stream().filter(flow -> !station.test(flow)).forEach(flow -> take(flow, road));
    }

    private void take(Part flow, boolean road) {
        taken.add(flow);
        Part next = graph.target(flow);
        boolean waits = joins.waitsForAll(next, from) && !taken.containsAll(graph.flowsTo(next));
        if (!waits) {
            enter(next, road);
        }
    }
}
