package id.siks.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody as his rows are read: what he holds himself comes before what he holds for others. */
final class ActorDraft {

    private final long accountId;
    private final String displayName;
    private final List<Assignment> held = new ArrayList<>();
    private final Map<Long, List<Assignment>> forOthers = new LinkedHashMap<>();

    ActorDraft(long accountId, String displayName) {
        this.accountId = accountId;
        this.displayName = displayName;
    }

    /** He holds {@code assignment}, for {@code absent} unless that is null. */
    void add(Assignment assignment, Long absent) {
        boolean known = held.contains(assignment);
        if (absent != null) {
            List<Assignment> added = forOthers.computeIfAbsent(absent, id -> new ArrayList<>());
            if (!known) {
                added.add(assignment);
            }
        }
        if (!known || absent == null) {
            held.add(assignment);
        }
    }

    Actor actor() {
        List<StandIn> standIns = forOthers.entrySet().stream()
                .map(e -> new StandIn(e.getKey(), List.copyOf(e.getValue())))
                .toList();
        return new Actor(accountId, displayName, List.copyOf(held), standIns);
    }
}
