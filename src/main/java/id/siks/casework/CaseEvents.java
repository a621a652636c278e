package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Leaves;
import id.siks.identity.Role;
import id.siks.platform.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What happened to a case, with the people who did it as everybody may read them. */
@Component
class CaseEvents {

    private final Timeline timeline;
    private final Actors actors;
    private final Leaves leaves;

    CaseEvents(Timeline timeline, Actors actors, Leaves leaves) {
        this.timeline = timeline;
        this.actors = actors;
        this.leaves = leaves;
    }

    /** Oldest first. */
    List<Event> of(CaseRef ref, AreaCode area) {
        List<TimelineEntry> entries = timeline.of(ref);
        Map<Long, Optional<Actor>> people = entries.stream()
                .map(TimelineEntry::by)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::person));
        return entries.stream()
                .map(e -> e.by() == null ? new Event(e, null, null, null) : event(e, people.get(e.by()), area))
                .toList();
    }

    /** The role somebody has over the area today, or null. */
    Role roleOf(Long account, AreaCode area) {
        return person(account).flatMap(p -> over(p, area)).orElse(null);
    }

    private Event event(TimelineEntry entry, Optional<Actor> person, AreaCode area) {
        Optional<Long> absent = entry.role() == null
                ? Optional.empty()
                : leaves.inWhosePlace(entry.by(), entry.role(), area, entry.at());
        Role role = absent.isPresent() ? entry.role() : role(entry, person, area);
        return new Event(
                entry,
                actors.nameOf(entry.by()),
                role,
                absent.map(actors::nameOf).orElse(null));
    }

    private Optional<Actor> person(Long account) {
        try {
            return Optional.of(actors.byId(account));
        } catch (NotFound closed) {
            return Optional.empty();
        }
    }

    /** The role that held the case, when the person has it; else the one he has over the case's area. */
    private static Role role(TimelineEntry entry, Optional<Actor> person, AreaCode area) {
        if (person.isEmpty() || entry.role() != null && person.get().holds(entry.role(), area)) {
            return entry.role();
        }
        return over(person.get(), area).orElse(entry.role());
    }

    private static Optional<Role> over(Actor person, AreaCode area) {
        return person.assignments().stream()
                .filter(a -> a.scope().covers(area))
                .map(a -> a.role())
                .findFirst();
    }

    /** One thing that happened, with the names of who did it and in whose place; null for the system and for his own. */
    record Event(TimelineEntry entry, String by, Role role, String absent) {}
}
