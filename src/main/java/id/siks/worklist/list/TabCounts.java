package id.siks.worklist.list;

import id.siks.casework.TouchedCases;
import id.siks.identity.Actor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How much each tab holds: the team's from the counters, what a person has now from his few rows, and what is over up to
 * {@link Tab#MOST_COUNTED}.
 */
@Component
class TabCounts {

    /** What a person has himself. */
    private static final List<Tab> OWN = List.of(Tab.MINE, Tab.WAITING, Tab.DONE);

    private final WorkLists lists;
    private final TouchedCases touched;

    TabCounts(WorkLists lists, TouchedCases touched) {
        this.lists = lists;
        this.touched = touched;
    }

    /**
     * Items by tab.
     *
     * @param team how much the actor's team has to do now
     */
    Map<Tab, Integer> of(Actor actor, int team) {
        List<Integer> own = lists.count(
                OWN.stream()
                        .map(tab -> new ListFilter(Map.of(ListFilter.TAB, tab.word())))
                        .toList(),
                filter -> DueSpan.ANY,
                actor);
        Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
        OWN.forEach(tab -> counts.put(tab, own.get(OWN.indexOf(tab))));
        counts.put(Tab.TEAM, team);
        counts.put(Tab.TOUCHED, touched.count(actor, TouchedCases.Wanted.ALL, Tab.MOST_COUNTED + 1));
        return counts;
    }
}
