package id.siks.identity;

import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps accounts and their assignments. */
@Service
@Transactional
public class Accounts {

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Emails emails;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, Actors actors, Emails emails, BusinessTime time, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.emails = emails;
        this.time = time;
        this.events = events;
    }

    /**
     * Makes the account {@code login} exist, be called {@code displayName} and hold exactly {@code assignments}. Asked
     * twice it changes nothing the second time.
     */
    public Actor enrol(String login, String displayName, List<Assignment> assignments) {
        return enrol(login, displayName, assignments, false);
    }

    /** As {@link #enrol}, for an account that the demo login page offers to everybody. */
    public Actor enrolDemo(String login, String displayName, List<Assignment> assignments) {
        return enrol(login, displayName, assignments, true);
    }

    /** Takes an assignment away; those who gave him work because of it are told. */
    public void end(long accountId, Assignment assignment) {
        end(accountId, assignment, null, null);
    }

    /**
     * As {@link #end(long, Assignment)}.
     *
     * @param by account of whoever decided it, or null for the system
     * @param reason why in his words, or null
     */
    void end(long accountId, Assignment assignment, Long by, String reason) {
        end(accountId, assignment, by, reason, time.now());
    }

    private void end(long accountId, Assignment assignment, Long by, String reason, Instant now) {
        int ended = jdbc.sql(
                        """
                        update identity.assignment set ended_at = :now, ended_by = :by, end_reason = :reason
                        where account_id = :account and role = :role and area_code is not distinct from :area
                          and ended_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("by", by, Types.BIGINT)
                .param("reason", reason, Types.VARCHAR)
                .param("account", accountId)
                .param("role", assignment.role().name())
                .param("area", areaOf(assignment), Types.VARCHAR)
                .update();
        if (ended > 0) {
            events.publishEvent(new AssignmentEnded(accountId, assignment, now));
        }
    }

    /** Closes the account: from the next request on nobody acts with it, and no session of now ever does again. */
    public void disable(long accountId) {
        disable(accountId, null);
    }

    /**
     * As {@link #disable(long)}; {@code by} is the account of whoever decided it, or null for the system. The ties to the
     * login server and to the mail address are loosed: who comes in first after it is opened again has it.
     */
    void disable(long accountId, Long by) {
        // One moment for all: whose account it was stays to be seen from what ended last.
        Instant now = time.now();
        actors.byId(accountId).own().forEach(assignment -> end(accountId, assignment, by, null, now));
        emails.loose(accountId);
        jdbc.sql(
                        """
                        update identity.account set enabled = false, subject = null, session_era = session_era + 1
                        where account_id = :account""")
                .param("account", accountId)
                .update();
        events.publishEvent(new AccountClosed(accountId, now));
    }

    /** A new account without assignments; empty when there is one called {@code login} already. */
    Optional<Long> create(String login, String displayName) {
        return jdbc.sql(
                        """
                        insert into identity.account (login, display_name, created_at) values (:login, :name, :now)
                        on conflict (login) do nothing returning account_id""")
                .param("login", login)
                .param("name", displayName)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .optional();
    }

    /** Calls its owner {@code displayName}. */
    void rename(long accountId, String displayName) {
        jdbc.sql("update identity.account set display_name = :name where account_id = :account")
                .param("name", displayName)
                .param("account", accountId)
                .update();
    }

    /** Gives an assignment, by the account {@code by} or by the system when null; an account that was closed opens. */
    void grant(long accountId, Assignment assignment, Long by) {
        jdbc.sql("update identity.account set enabled = true where account_id = :account")
                .param("account", accountId)
                .update();
        jdbc.sql(
                        """
                        insert into identity.assignment (account_id, role, nation, area_code, granted_at, granted_by)
                        values (:account, :role, :nation, :area, :now, :by)
                        """)
                .param("account", accountId)
                .param("role", assignment.role().name())
                .param("nation", assignment.scope().area() == null)
                .param("area", areaOf(assignment), Types.VARCHAR)
                .param("now", Timestamp.from(time.now()))
                .param("by", by, Types.BIGINT)
                .update();
    }

    private Actor enrol(String login, String displayName, List<Assignment> assignments, boolean demo) {
        long id = jdbc.sql(
                        """
                        insert into identity.account (login, display_name, demo, created_at)
                        values (:login, :name, :demo, :now)
                        on conflict (login) do update set display_name = excluded.display_name, enabled = true
                        returning account_id
                        """)
                .param("login", login)
                .param("name", displayName)
                .param("demo", demo)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
        List<Assignment> held = actors.byId(id).own();
        held.stream().filter(a -> !assignments.contains(a)).forEach(a -> end(id, a));
        assignments.stream().filter(a -> !held.contains(a)).forEach(a -> grant(id, a, null));
        return actors.byId(id);
    }

    private static String areaOf(Assignment assignment) {
        return assignment.scope().area() == null
                ? null
                : assignment.scope().area().value();
    }
}
