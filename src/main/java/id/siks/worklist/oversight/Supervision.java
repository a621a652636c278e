package id.siks.worklist.oversight;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import id.siks.platform.NotFound;
import id.siks.worklist.model.WorkItem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Over which areas somebody supervises the work of others (glossary 4). */
@Component
public class Supervision {

    private static final Set<Role> SUPERVISORS = EnumSet.of(
            Role.DISTRICT_HEAD,
            Role.REGENCY_VERIFIER,
            Role.REGENCY_OFFICE_HEAD,
            Role.PROVINCE_OFFICER,
            Role.MINISTRY_OFFICER,
            Role.MINISTRY_DECIDER,
            Role.AUDITOR);

    // The camat knows how his villages stand and holds nothing up (glossary 4): he reminds and notes, and decides
    // nothing.
    private static final Set<Role> STEERING =
            SUPERVISORS.stream().filter(role -> role != Role.DISTRICT_HEAD).collect(Collectors.toUnmodifiableSet());

    /** The territories, the widest first. */
    public List<Scope> of(Actor actor) {
        return actor.assignments().stream()
                .filter(a -> SUPERVISORS.contains(a.role()))
                .map(Assignment::scope)
                .distinct()
                .sorted((one, other) -> one.prefix().length() - other.prefix().length())
                .toList();
    }

    /**
     * The area to show.
     *
     * @param asked code somebody asked for; null or empty for the widest territory he has
     * @return null for the nation; {@link NotFound} when he does not supervise there or the code has no shape
     */
    public AreaCode area(String asked, Actor actor) {
        List<Scope> scopes = of(actor);
        if (asked == null || asked.isEmpty()) {
            return scopes.stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFound("board"))
                    .area();
        }
        if (!AreaCode.isShaped(asked)) {
            throw new NotFound("area");
        }
        AreaCode area = new AreaCode(asked);
        if (scopes.stream().noneMatch(scope -> scope.covers(area))) {
            throw new NotFound("area " + area);
        }
        return area;
    }

    /** True when the work lies in an area the actor supervises. */
    public boolean covers(Actor actor, WorkItem item) {
        return of(actor).stream().anyMatch(scope -> scope.covers(item.area()));
    }

    /**
     * True when the actor may remind of the work and note something about it: he supervises its area in a role above the one
     * that does it. Nobody does so with what his own team does, also when he has both roles or one of them for somebody on
     * leave; and an auditor only looks.
     */
    public boolean over(Actor actor, WorkItem item) {
        return isAbove(SUPERVISORS, actor, item);
    }

    /** True when he may also pass it on and move its deadline: he is over it in a role that decides. */
    public boolean steers(Actor actor, WorkItem item) {
        return isAbove(STEERING, actor, item);
    }

    /** True when the actor steers one of the items. */
    public boolean steersAny(Actor actor, List<WorkItem> items) {
        return items.stream().anyMatch(item -> steers(actor, item));
    }

    /** Ids of those tasks the actor is {@linkplain #over(Actor, WorkItem) over}. */
    public Set<String> over(Actor actor, List<WorkItem> items) {
        return items.stream()
                .filter(item -> over(actor, item))
                .map(WorkItem::taskId)
                .collect(Collectors.toSet());
    }

    private static boolean isAbove(Set<Role> supervisors, Actor actor, WorkItem item) {
        // The roles that work stand in their order, from the village upwards.
        return !actor.holds(item.role(), item.area())
                && actor.assignments().stream()
                        .anyMatch(a -> supervisors.contains(a.role())
                                && a.role().works()
                                && a.role().compareTo(item.role()) > 0
                                && a.scope().covers(item.area()));
    }
}
