package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.replay.Change.Untold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leads closed cases along a diagram in two versions, the one in force and the proposed one. What the one in force would
 * change already, for a case that followed an older one, is no news.
 */
final class WayAsking implements Asking {

    private final String process;
    private final Travels travels;
    private final boolean everyCase;
    private final Ways before;
    private final Ways after;
    private final Past past;
    private final TimeLimit time;
    private final Set<String> variables = new HashSet<>();
    private final Map<String, Ways> followed = new HashMap<>();
    private final Map<Alike, List<Change>> known = new HashMap<>();

    /**
     * @param travels under which numbers cases went through the process
     * @param everyCase true when every such case has gone through it, so that one without history cannot be told
     */
    WayAsking(
            String process,
            Travels travels,
            boolean everyCase,
            String before,
            String after,
            Past past,
            TimeLimit time) {
        this.process = process;
        this.travels = travels;
        this.everyCase = everyCase;
        this.before = new Ways(new DrawnProcess(before));
        this.after = new Ways(new DrawnProcess(after));
        this.past = past;
        this.time = time;
        Stream.of(this.before, this.after)
                .flatMap(ways -> Stream.concat(Stream.of(ways), ways.scopes().values().stream()))
                .flatMap(ways -> ways.conditions().stream())
                .forEach(condition -> variables.add(Comparison.of(condition).variable()));
    }

    /** Cases that went the same way through the process or one of its subprocesses knowing the same; null for the process. */
    private record Alike(String definition, String scope, Road road) {}

    @Override
    public Stream<Asked> of(List<CaseRef> refs) {
        Map<CaseRef, CaseRef> numbers = travels.of(refs);
        List<CaseRef> all = numbers.values().stream().distinct().toList();
        Map<String, List<Trail>> trails =
                past.trails().of(all, process, variables).stream().collect(Collectors.groupingBy(Trail::ref));
        return refs.stream().map(ref -> new Asked(ref.value(), changes(numbers.get(ref), trails)));
    }

    /** What would be otherwise for whoever went under that number; null for who did not go at all. */
    private List<Change> changes(CaseRef number, Map<String, List<Trail>> trails) {
        if (number == null) {
            return List.of();
        }
        List<Trail> went = trails.get(number.value());
        if (went == null) {
            return everyCase ? List.of(Change.untold("", Untold.NO_HISTORY)) : List.of();
        }
        return went.stream()
                .flatMap(trail -> changes(trail).stream())
                .distinct()
                .toList();
    }

    private List<Change> changes(Trail trail) {
        Ways was = followed.computeIfAbsent(trail.definition(), past::ways);
        Road main = new Road(was.road(trail.elements()), trail.values());
        if (main.steps().isEmpty()) {
            return List.of(Change.untold("", Untold.NO_HISTORY));
        }
        Stream<Change> outside = known
                .computeIfAbsent(new Alike(trail.definition(), null, main), alike -> compared(was, before, after, main))
                .stream();
        Stream<Change> inside = was.scopes().keySet().stream().flatMap(scope -> inside(trail, was, scope));
        return Stream.concat(outside, inside).distinct().toList();
    }

    /** What would be otherwise within a subprocess, each time it was gone through; that it is gone the road around it tells. */
    private Stream<Change> inside(Trail trail, Ways was, String scope) {
        Ways is = after.scopes().get(scope);
        if (is == null) {
            return Stream.empty();
        }
        Ways inner = was.scopes().get(scope);
        List<List<String>> times = trail.through(scope);
        // What was kept may be of another time, or of another branch.
        boolean once = times.size() == 1 && !inner.isRepeated();
        return times.stream()
                .map(steps -> new Road(inner.road(steps), once ? trail.values() : Map.of()))
                .filter(road -> !road.steps().isEmpty())
                .distinct()
                .flatMap(road -> known
                        .computeIfAbsent(
                                new Alike(trail.definition(), scope, road),
                                alike -> compared(inner, before.scopes().get(scope), is, road))
                        .stream());
    }

    /** {@code without} is null when the version in force has no such subprocess. */
    private List<Change> compared(Ways was, Ways without, Ways with, Road road) {
        List<Change> news = new ArrayList<>(walked(was, with, road));
        if (without != null) {
            news.removeAll(walked(was, without, road));
        }
        return news;
    }

    private List<Change> walked(Ways was, Ways is, Road road) {
        return new Walk(was, is, road, past.decider(was, is, time)).changes();
    }
}
