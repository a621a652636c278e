package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
            select c.account_id, c.display_name, a.role, a.nation, a.area_code, a.absent
            from identity.account c left join %s a on a.account_id = c.account_id
            """
                    .formatted(Posts.DUTIES);

    private static final String ORDER = " order by c.account_id, a.absent nulls first, a.assignment_id";

    private final JdbcClient jdbc;
    private final ActorNames names;
    private final BusinessTime time;

    Actors(JdbcClient jdbc, ActorNames names, BusinessTime time) {
        this.jdbc = jdbc;
        this.names = names;
        this.time = time;
    }

    /** The account's owner with what he may be now; {@link NotFound} when there is none or it is closed. */
    public Actor byId(long accountId) {
        return find(accountId).orElseThrow(() -> new NotFound("account " + accountId));
    }

    /** The same as {@link #byId} of each of them, by account; those that are closed are absent. */
    Map<Long, Actor> openAccounts(Collection<Long> accounts) {
        return read(actors("where c.enabled and c.account_id = any(:ids)").param("ids", accounts.toArray(Long[]::new)))
                .stream()
                .collect(Collectors.toMap(Actor::accountId, actor -> actor));
    }

    /** Everybody whose assignment to {@code role} covers {@code area}, in the order of their accounts. */
    public List<Actor> holding(Role role, AreaCode area) {
        String holders =
                """
                where c.enabled and c.account_id in (
                  select h.account_id from %s h
                  where h.role = :role and (h.nation or h.area_code = any(:above)))"""
                        .formatted(Posts.DUTIES);
        return read(actors(holders).param("role", role.name()).param("above", above(area)));
    }

    /** Everybody one of whose roles sees the cases of {@code area}, in the order of their accounts. */
    public List<Actor> seeing(AreaCode area) {
        String seers =
                """
                where c.enabled and c.account_id in (
                  select h.account_id from %s h
                  where h.role = any(:roles) and (h.nation or h.area_code = any(:above)))"""
                        .formatted(Posts.DUTIES);
        return read(actors(seers).param("roles", Role.namesOf(Role::seesCases)).param("above", above(area)));
    }

    /** True when somebody who is no demo person has an open account and holds the role himself. */
    boolean isHeldForReal(Role role) {
        return jdbc.sql(
                        """
                        select exists (
                          select 1 from identity.assignment h join identity.account c using (account_id)
                          where c.enabled and not c.demo and h.ended_at is null and h.role = :role)""")
                .param("role", role.name())
                .query(Boolean.class)
                .single();
    }

    /** Everybody who holds {@code duty} himself or a wider one of its role, in the order of their accounts. */
    List<Actor> holders(Assignment duty) {
        String holders =
                """
                where c.enabled and c.account_id in (
                  select h.account_id from identity.assignment h
                  where h.role = :role and h.ended_at is null and (h.nation or h.area_code = any(:above)))""";
        AreaCode area = duty.scope().area();
        return read(actors(holders)
                .param("role", duty.role().name())
                .param("above", area == null ? new String[0] : above(area)));
    }

    /** The open account that is called {@code login}. */
    Optional<Actor> byLogin(String login) {
        return read(actors("where c.enabled and c.login = :login").param("login", login)).stream()
                .findFirst();
    }

    /**
     * Accounts of everybody whose own territory for one of {@code roles} lies in {@code area}, and of those who stand in for
     * them now, in their order.
     */
    public List<Long> accountsWithin(Collection<Role> roles, AreaCode area) {
        return jdbc.sql(
                        """
                        select distinct c.account_id from identity.account c join %s h using (account_id)
                        where c.enabled and h.role = any(:roles) and h.area_code like :area || '%%'
                        order by c.account_id
                        """
                                .formatted(Posts.DUTIES))
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("area", area.value())
                .param("now", Timestamp.from(time.now()))
                .param("works", Role.namesOf(Role::works))
                .query(Long.class)
                .list();
    }

    /** Names of those with an open account whose own territory for {@code role} is an area within {@code area}, by it. */
    public Map<AreaCode, List<String>> namesWithin(Role role, AreaCode area) {
        return names.within(role, area);
    }

    /** Name to show for an account; the system's own word for null. A page that names many asks {@link #namesOf} once. */
    public String nameOf(Long accountId) {
        return namesOf(Collections.singleton(accountId)).get(accountId);
    }

    /** Name to show for each of {@code accounts}, as {@link #nameOf} says it; one statement for all of them. */
    public Map<Long, String> namesOf(Collection<Long> accounts) {
        return names.of(accounts);
    }

    /**
     * The same person with what he still is at this moment: whoever waited for a lock asks this before he decides, since an
     * assignment may have ended meanwhile. He never becomes more than he was. {@link NotFound} when his account was closed.
     */
    public Actor again(Actor actor) {
        Optional<AccountLogin> own = login().filter(login -> login.accountId() == actor.accountId());
        return (own.isPresent() ? own.flatMap(this::find) : find(actor.accountId()))
                .map(actor::asFarAs)
                .orElseThrow(() -> new NotFound("account " + actor.accountId()));
    }

    /** Who is signed in to this request; {@link NotFound} when nobody is. */
    public Actor current() {
        return signedIn().orElseThrow(() -> new NotFound("nobody is signed in"));
    }

    /** Account of who acts in this thread; empty when nobody is signed in to it and the system acts. */
    public Optional<Long> acting() {
        return login().map(AccountLogin::accountId);
    }

    /** Everybody the demo login offers. */
    List<Actor> demo() {
        return read(actors("where c.enabled and c.demo"));
    }

    /**
     * Who is signed in, if somebody is and his account has been open ever since. Without a second factor he is not what needs one
     * (requirement 13); what else he is he may do.
     */
    Optional<Actor> signedIn() {
        return login().flatMap(login -> findOncePerRequest(login)
                .map(actor -> login.secondFactor() ? actor : actor.without(Role::needsSecondFactor)));
    }

    /** What whoever is signed in would be after a login with a second factor, and is not now. */
    List<Assignment> withheld() {
        return login().filter(login -> !login.secondFactor())
                .flatMap(this::findOncePerRequest)
                .map(actor -> actor.assignments().stream()
                        .filter(a -> a.role().needsSecondFactor())
                        .toList())
                .orElse(List.of());
    }

    /** A login with this account that counts until it is closed; {@link NotFound} when it is closed already. */
    AccountLogin login(long accountId, boolean secondFactor) {
        return jdbc.sql("select session_era from identity.account where account_id = :id and enabled")
                .param("id", accountId)
                .query(Integer.class)
                .optional()
                .map(era -> new AccountLogin(accountId, era, secondFactor))
                .orElseThrow(() -> new NotFound("account " + accountId));
    }

    private static Optional<AccountLogin> login() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .flatMap(AccountLogin::of);
    }

    /** A page asks several times who is there; within one request the first answer holds. */
    private Optional<Actor> findOncePerRequest(AccountLogin login) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return find(login);
        }
        String key = Actors.class.getName() + login.accountId() + "/" + login.era();
        if (request.getAttribute(key, RequestAttributes.SCOPE_REQUEST) instanceof Actor known) {
            return Optional.of(known);
        }
        Optional<Actor> found = find(login);
        found.ifPresent(actor -> request.setAttribute(key, actor, RequestAttributes.SCOPE_REQUEST));
        return found;
    }

    private Optional<Actor> find(long accountId) {
        return read(actors("where c.enabled and c.account_id = :id").param("id", accountId)).stream()
                .findFirst();
    }

    private Optional<Actor> find(AccountLogin login) {
        return read(actors("where c.enabled and c.account_id = :id and c.session_era = :era")
                        .param("id", login.accountId())
                        .param("era", login.era()))
                .stream()
                .findFirst();
    }

    private JdbcClient.StatementSpec actors(String condition) {
        return jdbc.sql(ACTORS + condition + ORDER)
                .param("now", Timestamp.from(time.now()))
                .param("works", Role.namesOf(Role::works));
    }

    private static List<Actor> read(JdbcClient.StatementSpec query) {
        Map<Long, ActorDraft> drafts = new LinkedHashMap<>();
        query.query(row -> {
            ActorDraft draft = drafts.computeIfAbsent(row.getLong("account_id"), id -> new ActorDraft(id, nameIn(row)));
            Long absent = row.getObject("absent", Long.class);
            assignment(row).ifPresent(held -> draft.add(held, absent));
        });
        return drafts.values().stream().map(ActorDraft::actor).toList();
    }

    private static String nameIn(ResultSet row) {
        try {
            return row.getString("display_name");
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
