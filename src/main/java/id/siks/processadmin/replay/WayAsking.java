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
    private final boolean everyCase;
    private final Ways before;
    private final Ways after;
    private final Past past;
    private final Set<String> variables = new HashSet<>();
    private final Map<String, Ways> followed = new HashMap<>();
    private final Map<Alike, List<Change>> known = new HashMap<>();

    /**
     * @param everyCase true when every case has gone through the process, so that one without history cannot be told
     */
    WayAsking(String process, boolean everyCase, String before, String after, Past past) {
        this.process = process;
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
        Map<String, Set<Change>> changes = new HashMap<>();
        for (Trail trail : past.trails().of(refs, process, variables)) {
            changes.computeIfAbsent(trail.ref(), ref -> new LinkedHashSet<>()).addAll(changes(trail));
        }
        return refs.stream().map(ref -> asked(ref, changes.get(ref.value()))).toList();
    }

    private Asked asked(CaseRef ref, Set<Change> changes) {
        if (changes == null) {
            return new Asked(ref.value(), everyCase ? List.of(Change.untold("", Untold.NO_HISTORY)) : List.of());
        }
        return new Asked(ref.value(), List.copyOf(changes));
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
