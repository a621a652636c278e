package id.siks.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Accounts as whoever keeps them sees them. An account lies where its assignments are; one without any lies where the
 * last ones were, so that who closed it can open it again.
 */
@Component
class OfficerRows {

    // What counts for where the account c lies: its open assignments, else those that ended last.
    private static final String PLACES =
            """
            select a.* from identity.assignment a
            where a.account_id = c.account_id and a.ended_at is not distinct from (
              select nullif(max(coalesce(b.ended_at, 'infinity')), 'infinity') from identity.assignment b
              where b.account_id = c.account_id)""";

    /** Condition on the account {@code c}: it lies in {@code :mine}, which is what {@link #kept} answers. */
    static final String IS_KEPT =
            """
            c.account_id in (
                select account_id from identity.assignment where coalesce(area_code, '') like any(:mine))
              and not exists (select 1 from (%1$s) p where not coalesce(p.area_code, '') like any(:mine))
            """
                    .formatted(PLACES);

    private static final String KEPT =
            """
            select c.account_id, c.login, c.display_name, c.enabled, c.demo, c.subject is not null as known
            from identity.account c where\s"""
                    + IS_KEPT;

    private static final String MATCHING =
            """
             and c.account_id > :after and exists (
               select 1 from (%1$s) p
               where (:role = '' or p.role = :role) and coalesce(p.area_code, '') like :area || '%%')
            order by c.account_id limit :most"""
                    .formatted(PLACES);

    private final JdbcClient jdbc;

    OfficerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Accounts all of whose places lie in what {@code keeper} keeps, in their order.
     *
     * @param role name of a role they hold, or empty
     * @param area digits their area begins with, or empty
     * @param after those with a greater account id
     */
    List<Officer> list(Actor keeper, String role, String area, long after, int most) {
        return kept(keeper, MATCHING)
                .param("role", role)
                .param("area", area)
                .param("after", after)
                .param("most", most)
                .query(OfficerRows::officer)
                .list();
    }

    /** The account, if {@code keeper} keeps it. */
    Optional<Officer> find(Actor keeper, long accountId) {
        return kept(keeper, " and c.account_id = :account")
                .param("account", accountId)
                .query(OfficerRows::officer)
                .optional();
    }

    /** Nobody else changes this account until the transaction ends. */
    void hold(long accountId) {
        jdbc.sql("select account_id from identity.account where account_id = :account for update")
                .param("account", accountId)
                .query(Long.class)
                .optional();
    }

    /** What these accounts hold and held, newest first. */
    List<AssignmentRow> assignments(Collection<Long> accounts, boolean endedToo) {
        return jdbc
                .sql(
                        """
                        select * from identity.assignment
                        where account_id = any(:accounts) and (:ended or ended_at is null)
                        order by assignment_id desc""")
                .param("accounts", accounts.toArray(Long[]::new))
                .param("ended", endedToo)
                .query(OfficerRows::assignment)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private JdbcClient.StatementSpec kept(Actor keeper, String condition) {
        return jdbc.sql(KEPT + condition).param("mine", kept(keeper), Types.ARRAY);
    }

    /** Patterns of the areas whose accounts {@code keeper} keeps; none for somebody who keeps no accounts. */
    static String[] kept(Actor keeper) {
        return Scope.patternsOf(keeper.scopes(Role.USER_ADMIN));
    }

    private static Officer officer(ResultSet row, int number) throws SQLException {
        return new Officer(
                row.getLong("account_id"),
                row.getString("login"),
                row.getString("display_name"),
                row.getBoolean("enabled"),
                row.getBoolean("demo"),
                row.getBoolean("known"));
    }

    private static Optional<AssignmentRow> assignment(ResultSet row, int number) throws SQLException {
        long id = row.getLong("assignment_id");
        long account = row.getLong("account_id");
        Instant from = row.getTimestamp("granted_at").toInstant();
        Long by = row.getObject("granted_by", Long.class);
        Timestamp ended = row.getTimestamp("ended_at");
        Long endedBy = row.getObject("ended_by", Long.class);
        String reason = row.getString("end_reason");
        return Assignment.of(row.getString("role"), row.getBoolean("nation"), row.getString("area_code"))
                .map(held -> new AssignmentRow(
                        id, account, held, from, by, ended == null ? null : ended.toInstant(), endedBy, reason));
    }

    /**
     * One account.
     *
     * @param known true when somebody has come in through the login server with it
     */
    record Officer(long accountId, String login, String name, boolean enabled, boolean demo, boolean known) {}

    /**
     * What somebody holds, or held when {@code ended} is not null.
     *
     * @param by account; null for the system, as {@code endedBy}
     * @param reason why it was ended, or null
     */
    record AssignmentRow(
            long id,
            long accountId,
            Assignment held,
            Instant granted,
            Long by,
            Instant ended,
            Long endedBy,
            String reason) {}
}
