package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import id.siks.platform.NotFound;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Over which areas somebody supervises the work of others (glossary 4). */
@Component
class Supervision {

    private static final Set<Role> SUPERVISORS = EnumSet.of(
            Role.DISTRICT_HEAD,
            Role.REGENCY_VERIFIER,
            Role.REGENCY_OFFICE_HEAD,
            Role.PROVINCE_OFFICER,
            Role.MINISTRY_OFFICER,
            Role.MINISTRY_DECIDER,
            Role.AUDITOR);

    /** The territories, the widest first. */
    List<Scope> of(Actor actor) {
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
    AreaCode area(String asked, Actor actor) {
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
}
