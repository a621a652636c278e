package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.platform.NotFound;
import org.springframework.stereotype.Service;

/** Where somebody may look and act. What lies outside answers like what does not exist (requirement 11). */
@Service
public class Jurisdiction {

    Jurisdiction() {}

    /** {@link NotFound} unless cases of {@code area} are in the actor's sight. */
    public void requireVisible(Actor actor, AreaCode area) {
        if (!sees(actor, area)) {
            throw new NotFound("area " + area + " for account " + actor.id());
        }
    }

    /** {@link NotFound} unless the actor holds {@code role} over {@code area}. */
    public void require(Actor actor, Role role, AreaCode area) {
        if (!actor.holds(role, area)) {
            throw new NotFound("role " + role + " over " + area + " for account " + actor.id());
        }
    }

    /** True when cases of {@code area} are in the actor's sight. */
    public boolean sees(Actor actor, AreaCode area) {
        return actor.caseScopes().stream().anyMatch(scope -> scope.covers(area));
    }
}
