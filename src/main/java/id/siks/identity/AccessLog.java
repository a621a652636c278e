package id.siks.identity;

import id.siks.platform.BusinessTime;
import id.siks.platform.StandingNotes;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who looked at whose data (requirement 23). Lines are added, never changed. */
@Service
public class AccessLog {

    private static final String INSERT =
            """
            insert into identity.access_log (at, account_id, roles, kind, subject, purpose, origin, outcome)
            select :at, :account, :roles, :kind, named.subject, :purpose, :origin, :outcome
            from unnest(:subjects::text[]) as named(subject)
            """;
    // Found by the subject alone, which has few lines. The database has not counted yet what is as new as this: going
    // by the moment or the account it would read all of a busy hour for each subject.
    private static final String LISTED =
            """
            insert into identity.access_log (at, account_id, roles, kind, subject, purpose, origin, outcome)
            select :at, :account, :roles, :kind, named.subject, :purpose, :origin, :outcome
            from unnest(:subjects::text[]) as named(subject)
            cross join lateral (
              select bool_or(known.account_id = :account and known.roles = :roles and known.kind = :kind
                and known.purpose = :purpose and known.origin = :origin and known.at > :since) as noted
              from identity.access_log known where known.subject = named.subject) as before
            where before.noted is not true
            """;
    // What somebody asked for in vain may be a NIK or KK he typed for a key; no key is as long.
    private static final Pattern NO_KEY = Pattern.compile("[a-z]+:\\d{13,}");
    private static final Duration SAME_LOOK = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final StandingNotes notes;
    private final BusinessTime time;

    AccessLog(JdbcClient jdbc, StandingNotes notes, BusinessTime time) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.time = time;
    }

    /**
     * Notes one access. A refused one to what is too long for a key is left out: it may be a number of a person.
     *
     * @param actor who; null for the system
     * @param subject whom, as {@code <room>:<key>} with the room's own key, for example {@code register:4711}; never a
     *     NIK, KK or name
     * @param purpose why, a code or a short sentence
     */
    public void record(Actor actor, AccessKind kind, String subject, String purpose, AccessOutcome outcome) {
        record(actor, kind, List.of(subject), purpose, outcome);
    }

    /** Notes one access to several persons at once, for example the hits of a search. */
    public void record(Actor actor, AccessKind kind, List<String> subjects, String purpose, AccessOutcome outcome) {
        if (outcome == AccessOutcome.REFUSED) {
            List<String> keys = subjects.stream()
                    .filter(subject -> !NO_KEY.matcher(subject).matches())
                    .toList();
            if (keys.isEmpty()) {
                return;
            }
            // A refusal rolls its transaction back; the note about it must stay.
            notes.write(client -> line(client.sql(INSERT), actor, kind, keys, purpose, outcome)
                    .update());
        } else {
            line(jdbc.sql(INSERT), actor, kind, subjects, purpose, outcome).update();
        }
    }

    /**
     * Notes that a list named these persons. A list that is left open draws itself anew with each change: whom the same
     * list named to the same person at the same place within the hour is not noted again.
     *
     * @param subjects as in {@link #record}; may be empty
     * @param purpose which list
     */
    public void listed(Actor actor, AccessKind kind, Collection<String> subjects, String purpose) {
        if (subjects.isEmpty()) {
            return;
        }
        listed(jdbc, actor, kind, subjects, purpose);
    }

    private void listed(JdbcClient client, Actor actor, AccessKind kind, Collection<String> subjects, String purpose) {
        line(client.sql(LISTED), actor, kind, Set.copyOf(subjects), purpose, AccessOutcome.GRANTED)
                .param("since", Timestamp.from(time.now().minus(SAME_LOOK)))
                .update();
    }

    /**
     * The same of those somebody was told of who asked for something else: the note stays when that is undone, for its refusal
     * tells of them, too.
     */
    public void told(Actor actor, AccessKind kind, Collection<String> subjects, String purpose) {
        listed(actor, kind, subjects, purpose);
        if (!subjects.isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        notes.write(client -> listed(client, actor, kind, subjects, purpose));
                    }
                }
            });
        }
    }

    private StatementSpec line(
            StatementSpec statement,
            Actor actor,
            AccessKind kind,
            Collection<String> subjects,
            String purpose,
            AccessOutcome outcome) {
        return statement
                .param("at", Timestamp.from(time.now()))
                .param("account", actor == null ? null : actor.accountId(), Types.BIGINT)
                .param("roles", roles(actor))
                .param("kind", kind.name())
                .param("subjects", subjects.toArray(String[]::new))
                .param("purpose", purpose)
                .param("origin", origin())
                .param("outcome", outcome.name());
    }

    private static String roles(Actor actor) {
        return actor == null
                ? "SYSTEM"
                : actor.assignments().stream()
                        .map(a -> a.role().name())
                        .distinct()
                        .collect(Collectors.joining("|"));
    }

    /** What a client asks for somebody he did not look at himself: it is named behind the address. */
    private static String origin() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return AccountLogin.of(SecurityContextHolder.getContext().getAuthentication())
                    .flatMap(AccountLogin::client)
                    .map(client -> request.getRemoteAddr() + " via " + client)
                    .orElseGet(() -> String.valueOf(request.getRemoteAddr()));
        }
        return "-";
    }
}
