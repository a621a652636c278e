package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who handles proposals of a village, from the village to the regency: any of them may live there with a family (glossary 4). */
@Component
public class Officials {

    private static final Set<Role> ROLES = EnumSet.of(
            Role.VILLAGE_OPERATOR,
            Role.VILLAGE_HEAD,
            Role.DISTRICT_SOCIAL_WORKER,
            Role.DISTRICT_HEAD,
            Role.REGENCY_VERIFIER,
            Role.REGENCY_OFFICE_HEAD,
            Role.REGENT);

    private final Actors actors;

    Officials(Actors actors) {
        this.actors = actors;
    }

    /** They, each with one of his roles there, in the order of their accounts. */
    public List<Official> of(AreaCode village) {
        return actors.seeing(village).stream()
                .flatMap(actor -> ROLES.stream()
                        .filter(role -> actor.holds(role, village))
                        .limit(1)
                        .map(role -> official(actor, role)))
                .toList();
    }

    /** True when {@code account} is one of them. */
    boolean includes(AreaCode village, long account) {
        return of(village).stream().anyMatch(official -> official.account() == account);
    }

    private static Official official(Actor actor, Role role) {
        return new Official(actor.accountId(), actor.displayName(), role);
    }

    /** One of them. */
    public record Official(long account, String name, Role role) {}
}
