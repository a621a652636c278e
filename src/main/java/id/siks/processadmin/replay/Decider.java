package id.siks.processadmin.replay;

import id.siks.platform.engine.Conditions;
import id.siks.processadmin.replay.Ways.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where gateways lead. What they read is mostly not written down, but the way a case went tells it: a gateway whose answer
 * is known was asked about values that give this answer and no other.
 */
final class Decider {

    private static final int MOST = 4_096;

    private final Conditions conditions;
    private final Map<String, Set<Object>> possible = new HashMap<>();
    private final Set<String> lasting;
    private final TimeLimit time;

    /**
     * @param both the diagram that was followed and the one that is proposed
     * @param choices values a form offers, by variable; no other can have been given
     * @param lasting variables that never change in a case
     */
    Decider(
            Conditions conditions,
            List<Ways> both,
            Map<String, Set<Object>> choices,
            Set<String> lasting,
            TimeLimit time) {
        this.conditions = conditions;
        this.lasting = lasting;
        this.time = time;
        both.stream()
                .flatMap(ways -> ways.conditions().stream())
                .map(Comparison::of)
                .forEach(c -> possible.computeIfAbsent(c.variable(), v -> new HashSet<>())
                        .addAll(c.cases()));
        choices.forEach((variable, values) -> possible.computeIfPresent(variable, (v, all) -> values));
    }

    /** Everywhere the gateway may lead, all that is known considered. */
    Set<String> targets(Ways is, String gateway, Ways was, Road road, int at) {
        Map<String, Set<Object>> open = new LinkedHashMap<>();
        List<Integer> told = new ArrayList<>();
        for (String variable : variables(is, gateway)) {
            int telling = road.telling(variable, at, was, Decider::variables);
            if (road.isKnown(variable, at, lasting)) {
                open.put(variable, Set.of(road.value(variable)));
            } else {
                open.put(variable, possible.get(variable));
                if (telling >= 0) {
                    told.add(telling);
                    variables(was, road.step(telling)).forEach(v -> open.putIfAbsent(v, possible.get(v)));
                }
            }
        }
        Set<String> targets = new HashSet<>();
        for (Map<String, Object> values : all(open)) {
            time.require();
            boolean fits = told.stream().allMatch(i -> road.wentTo(i, target(was, road.step(i), values)));
            if (fits) {
                targets.add(target(is, gateway, values));
            }
        }
        return targets;
    }

    /** Names of what a gateway reads. */
    static Set<String> variables(Ways ways, String gateway) {
        Set<String> read = new HashSet<>();
        ways.flowsFrom(gateway).stream()
                .map(Flow::condition)
                .filter(condition -> !condition.isEmpty())
                .forEach(condition -> read.add(Comparison.of(condition).variable()));
        return read;
    }

    /** Where the gateway leads with these values; empty when it does not lead on. */
    private String target(Ways ways, String gateway, Map<String, Object> values) {
        List<Flow> flows = ways.flowsFrom(gateway);
        for (Flow flow : flows) {
            boolean open = flow.condition().isEmpty() && !flow.id().equals(ways.fallback(gateway));
            if (open || !flow.condition().isEmpty() && holds(flow.condition(), values)) {
                return flow.target();
            }
        }
        return flows.stream()
                .filter(flow -> flow.id().equals(ways.fallback(gateway)))
                .map(Flow::target)
                .findFirst()
                .orElse("");
    }

    private boolean holds(String condition, Map<String, Object> values) {
        try {
            return conditions.holds(condition, values);
        } catch (IllegalArgumentException ofAnotherKind) {
            // A text where a number is compared: the engine would stop here.
            return false;
        }
    }

    /** Every way to give each variable one of its values; nothing when there are too many. */
    private static List<Map<String, Object>> all(Map<String, Set<Object>> open) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        for (Map.Entry<String, Set<Object>> variable : open.entrySet()) {
            if (all.size() * variable.getValue().size() > MOST) {
                return List.of();
            }
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> values : all) {
                for (Object value : variable.getValue()) {
                    Map<String, Object> more = new HashMap<>(values);
                    more.put(variable.getKey(), value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
