package id.siks.worklist.list;

import id.siks.identity.Actor;
import id.siks.worklist.model.TeamCounts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much a person's team has to do now: the counters without what somebody put off to a later day. */
@Component
class TeamWork {

    private final TeamCounts counts;
    private final WorkLists lists;

    TeamWork(TeamCounts counts, WorkLists lists) {
        this.counts = counts;
        this.lists = lists;
    }

    /** Open and awake work by task; tasks without are absent. */
    Map<String, Integer> of(Actor actor) {
        Map<String, Integer> awake = counts.of(actor);
        lists.asleep(actor).forEach((task, n) -> awake.computeIfPresent(task, (key, all) -> all > n ? all - n : null));
        return awake;
    }
}
