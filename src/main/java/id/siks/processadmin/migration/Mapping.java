package id.siks.processadmin.migration;

import id.siks.platform.engine.ProcessDiagrams;
import id.siks.processadmin.check.Crossing;
import id.siks.processadmin.check.Crossings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.stereotype.Component;

/**
 * Which step of the target takes the place of which step of the source. People choose for the steps at which cases wait;
 * events at them and event subprocesses follow.
 */
@Component
class Mapping {

    private static final String MANY = BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX;

    private final RuntimeService engine;
    private final ProcessDiagrams diagrams;
    private final Crossings crossings;

    Mapping(RuntimeService engine, ProcessDiagrams diagrams, Crossings crossings) {
        this.engine = engine;
        this.diagrams = diagrams;
        this.crossings = crossings;
    }

    /** What suggests itself: steps that are the same, else of the same kind and name. */
    Map<String, String> suggest(Pair pair) {
        Map<String, String> equal = equal(pair);
        Map<String, String> suggested = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(equal.values());
        for (Step step : pair.source().all()) {
            String target = equal.get(step.id());
            if (target == null) {
                target = pair.target().all().stream()
                        .filter(t -> !taken.contains(t.id()) && t.kind().equals(step.kind()))
                        .filter(t -> t.name().equals(step.name()))
                        .map(Step::id)
                        .findFirst()
                        .orElse(null);
            }
            if (target != null) {
                taken.add(target);
                suggested.put(step.id(), target);
            }
        }
        return suggested;
    }

    /**
     * The plan as the engine understands it.
     *
     * @param choice what people chose
     */
    Built build(Pair pair, Choice choice) {
        return build(pair, crossing(pair), choice);
    }

    /** The two versions as the rules look at them, for who builds several plans. */
    Crossing crossing(Pair pair) {
        return crossings.of(pair.from().key(), diagrams.file(pair.sourceId()), diagrams.file(pair.targetId()));
    }

    /** As {@link #build(Pair, Choice)}. */
    Built build(Pair pair, Crossing crossing, Choice choice) {
        Map<String, String> chosen = choice.steps();
        List<Objection> objections = objections(pair, crossing, chosen);
        MigrationPlanBuilder builder = engine.createMigrationPlan(pair.sourceId(), pair.targetId());
        Map<String, String> all = complete(pair, chosen);
        all.forEach((source, target) -> {
            MigrationInstructionBuilder instruction = builder.mapActivities(source, target);
            // Whoever waited for the old message hears the new one. Timers are never set anew: they keep their dates.
            if (!pair.source().message(source).equals(pair.target().message(target))) {
                instruction.updateEventTrigger();
            }
        });
        try {
            MigrationPlan plan = builder.build();
            NewBranches branches = new NewBranches(pair, choice);
            return new Built(plan, objections, refused(pair, chosen, branches, crossing), branches);
        } catch (MigrationPlanValidationException refused) {
            refused.getValidationReport().getInstructionReports().forEach(report -> report.getFailures()
                    .forEach(sentence -> objections.add(new Objection(
                            report.getMigrationInstruction()
                                    .getSourceActivityId()
                                    .replace(MANY, ""),
                            MoveFault.of(sentence)))));
            return new Built(null, objections, Map.of(), null);
        }
    }

    private static List<Objection> objections(Pair pair, Crossing crossing, Map<String, String> chosen) {
        List<Objection> objections = new ArrayList<>();
        chosen.forEach((source, target) -> {
            if (!pair.source().role(source).equals(pair.target().role(target))) {
                objections.add(new Objection(source, MoveFault.OTHER_ROLE));
            }
            if (crossing.hasOwnPage(source) && !source.equals(target)) {
                objections.add(new Objection(source, MoveFault.OWN_PAGE));
            }
            if (crossing.leadsPast(source, target)) {
                objections.add(new Objection(source, MoveFault.PAST_STATION));
            }
        });
        return objections;
    }

    /** The choice with everything that belongs to it. */
    private Map<String, String> complete(Pair pair, Map<String, String> chosen) {
        Map<String, String> all = new LinkedHashMap<>(chosen);
        Set<String> steps = pair.source().all().stream().map(Step::id).collect(Collectors.toSet());
        equal(pair).forEach((source, target) -> {
            if (!steps.contains(source) && !source.endsWith(MANY) && isSide(pair, source)) {
                all.put(source, target);
            }
        });
        chosen.forEach((source, target) -> {
            if (pair.source().isMany(source) && pair.target().isMany(target)) {
                all.put(source + MANY, target + MANY);
            }
            BoundaryEvents.of(pair, source, target).forEach(all::putIfAbsent);
        });
        return all;
    }

    /** True for event subprocesses and what begins them. */
    private static boolean isSide(Pair pair, String id) {
        var node = pair.source().diagram().find(id);
        if (node == null) {
            return false;
        }
        boolean start = node.getLocalName().equals("startEvent");
        var side = start ? node.getParentNode() : node;
        return side instanceof org.w3c.dom.Element element && "true".equals(element.getAttribute("triggeredByEvent"));
    }

    private Map<String, String> equal(Pair pair) {
        Map<String, String> equal = new TreeMap<>();
        engine.createMigrationPlan(pair.sourceId(), pair.targetId())
                .mapEqualActivities()
                .build()
                .getInstructions()
                .forEach((MigrationInstruction i) -> equal.put(i.getSourceActivityId(), i.getTargetActivityId()));
        return equal;
    }

    /** Steps of the source whose cases would miss a branch in the target, do one twice, or lack what is asked of them. */
    private static Map<String, MoveFault> refused(
            Pair pair, Map<String, String> chosen, NewBranches branches, Crossing crossing) {
        Branches before = new Branches(pair.source().diagram());
        Branches after = new Branches(pair.target().diagram());
        Map<String, Set<String>> planned = after.splits();
        Map<String, MoveFault> refused = new TreeMap<>(branches.refused());
        before.splits().forEach((split, inside) -> {
            if (!planned.containsKey(split) || before.width(split) > after.width(split)) {
                inside.forEach(source -> refused.putIfAbsent(source, MoveFault.LOST_BRANCH));
            }
        });
        chosen.forEach((source, target) -> {
            if (crossing.lacks(source, target)) {
                refused.putIfAbsent(source, MoveFault.VALUE_LACKING);
            }
        });
        return refused;
    }

    /**
     * A plan, checked.
     *
     * @param plan null when the engine refuses it
     * @param objections what is wrong with it
     * @param refused steps of the source whose cases stay, whatever the engine says
     * @param branches what is begun for cases that would miss a branch; null when the engine refuses the plan
     */
    record Built(MigrationPlan plan, List<Objection> objections, Map<String, MoveFault> refused, NewBranches branches) {

        boolean isSound() {
            return plan != null && objections.isEmpty();
        }
    }
}
