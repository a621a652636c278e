package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Role;

/** Who may draft and correct for a village: its operators, and the social worker of its district. */
final class VillageWork {

    private VillageWork() {}

    static boolean allowed(Actor actor, AreaCode village) {
        return actor.holds(Role.VILLAGE_OPERATOR, village) || actor.holds(Role.DISTRICT_SOCIAL_WORKER, village);
    }
}
