package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Actors;
import id.siks.identity.Leaves;
import id.siks.identity.PastRoles;
import id.siks.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happened to a case, with the people who did it as everybody may read them. */
@Component
class CaseEvents {

    private final Timeline timeline;
    private final Actors actors;
    private final Leaves leaves;
    private final PastRoles pastRoles;

    CaseEvents(Timeline timeline, Actors actors, Leaves leaves, PastRoles pastRoles) {
        this.timeline = timeline;
        this.actors = actors;
        this.leaves = leaves;
        this.pastRoles = pastRoles;
    }

    /** Oldest first. */
    List<Event> of(CaseRef ref, AreaCode area) {
        return timeline.of(ref).stream()
                .map(e -> e.by() == null ? new Event(e, null, null, null) : event(e, area))
                .toList();
    }

    /** The role somebody had over the area at that moment, or null. */
    Role roleOf(long account, AreaCode area, Instant at) {
        return pastRoles.of(account, area, at).stream().findFirst().orElse(null);
    }

    private Event event(TimelineEntry entry, AreaCode area) {
        Optional<Long> absent = entry.role() == null
                ? Optional.empty()
                : leaves.inWhosePlace(entry.by(), entry.role(), area, entry.at());
        return new Event(
                entry,
                actors.nameOf(entry.by()),
                absent.isPresent() ? entry.role() : role(entry, area),
                absent.map(actors::nameOf).orElse(null));
    }

    /** The role that held the case, when the person had it then; else the one he had over the case's area. */
    private Role role(TimelineEntry entry, AreaCode area) {
        List<Role> had = pastRoles.of(entry.by(), area, entry.at());
        return had.isEmpty() || had.contains(entry.role()) ? entry.role() : had.get(0);
    }

    /** One thing that happened, with the names of who did it and in whose place; null for the system and for his own. */
    record Event(TimelineEntry entry, String by, Role role, String absent) {}
}
