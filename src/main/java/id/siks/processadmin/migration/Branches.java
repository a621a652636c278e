package id.siks.processadmin.migration;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.diagram.Reach;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Where a diagram splits into branches that go on side by side, and what lies between there and where they meet again. */
final class Branches {

    private static final String PARALLEL = "parallelGateway";

    private final DrawnProcess diagram;
    private final Map<String, Set<String>> next = new HashMap<>();
    private final Map<String, Integer> incoming = new HashMap<>();

    Branches(DrawnProcess diagram) {
        this.diagram = diagram;
        for (Element flow : diagram.elements("sequenceFlow")) {
            String target = flow.getAttribute("targetRef");
            next.computeIfAbsent(flow.getAttribute("sourceRef"), id -> new HashSet<>())
                    .add(target);
            incoming.merge(target, 1, Integer::sum);
        }
    }

    /** Splits by the id of their gateway, each with what lies inside. */
    Map<String, Set<String>> splits() {
        Map<String, Set<String>> splits = new HashMap<>();
        for (Element gateway : diagram.elements(PARALLEL)) {
            String id = DrawnProcess.id(gateway);
            if (after(id).size() > 1) {
                splits.put(id, inside(id));
            }
        }
        return splits;
    }

    /** How many branches go on side by side behind the node; 0 when it is no parallel gateway, or not there. */
    int width(String id) {
        return isParallel(id) ? after(id).size() : 0;
    }

    /** Everything up to where all branches have met. */
    Set<String> inside(String split) {
        Set<String> joins = joins(split);
        Set<String> inside = new HashSet<>();
        // The joins as well: who waits there for the others has not met them yet.
        after(split).forEach(first -> inside.addAll(reach(first, joins)));
        return inside;
    }

    /** The branches of a split by their first steps, each with what lies on it before they meet. */
    Map<String, Set<String>> lanes(String split) {
        Set<String> joins = joins(split);
        Map<String, Set<String>> lanes = new HashMap<>();
        after(split).forEach(first -> {
            Set<String> lane = reach(first, joins);
            lane.removeAll(joins);
            lanes.put(first, lane);
        });
        return lanes;
    }

    /** Everything from which the node can be reached, but not the node itself. */
    Set<String> upstream(String id) {
        Set<String> upstream = new HashSet<>(next.keySet());
        upstream.removeIf(from -> from.equals(id) || !reach(from, Set.of()).contains(id));
        return upstream;
    }

    private Set<String> joins(String split) {
        List<Set<String>> branches =
                after(split).stream().map(first -> reach(first, Set.of())).toList();
        Set<String> joins = new HashSet<>(branches.get(0));
        branches.forEach(joins::retainAll);
        joins.removeIf(id -> !isJoin(id));
        return joins;
    }

    private boolean isJoin(String id) {
        return isParallel(id) && incoming.getOrDefault(id, 0) > 1;
    }

    private boolean isParallel(String id) {
        Element node = diagram.find(id);
        return node != null && PARALLEL.equals(node.getLocalName());
    }

    /** What can be reached from {@code first}, itself and the places where one stops included. */
    private Set<String> reach(String first, Set<String> stops) {
        return Reach.of(Set.of(first), at -> stops.contains(at) ? Set.of() : after(at));
    }

    private Set<String> after(String id) {
        return next.getOrDefault(id, Set.of());
    }
}
