package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.replay.Change.Untold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private final Set<String> variables = new HashSet<>();
    private final Map<String, Ways> followed = new HashMap<>();
    private final Map<Alike, List<Change>> known = new HashMap<>();

    /**
     * @param travels under which numbers cases went through the process
     * @param everyCase true when every such case has gone through it, so that one without history cannot be told
     */
    WayAsking(String process, Travels travels, boolean everyCase, String before, String after, Past past) {
        this.process = process;
        this.travels = travels;
        this.everyCase = everyCase;
        this.before = new Ways(new DrawnProcess(before));
        this.after = new Ways(new DrawnProcess(after));
        this.past = past;
        for (Ways ways : List.of(this.before, this.after)) {
            ways.conditions()
                    .forEach(condition -> variables.add(Comparison.of(condition).variable()));
        }
    }

    /** Cases that went the same way knowing the same. */
    private record Alike(String definition, Road road) {}

    @Override
    public List<Asked> of(List<CaseRef> refs) {
        Map<CaseRef, CaseRef> numbers = travels.of(refs);
        List<CaseRef> all = numbers.values().stream().distinct().toList();
        Map<String, Set<Change>> changes = new HashMap<>();
        for (Trail trail : past.trails().of(all, process, variables)) {
            changes.computeIfAbsent(trail.ref(), ref -> new LinkedHashSet<>()).addAll(changes(trail));
        }
        return refs.stream()
                .map(ref -> new Asked(ref.value(), changes(numbers.get(ref), changes)))
                .toList();
    }

    /** What would be otherwise for whoever went under that number; null for who did not go at all. */
    private List<Change> changes(CaseRef number, Map<String, Set<Change>> changes) {
        if (number == null) {
            return List.of();
        }
        Set<Change> found = changes.get(number.value());
        if (found == null) {
            return everyCase ? List.of(Change.untold("", Untold.NO_HISTORY)) : List.of();
        }
        return List.copyOf(found);
    }

    private List<Change> changes(Trail trail) {
        Ways was = followed.computeIfAbsent(trail.definition(), past::ways);
        Road road = new Road(was.road(trail.steps()), trail.values());
        return known.computeIfAbsent(new Alike(trail.definition(), road), alike -> compared(was, road));
    }

    private List<Change> compared(Ways was, Road road) {
        if (road.steps().isEmpty()) {
            return List.of(Change.untold("", Untold.NO_HISTORY));
        }
        List<Change> news = new ArrayList<>(walked(was, after, road));
        news.removeAll(walked(was, before, road));
        return news;
    }

    private List<Change> walked(Ways was, Ways is, Road road) {
        return new Walk(was, is, road, past.decider(was, is)).changes();
    }
}
