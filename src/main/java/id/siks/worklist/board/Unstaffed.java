package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Posts;
import id.siks.identity.Posts.Post;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import id.siks.platform.Page;
import id.siks.worklist.model.BoardSums;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open work which nobody with an open account does now: none has the role in its area, or who has it is on leave and his
 * deputy's account is closed. Told to the offices (glossary 4): verifier and head of the regency's office and the province see
 * all of it within their territory, the ministry that of offices. Templates: {@code @unstaffed}.
 */
@Component
public class Unstaffed {

    static final int PAGE = 25;

    private static final Set<Role> MINISTRY = EnumSet.of(Role.MINISTRY_OFFICER, Role.MINISTRY_DECIDER);
    private static final Set<Role> OFFICES =
            EnumSet.of(Role.REGENCY_VERIFIER, Role.REGENCY_OFFICE_HEAD, Role.PROVINCE_OFFICER);
    private static final Comparator<Line> ORDER = Comparator.comparingInt(Line::n)
            .reversed()
            .thenComparing(Line::area)
            .thenComparing(Line::role);
    private static final Set<Role> WORKING = roles(role -> true);
    private static final Set<Role> OF_OFFICES = roles(role -> role.digits() <= AreaLevel.REGENCY.digits());

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Posts posts;
    private final WideCounts counts;

    Unstaffed(JdbcClient jdbc, Actors actors, Posts posts, WideCounts counts) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.posts = posts;
        this.counts = counts;
    }

    /** How much of it there is for the office of the person signed in; 0 for everybody else. */
    public int waiting() {
        return waiting(actors.current());
    }

    /** The same for the office of {@code actor}; above a regency as it was a few seconds ago. */
    public int waiting(Actor actor) {
        return isWide(actor) ? counts.of(actor, () -> sum(of(actor))) : sum(of(actor));
    }

    static int sum(List<Line> lines) {
        return lines.stream().mapToInt(Line::n).sum();
    }

    private static boolean isWide(Actor actor) {
        return actor.assignments().stream()
                .anyMatch(duty ->
                        !seenBy(duty.role()).isEmpty() && duty.scope().prefix().length() < AreaLevel.REGENCY.digits());
    }

    /**
     * Some of the {@code lines}.
     *
     * @param after {@link Page#next()} of the page before; null and anything else is the first page
     */
    static Page<Line> page(List<Line> lines, String after) {
        List<Line> behind = Line.at(after)
                .map(last -> lines.stream()
                        .filter(line -> ORDER.compare(line, last) > 0)
                        .toList())
                .orElse(lines);
        return Page.of(behind.subList(0, Math.min(PAGE + 1, behind.size())), PAGE, Line::place);
    }

    /** By role and area within the actor's territory, the most first. */
    List<Line> of(Actor actor) {
        Map<Post, Integer> open = new TreeMap<>(
                Comparator.comparing(Post::role).thenComparing(p -> p.area().value()));
        actor.assignments().forEach(duty -> open.putAll(open(duty.scope(), seenBy(duty.role()))));
        Set<Post> held = posts.held(open.keySet());
        return open.entrySet().stream()
                .filter(e -> !held.contains(e.getKey()))
                .map(e -> new Line(e.getKey().role(), e.getKey().area(), e.getValue()))
                .sorted(ORDER)
                .toList();
    }

    /** Whose work an office looks after: the ministry cannot name a village's operator, but an office without anybody it sees. */
    private static Set<Role> seenBy(Role office) {
        if (MINISTRY.contains(office)) {
            return OF_OFFICES;
        }
        return OFFICES.contains(office) ? WORKING : Set.of();
    }

    private Map<Post, Integer> open(Scope scope, Set<Role> roles) {
        Map<Post, Integer> open = new HashMap<>();
        if (roles.isEmpty()) {
            return open;
        }
        jdbc.sql(
                        """
                        select role, area_code, sum(n) as n from worklist.work_count
                        where state = 'OPEN' and role = any(:roles) and area_code ~>=~ :from and area_code ~<~ :to
                        group by role, area_code having sum(n) > 0""")
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("from", scope.prefix())
                .param("to", BoardSums.end(scope.prefix()))
                .query(row -> {
                    open.put(
                            new Post(Role.valueOf(row.getString("role")), new AreaCode(row.getString("area_code"))),
                            row.getInt("n"));
                });
        return open;
    }

    private static Set<Role> roles(Predicate<Role> which) {
        return Stream.of(Role.values()).filter(Role::works).filter(which).collect(Collectors.toUnmodifiableSet());
    }

    /** So much open work of a role in an area waits for nobody. */
    record Line(Role role, AreaCode area, int n) {

        private static final Pattern PLACE = Pattern.compile("(\\d{1,9})_(\\d{2,10})_([A-Z_]+)");

        /** Its place in the list, to be read by {@link #at}. */
        String place() {
            return n + "_" + area + "_" + role;
        }

        /** The line with this place; empty for anything that is none. */
        static Optional<Line> at(String place) {
            Matcher found = PLACE.matcher(place == null ? "" : place);
            return found.matches() && AreaCode.isShaped(found.group(2))
                    ? Role.named(found.group(3))
                            .map(role -> new Line(role, new AreaCode(found.group(2)), Integer.parseInt(found.group(1))))
                    : Optional.empty();
        }
    }
}
