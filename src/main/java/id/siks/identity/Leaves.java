package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            select w.n, s.absent
            from unnest(:accounts::bigint[], :roles::text[], :ats::timestamptz[])
              with ordinality as w (account, role, at, n), lateral (
              select l.absent from identity.leave l
              where l.deputy = w.account and l.from_at <= w.at and l.until_at > w.at
                and exists (select 1 from identity.assignment a where a.account_id = l.absent and %1$s)
                and not exists (select 1 from identity.assignment a where a.account_id = l.deputy and %1$s)
              order by l.leave_id limit 1) s"""
                    .formatted(
                            """
                            a.role = w.role and a.granted_at <= w.at and (a.ended_at is null or a.ended_at > w.at)
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

    /** In whose place each of {@code acts} over {@code area} was done; those done in one's own are absent. One statement. */
    public Map<Act, Long> inWhosePlace(Collection<Act> acts, AreaCode area) {
        List<Act> asked = List.copyOf(acts);
        Map<Act, Long> absent = new HashMap<>();
        jdbc.sql(IN_WHOSE_PLACE)
                .param("accounts", asked.stream().map(Act::account).toArray(Long[]::new))
                .param("roles", asked.stream().map(act -> act.role().name()).toArray(String[]::new))
                .param("ats", asked.stream().map(act -> act.at().toString()).toArray(String[]::new))
                .param("area", area.value())
                .query(row -> {
                    absent.put(asked.get(row.getInt("n") - 1), row.getLong("absent"));
                });
        return absent;
    }

    /** What somebody did in some role at some moment. */
    public record Act(long account, Role role, Instant at) {}
}
