package id.siks.identity;

import id.siks.identity.OfficerRows.Officer;
import id.siks.platform.InvalidInput;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may be away, who may stand in for him, and who keeps the leaves of others. */
@Component
class LeaveParties {

    private final Actors actors;
    private final OfficerRows officers;

    LeaveParties(Actors actors, OfficerRows officers) {
        this.actors = actors;
        this.officers = officers;
    }

    /** Colleagues who hold every duty of the actor themselves and so may act for him. */
    @Transactional(readOnly = true)
    public List<Actor> candidates(Actor actor) {
        List<Assignment> duties = duties(actor);
        return duties.isEmpty()
                ? List.of()
                : actors.holders(duties.get(0)).stream()
                        .filter(c -> c.accountId() != actor.accountId() && holdsAll(c, duties))
                        .toList();
    }

    /** True when the actor keeps accounts of other people. */
    static boolean keeps(Actor actor) {
        return actor.holds(Role.USER_ADMIN);
    }

    /** Who will be away: oneself, or whoever the keeper names. Faults stand at {@code absent}. */
    Actor absent(LeaveDesk.Asked asked, Actor by) {
        if (!keeps(by)) {
            return by;
        }
        return account(asked.absent())
                .filter(a -> keepsAll(a, by) && !duties(a).isEmpty())
                .orElseThrow(() -> InvalidInput.at("absent", "identity.leave.error.account"));
    }

    /** Who stands in for {@code absent}, null when nobody knows whom. Faults stand at {@code deputy}. */
    Actor deputy(LeaveDesk.Asked asked, Actor absent, Actor by) {
        Optional<Actor> found = keeps(by)
                ? account(asked.deputy()).filter(d -> keepsAll(d, by) && d.accountId() != by.accountId())
                : candidates(by).stream()
                        .filter(c -> c.id().equals(asked.deputy()))
                        .findFirst();
        Actor deputy = found.orElseThrow(() -> InvalidInput.at(
                "deputy", keeps(by) ? "identity.leave.error.account" : "identity.leave.error.candidate"));
        if (absent != null && deputy.accountId() == absent.accountId()) {
            throw InvalidInput.at("deputy", "identity.leave.error.himself");
        }
        return deputy;
    }

    private Optional<Actor> account(String login) {
        return actors.byLogin(login == null ? "" : login.strip());
    }

    /** True when the account is open and lies in what the actor keeps. */
    boolean mayKeep(long account, Actor actor) {
        return officers.find(actor, account).filter(Officer::enabled).isPresent();
    }

    /** True when all of the person's own territory lies in what {@code keeper} keeps. */
    private static boolean keepsAll(Actor person, Actor keeper) {
        List<Scope> kept = keeper.scopes(Role.USER_ADMIN);
        return person.own().stream().allMatch(a -> kept.stream()
                .anyMatch(scope -> a.scope().prefix().startsWith(scope.prefix())));
    }

    private static boolean holdsAll(Actor colleague, List<Assignment> duties) {
        return duties.stream().allMatch(duty -> colleague.own().stream()
                .anyMatch(a -> a.role() == duty.role()
                        && duty.scope().prefix().startsWith(a.scope().prefix())));
    }

    /** The duties somebody else has to do meanwhile. */
    static List<Assignment> duties(Actor actor) {
        return actor.own().stream().filter(a -> a.role().works()).toList();
    }
}
