package id.siks.identity;

import id.siks.area.AreaCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What people were when they did something, whatever has become of their assignments and accounts since. */
@Service
public class PastRoles {

    private static final String IN_FORCE =
            """
            a.granted_at <= :at and (a.ended_at is null or a.ended_at > :at)
            and (a.nation or :area like a.area_code || '%')""";

    // His own before those he had for somebody on leave: of these only the duties that bring work.
    private static final String ROLES =
            """
            select d.role from (
              select a.role, a.assignment_id, false as lent from identity.assignment a
              where a.account_id = :account and %1$s
              union all
              select a.role, a.assignment_id, true from identity.leave s
              join identity.assignment a on a.account_id = s.absent
              where s.deputy = :account and s.from_at <= :at and s.until_at > :at and a.role = any(:works) and %1$s) d
            order by d.lent, d.assignment_id"""
                    .formatted(IN_FORCE);

    private final JdbcClient jdbc;

    PastRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The roles {@code account} had over {@code area} at {@code at}, his own first; empty when he had none. */
    public List<Role> of(long account, AreaCode area, Instant at) {
        return jdbc
                .sql(ROLES)
                .param("account", account)
                .param("area", area.value())
                .param("at", Timestamp.from(at))
                .param("works", Role.namesOf(Role::works))
                .query(String.class)
                .list()
                .stream()
                .flatMap(name ->
                        Arrays.stream(Role.values()).filter(role -> role.name().equals(name)))
                .distinct()
                .toList();
    }
}
