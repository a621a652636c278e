package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Tells who acts. Read anew whenever asked, so that a change of role or territory acts at once (requirement 14). */
@Service
public class Actors {

    // What people hold themselves, and what they hold for somebody on leave: of that only the duties that bring work.
    private static final String DUTIES =
            """
            (select account_id, assignment_id, role, nation, area_code, null::bigint as absent
             from identity.assignment where ended_at is null
             union all
             select s.deputy, a.assignment_id, a.role, a.nation, a.area_code, s.absent
             from identity.leave s join identity.assignment a on a.account_id = s.absent
             where s.from_at <= :now and s.until_at > :now and a.ended_at is null and a.role = any(:works))""";

    private static final String ACTORS =
            """
            select c.account_id, c.display_name, a.role, a.nation, a.area_code, a.absent
            from identity.account c left join %s a on a.account_id = c.account_id
            """
                    .formatted(DUTIES);

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

    /** The same as {@link #byId}; empty when there is none or it is closed. */
    Optional<Actor> openAccount(long accountId) {
        return find(accountId);
    }

    /** Everybody whose assignment to {@code role} covers {@code area}, in the order of their accounts. */
    public List<Actor> holding(Role role, AreaCode area) {
        String holders =
                """
                where c.enabled and c.account_id in (
                  select h.account_id from %s h
                  where h.role = :role and (h.nation or h.area_code = any(:above)))"""
                        .formatted(DUTIES);
        return read(actors(holders).param("role", role.name()).param("above", above(area)));
    }

    /** Everybody one of whose roles sees the cases of {@code area}, in the order of their accounts. */
    public List<Actor> seeing(AreaCode area) {
        String seers =
                """
                where c.enabled and c.account_id in (
                  select h.account_id from %s h
                  where h.role = any(:roles) and (h.nation or h.area_code = any(:above)))"""
                        .formatted(DUTIES);
        return read(actors(seers).param("roles", Role.namesOf(Role::seesCases)).param("above", above(area)));
    }

    /**
     * Those of {@code posts}, of roles that work, whose work somebody with an open account does now: a holder, or while he is
     * on leave his deputy.
     */
    public Set<Post> held(Collection<Post> posts) {
        return Set.copyOf(jdbc.sql(
                        """
                        select w.role, w.area from unnest(:roles::text[], :areas::text[]) as w (role, area)
                        where exists (
                          select 1 from identity.assignment h
                          left join identity.leave s on s.absent = h.account_id and s.from_at <= :now and s.until_at > :now
                          join identity.account c on c.account_id = coalesce(s.deputy, h.account_id)
                          where c.enabled and h.ended_at is null and h.role = w.role
                            and (h.nation or h.area_code in (left(w.area, 2), left(w.area, 4), left(w.area, 6), w.area)))
                        """)
                .param("roles", posts.stream().map(p -> p.role().name()).toArray(String[]::new))
                .param("areas", posts.stream().map(p -> p.area().value()).toArray(String[]::new))
                .param("now", Timestamp.from(time.now()))
                .query((row, number) ->
                        new Post(Role.valueOf(row.getString("role")), new AreaCode(row.getString("area"))))
                .list());
    }

    /** The accounts of everybody whose assignment covers one of {@code posts}, in their order; posts nobody holds are absent. */
    public Map<Post, List<Long>> accountsHolding(Collection<Post> posts) {
        Map<Post, List<Long>> accounts = new HashMap<>();
        jdbc.sql(
                        """
                        select w.role, w.area, h.account_id from unnest(:roles::text[], :areas::text[]) as w (role, area)
                        join %s h on h.role = w.role
                          and (h.nation or h.area_code in (left(w.area, 2), left(w.area, 4), left(w.area, 6), w.area))
                        join identity.account c on c.account_id = h.account_id and c.enabled
                        group by w.role, w.area, h.account_id order by h.account_id"""
                                .formatted(DUTIES))
                .param("roles", posts.stream().map(p -> p.role().name()).toArray(String[]::new))
                .param("areas", posts.stream().map(p -> p.area().value()).toArray(String[]::new))
                .param("now", Timestamp.from(time.now()))
                .param("works", Role.namesOf(Role::works))
                .query(row -> {
                    Post post = new Post(Role.valueOf(row.getString("role")), new AreaCode(row.getString("area")));
                    accounts.computeIfAbsent(post, p -> new ArrayList<>()).add(row.getLong("account_id"));
                });
        return accounts;
    }

    /** Codes of the areas for which somebody with an open account holds the role; an empty one stands for the nation. */
    public Set<String> territories(Role role) {
        return Set.copyOf(jdbc.sql(
                        """
                        select distinct case when h.nation then '' else h.area_code end as territory
                        from identity.assignment h join identity.account c using (account_id)
                        where c.enabled and h.ended_at is null and h.role = :role and (h.nation or h.area_code is not null)""")
                .param("role", role.name())
                .query(String.class)
                .list());
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

    /** The regencies in which somebody with an open account works, by code. */
    public List<AreaCode> regencies() {
        return jdbc
                .sql(
                        """
                        select distinct left(h.area_code, 4) as regency
                        from identity.assignment h join identity.account c using (account_id)
                        where c.enabled and h.ended_at is null and length(h.area_code) >= 4 order by regency""")
                .query(String.class)
                .list()
                .stream()
                .map(AreaCode::new)
                .toList();
    }

    /** A role over an area, held or not. */
    public record Post(Role role, AreaCode area) {}

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
                                .formatted(DUTIES))
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
