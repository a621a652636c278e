package id.siks.worklist.list;

import id.siks.casework.TouchedCases;
import id.siks.identity.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much each tab holds, exactly: the team's from the counters, a person's own from his few rows. */
@Component
class TabCounts {

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
        Map<Tab, Integer> counts = lists.count(List.of(Tab.MINE, Tab.WAITING, Tab.DONE), actor);
        counts.put(Tab.TEAM, team);
        counts.put(Tab.TOUCHED, touched.count(actor));
        return counts;
    }
}
