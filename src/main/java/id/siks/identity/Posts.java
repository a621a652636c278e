package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** Which posts are held, where and by whose accounts. */
@Service
public class Posts {

    // What people hold themselves, and what they hold for somebody on leave: of that only the duties that bring work.
    static final String DUTIES =
            """
            (select account_id, assignment_id, role, nation, area_code, null::bigint as absent
             from identity.assignment where ended_at is null
             union all
             select s.deputy, a.assignment_id, a.role, a.nation, a.area_code, s.absent
             from identity.leave s join identity.assignment a on a.account_id = s.absent
             where s.from_at <= :now and s.until_at > :now and a.ended_at is null and a.role = any(:works))""";

    // Who does the work of a duty now: its holder, or his deputy while he is on leave from duties that bring work.
    private static final String WORK =
            """
            (select coalesce(s.deputy, a.account_id) as account_id, a.role, a.nation, a.area_code
             from identity.assignment a
             left join identity.leave s on s.absent = a.account_id and s.from_at <= :now and s.until_at > :now
               and a.role = any(:works)
             where a.ended_at is null)""";

    private static final String OF_THE_POST =
            """
            h.role = w.role
              and (h.nation or h.area_code in (left(w.area, 2), left(w.area, 4), left(w.area, 6), w.area))""";

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Posts(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Those of {@code posts}, of roles that work, whose work somebody with an open account does now: a holder, or while he is
     * on leave his deputy.
     */
    public Set<Post> held(Collection<Post> posts) {
        return Set.copyOf(ask(
                        posts,
                        """
                        select w.role, w.area from unnest(:roles::text[], :areas::text[]) as w (role, area)
                        where exists (
                          select 1 from %s h join identity.account c on c.account_id = h.account_id
                          where c.enabled and %s)""")
                .query((row, number) -> post(row))
                .list());
    }

    /**
     * The open accounts of those who do the work of each of {@code posts} now, in their order: whoever is on leave is not among
     * them but his deputy. Posts for which there is nobody are absent, as from {@link #held}.
     */
    public Map<Post, List<Long>> accountsHolding(Collection<Post> posts) {
        Map<Post, List<Long>> accounts = new HashMap<>();
        ask(
                        posts,
                        """
                        select w.role, w.area, h.account_id from unnest(:roles::text[], :areas::text[]) as w (role, area)
                        join %s h on %s
                        join identity.account c on c.account_id = h.account_id and c.enabled
                        group by w.role, w.area, h.account_id order by h.account_id""")
                .query(row -> {
                    accounts.computeIfAbsent(post(row), p -> new ArrayList<>()).add(row.getLong("account_id"));
                });
        return accounts;
    }

    /** A question about posts {@code w}, whose work {@code h} is and on what condition. */
    private StatementSpec ask(Collection<Post> posts, String question) {
        return jdbc.sql(question.formatted(WORK, OF_THE_POST))
                .param("roles", posts.stream().map(p -> p.role().name()).toArray(String[]::new))
                .param("areas", posts.stream().map(p -> p.area().value()).toArray(String[]::new))
                .param("now", Timestamp.from(time.now()))
                .param("works", Role.namesOf(Role::works));
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(Role.valueOf(row.getString("role")), new AreaCode(row.getString("area")));
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
}
