package id.siks.identity;

import id.siks.area.AreaCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who acts, with what he may be right now.
 *
 * @param accountId key of the account; its text form is the assignee the engine knows
 * @param displayName name shown to colleagues
 * @param assignments roles with territories in force, those he has for somebody on leave included
 * @param standIns whom he acts for
 */
public record Actor(long accountId, String displayName, List<Assignment> assignments, List<StandIn> standIns) {

    /** Somebody who acts for nobody else. */
    public Actor(long accountId, String displayName, List<Assignment> assignments) {
        this(accountId, displayName, assignments, List.of());
    }

    /**
     * Accounts he counts as where nobody may decide his own work: himself and those he acts for (requirement 13).
     */
    public Set<Long> persons() {
        return Stream.concat(Stream.of(accountId), standIns.stream().map(StandIn::absent))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What he holds himself. */
    public List<Assignment> own() {
        return assignments.stream()
                .filter(a -> standIns.stream().noneMatch(s -> s.duties().contains(a)))
                .toList();
    }

    /** Where he works: the first territory of his own; empty for those of the nation. */
    public Optional<AreaCode> place() {
        return own().stream()
                .map(duty -> duty.scope().area())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Where his clock goes: his {@link #place}, or the capital for those of the nation. */
    public AreaCode home() {
        return place().orElse(AreaCode.CAPITAL);
    }

    /** The assignee the engine knows: the account id as text. */
    public String id() {
        return Long.toString(accountId);
    }

    /** True when a role of his covers {@code area}. */
    public boolean holds(Role role, AreaCode area) {
        return assignments.stream().anyMatch(a -> a.role() == role && a.scope().covers(area));
    }

    /** True when he holds the role anywhere. */
    public boolean holds(Role role) {
        return assignments.stream().anyMatch(a -> a.role() == role);
    }

    /** Territories in which he may see cases. */
    public List<Scope> caseScopes() {
        return assignments.stream()
                .filter(a -> a.role().seesCases())
                .map(Assignment::scope)
                .distinct()
                .toList();
    }

    /** Territories over which he holds {@code role}. */
    public List<Scope> scopes(Role role) {
        return assignments.stream()
                .filter(a -> a.role() == role)
                .map(Assignment::scope)
                .toList();
    }

    /** The same person with only what {@code now}, who is himself, holds too. */
    Actor asFarAs(Actor now) {
        List<Assignment> left =
                assignments.stream().filter(now.assignments()::contains).toList();
        return new Actor(accountId, displayName, left, standIns);
    }

    /** The same person without the roles of which {@code what} is true, his own and those he has for others. */
    Actor without(Predicate<Role> what) {
        List<Assignment> left =
                assignments.stream().filter(a -> !what.test(a.role())).toList();
        return new Actor(accountId, displayName, left, standIns);
    }
}
