package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Actors;
import id.siks.identity.Leaves;
import id.siks.identity.Leaves.Act;
import id.siks.identity.PastRoles;
import id.siks.identity.PastRoles.Deed;
import id.siks.identity.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        List<TimelineEntry> entries = timeline.of(ref);
        Map<Act, Long> absent = leaves.inWhosePlace(
                entries.stream()
                        .filter(CaseEvents::inARole)
                        .map(CaseEvents::act)
                        .toList(),
                area);
        List<Done> done = entries.stream()
                .map(e -> new Done(e, inARole(e) ? absent.get(act(e)) : null))
                .toList();
        Map<Long, String> names = actors.namesOf(
                done.stream().flatMap(d -> Stream.of(d.entry.by(), d.absent)).toList());
        Map<Deed, List<Role>> roles = pastRoles.of(
                done.stream().filter(d -> d.entry.by() != null).map(Done::deed).toList(), area);
        return done.stream().map(d -> d.told(names, roles)).toList();
    }

    /** The role each of them had over the area at that moment; null when he had none. */
    Map<Deed, Role> rolesOf(Collection<Deed> deeds, AreaCode area) {
        Map<Deed, Role> first = new HashMap<>();
        pastRoles.of(deeds, area).forEach((deed, roles) -> first.put(deed, roles.isEmpty() ? null : roles.get(0)));
        return first;
    }

    private static boolean inARole(TimelineEntry entry) {
        return entry.by() != null && entry.role() != null;
    }

    private static Act act(TimelineEntry entry) {
        return new Act(entry.by(), entry.role(), entry.at());
    }

    /** An entry, and the account in whose place it was done, or null. */
    private record Done(TimelineEntry entry, Long absent) {

        Deed deed() {
            return new Deed(entry.by(), entry.at());
        }

        Event told(Map<Long, String> names, Map<Deed, List<Role>> roles) {
            if (entry.by() == null) {
                return new Event(entry, null, null, null);
            }
            Role role = absent == null ? role(roles.get(deed())) : entry.role();
            return new Event(entry, names.get(entry.by()), role, absent == null ? null : names.get(absent));
        }

        /** The role that held the case, when the person had it then; else the one he had over the case's area. */
        private Role role(List<Role> had) {
            return had.isEmpty() || had.contains(entry.role()) ? entry.role() : had.get(0);
        }
    }

    /** One thing that happened, with the names of who did it and in whose place; null for the system and for his own. */
    record Event(TimelineEntry entry, String by, Role role, String absent) {}
}
