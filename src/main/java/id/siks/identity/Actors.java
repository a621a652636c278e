package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.platform.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Tells who acts. Read anew whenever asked, so that a change of role or territory acts at once (requirement 14). */
@Service
public class Actors {

    private static final String ACTORS =
            """
            select c.account_id, c.display_name, a.role, a.nation, a.area_code
            from identity.account c left join identity.assignment a on a.account_id = c.account_id and a.ended_at is null
            """;

    private final JdbcClient jdbc;
    private final MessageSource messages;

    Actors(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** The account's owner with what he may be now; {@link NotFound} when there is none or it is closed. */
    public Actor byId(long accountId) {
        return find(accountId).orElseThrow(() -> new NotFound("account " + accountId));
    }

    /** Everybody whose assignment to {@code role} covers {@code area}, in the order of their accounts. */
    public List<Actor> holding(Role role, AreaCode area) {
        String holders =
                """
                where c.enabled and c.account_id in (
                  select h.account_id from identity.assignment h
                  where h.role = :role and h.ended_at is null and (h.nation or h.area_code = any(:above)))
                order by c.account_id, a.assignment_id
                """;
        return read(jdbc.sql(ACTORS + holders).param("role", role.name()).param("above", above(area)));
    }

    /** Everybody one of whose roles sees the cases of {@code area}, in the order of their accounts. */
    public List<Actor> seeing(AreaCode area) {
        String seers =
                """
                where c.enabled and c.account_id in (
                  select h.account_id from identity.assignment h
                  where h.role = any(:roles) and h.ended_at is null and (h.nation or h.area_code = any(:above)))
                order by c.account_id, a.assignment_id
                """;
        return read(jdbc.sql(ACTORS + seers)
                .param("roles", Role.namesOf(Role::seesCases))
                .param("above", above(area)));
    }

    /** Accounts of everybody whose own territory for one of {@code roles} lies in {@code area}, in their order. */
    public List<Long> accountsWithin(Collection<Role> roles, AreaCode area) {
        return jdbc.sql(
                        """
                        select distinct c.account_id from identity.account c join identity.assignment h using (account_id)
                        where c.enabled and h.ended_at is null and h.role = any(:roles) and h.area_code like :area || '%'
                        order by c.account_id
                        """)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("area", area.value())
                .query(Long.class)
                .list();
    }

    /** Name to show for an account; the system's own word for null. */
    public String nameOf(Long accountId) {
        return accountId == null
                ? messages.getMessage("identity.system", null, LocaleContextHolder.getLocale())
                : jdbc.sql("select display_name from identity.account where account_id = :id")
                        .param("id", accountId)
                        .query(String.class)
                        .optional()
                        .orElse("?");
    }

    /** Who is signed in to this request; {@link NotFound} when nobody is. */
    public Actor current() {
        return signedIn().orElseThrow(() -> new NotFound("nobody is signed in"));
    }

    /** Everybody the demo login offers. */
    List<Actor> demo() {
        return read(jdbc.sql(ACTORS + "where c.enabled and c.demo order by c.account_id, a.assignment_id"));
    }

    /** Who is signed in, if somebody is and his account is still open. */
    Optional<Actor> signedIn() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || !login.isAuthenticated()
                ? Optional.empty()
                : AccountLogin.accountOf(login).flatMap(this::findOncePerRequest);
    }

    /** A page asks several times who is there; within one request the first answer holds. */
    private Optional<Actor> findOncePerRequest(long accountId) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return find(accountId);
        }
        String key = Actors.class.getName() + accountId;
        if (request.getAttribute(key, RequestAttributes.SCOPE_REQUEST) instanceof Actor known) {
            return Optional.of(known);
        }
        Optional<Actor> found = find(accountId);
        found.ifPresent(actor -> request.setAttribute(key, actor, RequestAttributes.SCOPE_REQUEST));
        return found;
    }

    private Optional<Actor> find(long accountId) {
        String one = "where c.enabled and c.account_id = :id order by a.assignment_id";
        return read(jdbc.sql(ACTORS + one).param("id", accountId)).stream().findFirst();
    }

    private static List<Actor> read(JdbcClient.StatementSpec query) {
        Map<Long, Actor> actors = new LinkedHashMap<>();
        query.query(row -> {
            Actor actor = actors.computeIfAbsent(row.getLong("account_id"), id -> actor(id, row));
            assignment(row).ifPresent(actor.assignments()::add);
        });
        return actors.values().stream()
                .map(a -> new Actor(a.accountId(), a.displayName(), List.copyOf(a.assignments())))
                .toList();
    }

    private static Actor actor(long id, ResultSet row) {
        try {
            return new Actor(id, row.getString("display_name"), new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the row grants; a row with an unknown role or a malformed territory grants nothing (requirement 10). */
    private static Optional<Assignment> assignment(ResultSet row) throws SQLException {
        return Assignment.of(row.getString("role"), row.getBoolean("nation"), row.getString("area_code"));
    }

    private static String[] above(AreaCode area) {
        return java.util.stream.IntStream.of(2, 4, 6, 10)
                .filter(digits -> digits <= area.value().length())
                .mapToObj(digits -> area.value().substring(0, digits))
                .toArray(String[]::new);
    }
}
