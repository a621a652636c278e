package id.siks.worklist.list;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When somebody looked at the worklist last. Marks stay for the length of a visit: what came since the visit before is
 * new.
 */
@Service
@Transactional
class LastLooks {

    /** Whoever comes back later than this pays a new visit. */
    static final Duration VISIT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final BusinessTime time;

    LastLooks(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Since when items are new to the actor; empty when he was never here, and then nothing is marked. */
    @Transactional(readOnly = true)
    public Optional<Instant> since(Actor actor) {
        return jdbc.sql(
                        """
                        select case when seen_at < :before then seen_at else since end
                        from worklist.last_look where account_id = :account""")
                .param("before", Timestamp.from(time.now().minus(VISIT)))
                .param("account", actor.accountId())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The actor has the list before his eyes. */
    public void seen(Actor actor) {
        Instant now = time.now();
        jdbc.sql(
                        """
                        insert into worklist.last_look as l (account_id, since, seen_at) values (:account, :now, :now)
                        on conflict (account_id) do update set seen_at = :now,
                          since = case when l.seen_at < :before then l.seen_at else l.since end""")
                .param("account", actor.accountId())
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(VISIT)))
                .update();
    }
}
