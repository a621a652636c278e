package id.siks.identity;

import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
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
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, Actors actors, BusinessTime time, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.actors = actors;
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
        Instant now = time.now();
        int ended = jdbc.sql(
                        """
                        update identity.assignment set ended_at = :now
                        where account_id = :account and role = :role and area_code is not distinct from :area
                          and ended_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("account", accountId)
                .param("role", assignment.role().name())
                .param("area", areaOf(assignment), java.sql.Types.VARCHAR)
                .update();
        if (ended > 0) {
            events.publishEvent(new AssignmentEnded(accountId, assignment, now));
        }
    }

    /** Closes the account: from the next request on nobody acts with it. */
    public void disable(long accountId) {
        List<Assignment> held = actors.byId(accountId).own();
        held.forEach(assignment -> end(accountId, assignment));
        jdbc.sql("update identity.account set enabled = false where account_id = :account")
                .param("account", accountId)
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
        assignments.stream().filter(a -> !held.contains(a)).forEach(a -> grant(id, a));
        return actors.byId(id);
    }

    private void grant(long accountId, Assignment assignment) {
        jdbc.sql(
                        """
                        insert into identity.assignment (account_id, role, nation, area_code, granted_at)
                        values (:account, :role, :nation, :area, :now)
                        """)
                .param("account", accountId)
                .param("role", assignment.role().name())
                .param("nation", assignment.scope().area() == null)
                .param("area", areaOf(assignment), java.sql.Types.VARCHAR)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private static String areaOf(Assignment assignment) {
        return assignment.scope().area() == null
                ? null
                : assignment.scope().area().value();
    }
}
