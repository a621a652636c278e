package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import java.util.List;
import java.util.stream.Stream;

/** Who may draft and correct for a village: its operators, and the social worker of its district. */
public final class VillageWork {

    private VillageWork() {}

    /** True when the actor may for {@code village}. */
    public static boolean allowed(Actor actor, AreaCode village) {
        return actor.holds(Role.VILLAGE_OPERATOR, village) || actor.holds(Role.DISTRICT_SOCIAL_WORKER, village);
    }

    /** Where he may: villages, and districts with all their villages. */
    public static List<Scope> scopes(Actor actor) {
        return Stream.of(Role.VILLAGE_OPERATOR, Role.DISTRICT_SOCIAL_WORKER)
                .flatMap(role -> actor.scopes(role).stream())
                .distinct()
                .toList();
    }
}
