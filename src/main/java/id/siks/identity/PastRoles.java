package id.siks.identity;

import id.siks.area.AreaCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What people were when they did something, whatever has become of their assignments and accounts since. */
@Service
public class PastRoles {

    private static final String IN_FORCE =
            """
            a.granted_at <= w.at and (a.ended_at is null or a.ended_at > w.at)
            and (a.nation or :area like a.area_code || '%')""";

    // His own before those he had for somebody on leave: of these only the duties that bring work.
    private static final String ROLES =
            """
            select w.n, d.role
            from unnest(:accounts::bigint[], :ats::timestamptz[]) with ordinality as w (account, at, n), lateral (
              select a.role, a.assignment_id, false as lent from identity.assignment a
              where a.account_id = w.account and %1$s
              union all
              select a.role, a.assignment_id, true from identity.leave s
              join identity.assignment a on a.account_id = s.absent
              where s.deputy = w.account and s.from_at <= w.at and s.until_at > w.at and a.role = any(:works) and %1$s) d
            order by w.n, d.lent, d.assignment_id"""
                    .formatted(IN_FORCE);

    private final JdbcClient jdbc;

    PastRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The roles each of {@code deeds} was done in over {@code area}, his own first; empty when he had none. One statement. */
    public Map<Deed, List<Role>> of(Collection<Deed> deeds, AreaCode area) {
        List<Deed> asked = deeds.stream().distinct().toList();
        Map<Deed, List<Role>> roles = new HashMap<>();
        asked.forEach(deed -> roles.put(deed, new ArrayList<>()));
        jdbc.sql(ROLES)
                .param("accounts", asked.stream().map(Deed::account).toArray(Long[]::new))
                .param("ats", asked.stream().map(deed -> deed.at().toString()).toArray(String[]::new))
                .param("area", area.value())
                .param("works", Role.namesOf(Role::works))
                .query(row -> {
                    List<Role> had = roles.get(asked.get(row.getInt("n") - 1));
                    known(row.getString("role"))
                            .filter(role -> !had.contains(role))
                            .ifPresent(had::add);
                });
        return roles;
    }

    /** Empty for a role that is no more. */
    private static Optional<Role> known(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    /** What somebody did at some moment. */
    public record Deed(long account, Instant at) {}
}
