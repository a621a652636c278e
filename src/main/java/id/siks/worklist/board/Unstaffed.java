package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Actors.Post;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open work for which nobody with an open account has the role in its area. Told to the offices above: verifier and head of
 * the regency's office, and the province (glossary 4). Templates: {@code @unstaffed}.
 */
@Component
class Unstaffed {

    private static final Set<Role> REGENCY = EnumSet.of(Role.REGENCY_VERIFIER, Role.REGENCY_OFFICE_HEAD);
    private static final Set<Role> OFFICES =
            EnumSet.of(Role.REGENCY_VERIFIER, Role.REGENCY_OFFICE_HEAD, Role.PROVINCE_OFFICER);

    private final JdbcClient jdbc;
    private final Actors actors;

    Unstaffed(JdbcClient jdbc, Actors actors) {
        this.jdbc = jdbc;
        this.actors = actors;
    }

    /** How much of it lies in the regency whose office the person signed in belongs to; 0 for everybody else. */
    public int waiting() {
        return lines(scopes(actors.current(), REGENCY)).stream()
                .mapToInt(Line::n)
                .sum();
    }

    /** By role and area within the actor's territory, the most first. */
    List<Line> of(Actor actor) {
        return lines(scopes(actor, OFFICES));
    }

    private static Collection<Scope> scopes(Actor actor, Set<Role> roles) {
        return actor.assignments().stream()
                .filter(a -> roles.contains(a.role()))
                .map(Assignment::scope)
                .collect(Collectors.toSet());
    }

    private List<Line> lines(Collection<Scope> scopes) {
        if (scopes.isEmpty()) {
            return List.of();
        }
        Map<Post, Integer> open = open(scopes);
        Set<Post> held = actors.held(open.keySet());
        return open.entrySet().stream()
                .filter(e -> !held.contains(e.getKey()))
                .map(e -> new Line(e.getKey().role(), e.getKey().area(), e.getValue()))
                .sorted(Comparator.comparingInt(Line::n).reversed().thenComparing(l -> l.area()
                        .value()))
                .toList();
    }

    private Map<Post, Integer> open(Collection<Scope> scopes) {
        Map<Post, Integer> open = new TreeMap<>(
                Comparator.comparing(Post::role).thenComparing(p -> p.area().value()));
        jdbc.sql(
                        """
                        select role, area_code, sum(n) as n from worklist.work_count
                        where state = 'OPEN' and area_code like any(:areas)
                        group by role, area_code having sum(n) > 0""")
                .param(
                        "areas",
                        Scope.patterns(scopes.stream().map(Scope::prefix).toList()))
                .query(row -> {
                    open.put(
                            new Post(Role.valueOf(row.getString("role")), new AreaCode(row.getString("area_code"))),
                            row.getInt("n"));
                });
        return open;
    }

    /** So much open work of a role in an area waits for nobody. */
    record Line(Role role, AreaCode area, int n) {}
}
