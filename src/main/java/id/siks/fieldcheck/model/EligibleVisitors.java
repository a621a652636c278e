package id.siks.fieldcheck.model;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may visit a home: the social workers of its district, but never who drafted the case or handed it in (requirement 13). */
@Component
public class EligibleVisitors {

    private final Actors actors;

    EligibleVisitors(Actors actors) {
        this.actors = actors;
    }

    /** All who may, in the order of their accounts. */
    public List<Actor> of(AreaCode village, Set<Long> proposers) {
        return actors.holding(Role.DISTRICT_SOCIAL_WORKER, village).stream()
                .filter(a -> Collections.disjoint(a.persons(), proposers))
                .toList();
    }
}
