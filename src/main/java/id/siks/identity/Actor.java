package id.siks.identity;

import id.siks.area.AreaCode;
import java.util.List;

/**
 * Somebody who acts, with what he may be right now.
 *
 * @param accountId key of the account; its text form is the assignee the engine knows
 * @param displayName name shown to colleagues
 * @param assignments roles with territories in force
 */
public record Actor(long accountId, String displayName, List<Assignment> assignments) {

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
}
