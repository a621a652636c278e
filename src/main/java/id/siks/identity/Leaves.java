package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who is on leave and who acts for him. */
@Service
public class Leaves {

    // A deputy acts in the absent one's place where he could not act by himself.
    private static final String IN_WHOSE_PLACE =
            """
            select s.absent from identity.leave s
            where s.deputy = :account and s.from_at <= :at and s.until_at > :at
              and exists (select 1 from identity.assignment a where a.account_id = s.absent and %1$s)
              and not exists (select 1 from identity.assignment a where a.account_id = s.deputy and %1$s)
            order by s.leave_id limit 1"""
                    .formatted(
                            """
                            a.role = :role and a.granted_at <= :at and (a.ended_at is null or a.ended_at > :at)
                            and (a.nation or :area like a.area_code || '%')""");

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Leaves(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Account of whoever acts for {@code absent} now; empty when he is not on leave. */
    public Optional<Long> deputyOf(long absent) {
        return jdbc.sql(
                        "select deputy from identity.leave where absent = :absent and from_at <= :now and until_at > :now")
                .param("absent", absent)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .optional();
    }

    /** Accounts that {@code account} counts as now where nobody may decide his own work: his and those he acts for. */
    public Set<Long> persons(long account) {
        Set<Long> persons = new TreeSet<>(jdbc.sql(
                        "select absent from identity.leave where deputy = :account and from_at <= :now and until_at > :now")
                .param("account", account)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .list());
        persons.add(account);
        return persons;
    }

    /** Those of {@code accounts} who are on leave now. */
    public Set<Long> absentAmong(List<Long> accounts) {
        return Set.copyOf(jdbc.sql(
                        """
                        select distinct absent from identity.leave
                        where absent = any(:accounts) and from_at <= :now and until_at > :now""")
                .param("accounts", accounts.toArray(Long[]::new))
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .list());
    }

    /** In whose place {@code account} acted at {@code at} in {@code role} over {@code area}; empty when in his own. */
    public Optional<Long> inWhosePlace(long account, Role role, AreaCode area, Instant at) {
        return jdbc.sql(IN_WHOSE_PLACE)
                .param("account", account)
                .param("role", role.name())
                .param("area", area.value())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }
}
