package id.siks.processadmin.migration;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the target splits into more branches than the source: a case that stands behind such a split has a token on one
 * of them only, and would wait for the others for ever. They can be begun for it, as far as it has not done already what
 * stands on them.
 */
final class NewBranches {

    private final Branches before;
    private final Branches after;
    private final Choice choice;
    private final List<String> splits;

    NewBranches(Pair pair, Choice choice) {
        this.before = new Branches(pair.source().diagram());
        this.after = new Branches(pair.target().diagram());
        this.choice = choice;
        this.splits = splits(before, after);
    }

    /** Gateways at which the target splits anew, each with the first step of its branches. */
    static Map<String, Collection<String>> of(Pair pair) {
        Branches before = new Branches(pair.source().diagram());
        Branches after = new Branches(pair.target().diagram());
        Map<String, Collection<String>> found = new LinkedHashMap<>();
        splits(before, after)
                .forEach(split ->
                        found.put(split, new TreeSet<>(after.lanes(split).keySet())));
        return found;
    }

    private static List<String> splits(Branches before, Branches after) {
        return after.splits().keySet().stream()
                .filter(split -> before.width(split) < after.width(split))
                .sorted()
                .toList();
    }

    /** Steps of the source whose cases cannot be helped, or are not to be. */
    Map<String, MoveFault> refused() {
        Map<String, MoveFault> refused = new TreeMap<>();
        choice.steps().forEach((source, target) -> splits.stream()
                .filter(split -> after.inside(split).contains(target))
                .flatMap(split -> fault(split, source).stream())
                .findFirst()
                .ifPresent(fault -> refused.put(source, fault)));
        return refused;
    }

    private Optional<MoveFault> fault(String split, String source) {
        if (!choice.branched().contains(split) || !isClear(split, source)) {
            return Optional.of(MoveFault.NEW_BRANCH);
        }
        Set<String> done = before.upstream(source);
        Set<String> again = new HashSet<>();
        done.forEach(step -> again.add(choice.steps().getOrDefault(step, step)));
        boolean twice = missing(split, Set.of(source)).stream()
                .anyMatch(first -> after.lanes(split).get(first).stream().anyMatch(again::contains));
        return twice ? Optional.of(MoveFault.BRANCH_DONE) : Optional.empty();
    }

    /** True when it is plain on which branch the step stands, and which branches are the new ones. */
    private boolean isClear(String split, String source) {
        if (before.width(split) > 1) {
            return known(split).size() == before.width(split);
        }
        return standing(split, Set.of(source)).size() == 1;
    }

    /** The first step of every branch that is to be begun for a case that stands at these steps of the source. */
    Set<String> missing(Collection<String> steps) {
        Set<String> missing = new TreeSet<>();
        splits.stream()
                .filter(choice.branched()::contains)
                .filter(split -> steps.stream().map(choice.steps()::get).anyMatch(after.inside(split)::contains))
                .forEach(split -> missing.addAll(missing(split, steps)));
        return missing;
    }

    private Set<String> missing(String split, Collection<String> steps) {
        Set<String> missing = new TreeSet<>(after.lanes(split).keySet());
        missing.removeAll(before.width(split) > 1 ? known(split) : standing(split, steps));
        return missing;
    }

    /** Branches that begin as one of the source does. */
    private Set<String> known(String split) {
        Set<String> known = new HashSet<>();
        before.lanes(split).keySet().forEach(first -> {
            String place = choice.steps().getOrDefault(first, first);
            if (after.lanes(split).containsKey(place)) {
                known.add(place);
            }
        });
        return known;
    }

    /** Branches on which the steps stand. */
    private Set<String> standing(String split, Collection<String> steps) {
        Set<String> standing = new HashSet<>();
        after.lanes(split).forEach((first, lane) -> {
            if (steps.stream().map(choice.steps()::get).anyMatch(lane::contains)) {
                standing.add(first);
            }
        });
        return standing;
    }
}
