package id.siks.finalization.web;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.identity.Actor;
import id.siks.identity.DoorRoles;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import id.siks.platform.NotFound;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which periods and which part of their lists somebody sees. */
@Component
class PeriodDesk {

    /** Where the names are taken home. */
    private static final String NAMES = "/finalization/{ref}/names";

    private final Periods periods;
    private final Set<Role> nameTakers;

    PeriodDesk(Periods periods, DoorRoles doors) {
        this.periods = periods;
        this.nameTakers = doors.of("POST", NAMES);
    }

    /** The period {@code text} names, when any of its regency is in the actor's sight. */
    PeriodView read(String text, Actor actor) {
        PeriodView period = periods.find(ref(text)).orElseThrow(() -> new NotFound("period " + text));
        if (prefixes(actor, period.regency()).isEmpty()) {
            throw new NotFound("period " + text + " for account " + actor.id());
        }
        return period;
    }

    /** The parts of {@code regency} the actor sees, as prefixes of area codes. */
    List<String> prefixes(Actor actor, AreaCode regency) {
        return within(actor.caseScopes().stream(), regency);
    }

    /** The parts of {@code regency} whose names the actor may take home; he may see more than these. */
    List<String> namePrefixes(Actor actor, AreaCode regency) {
        return within(nameTakers.stream().flatMap(role -> actor.scopes(role).stream()), regency);
    }

    private static List<String> within(Stream<Scope> scopes, AreaCode regency) {
        return scopes.filter(scope -> scope.covers(regency) || scope.prefix().startsWith(regency.value()))
                .map(scope -> scope.covers(regency) ? regency.value() : scope.prefix())
                .distinct()
                .toList();
    }

    /** The regencies the actor sees anything of, as prefixes of their codes. */
    static List<String> regencies(Actor actor) {
        return actor.caseScopes().stream()
                .map(Scope::prefix)
                .map(prefix -> prefix.substring(0, Math.min(prefix.length(), AreaLevel.REGENCY.digits())))
                .distinct()
                .toList();
    }

    static CaseRef ref(String text) {
        try {
            return new CaseRef(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("case reference");
        }
    }
}
