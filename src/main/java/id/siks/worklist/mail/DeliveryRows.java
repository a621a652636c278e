package id.siks.worklist.mail;

import id.siks.worklist.mail.Delivery.Cause;
import id.siks.worklist.mail.Delivery.Kind;
import id.siks.worklist.notice.DeliveryState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that wait, are under way, went out or failed. */
@Repository
class DeliveryRows {

    private static final String ALL =
            """
            select d.*, (select count(*) from worklist.notice n where n.delivery_id = d.delivery_id) as notices
            from worklist.delivery d\s""";

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The mail in which what the account is told gathers; made when there is none. It is due as soon as the earliest of
     * what is in it; one that waits for its next try goes on waiting.
     *
     * @param messageId for a new one
     */
    long gather(long account, Kind kind, boolean urgent, Instant due, String messageId, Instant now) {
        return jdbc.sql(
                        """
                        insert into worklist.delivery as d (account_id, kind, state, message_id, urgent, due_at, created_at, changed_at)
                        values (:account, :kind, 'WAITING', :message, :urgent, :due, :now, :now)
                        on conflict (account_id, kind) where state = 'WAITING' and not sealed do update set
                          urgent = d.urgent or excluded.urgent,
                          due_at = case when d.attempts = 0 then least(d.due_at, excluded.due_at) else d.due_at end
                        returning delivery_id""")
                .param("account", account)
                .param("kind", kind.name())
                .param("message", messageId)
                .param("urgent", urgent)
                .param("due", Timestamp.from(due))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /**
     * Takes the next mail that is due in hand, unless somebody else does: codes go first, then what is urgent, then what is due
     * longest. No two ever get the same.
     */
    Optional<Delivery> claim(Instant now) {
        return jdbc.sql(
                        """
                        update worklist.delivery d set state = 'SENDING', attempts = attempts + 1, changed_at = :now
                        where delivery_id = (
                          select delivery_id from worklist.delivery where state = 'WAITING' and due_at <= :now
                          order by (kind = 'CODE') desc, urgent desc, due_at for update skip locked limit 1)
                        returning d.*, 0 as notices""")
                .param("now", Timestamp.from(now))
                .query(DeliveryRows::delivery)
                .optional();
    }

    /** What was in hand has come to an end, unless somebody else has said so already. */
    void settle(Delivery inHand, DeliveryState state, Cause cause, Instant now) {
        jdbc.sql(
                        """
                        update worklist.delivery set state = :state, cause = :cause, changed_at = :now
                        where delivery_id = :id and state = 'SENDING' and attempts = :attempts""")
                .param("state", state.name())
                .param("cause", cause == null ? null : cause.name(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .param("id", inHand.id())
                .param("attempts", inHand.attempts())
                .update();
    }

    /**
     * What was in hand waits again. Meanwhile another mail may have begun to gather for the account; then this one takes
     * nothing more along.
     *
     * @param attempts how many of its tries count
     */
    void putBack(Delivery inHand, int attempts, Cause cause, Instant due, Instant now) {
        jdbc.sql(
                        """
                        update worklist.delivery d set state = 'WAITING', attempts = :counted, cause = :cause, due_at = :due,
                          changed_at = :now, sealed = sealed or exists (
                            select 1 from worklist.delivery o where o.account_id = d.account_id and o.kind = d.kind
                              and o.state = 'WAITING' and not o.sealed)
                        where delivery_id = :id and state = 'SENDING' and attempts = :attempts""")
                .param("counted", attempts)
                .param("cause", cause == null ? null : cause.name(), Types.VARCHAR)
                .param("due", Timestamp.from(due))
                .param("now", Timestamp.from(now))
                .param("id", inHand.id())
                .param("attempts", inHand.attempts())
                .update();
    }

    /** Nobody has those in hand any more that are since before {@code before}: what became of them is unknown. */
    int giveUp(Instant before, Instant now) {
        return jdbc.sql(
                        """
                        update worklist.delivery set state = 'UNSURE', cause = 'BROKEN_OFF', changed_at = :now
                        where state = 'SENDING' and changed_at < :before""")
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(before))
                .update();
    }

    /** Moments after {@code since} at which the account got mail of what happened, oldest first. */
    List<Instant> sentSince(long account, Instant since) {
        return jdbc
                .sql(
                        """
                        select changed_at from worklist.delivery
                        where account_id = :account and kind = 'NOTICES' and state = 'SENT' and changed_at > :since
                        order by changed_at""")
                .param("account", account)
                .param("since", Timestamp.from(since))
                .query(Timestamp.class)
                .list()
                .stream()
                .map(Timestamp::toInstant)
                .toList();
    }

    /** Mails of what happened that failed or of which nobody knows, newest first. */
    List<Delivery> troubled(int most) {
        return jdbc.sql(
                        ALL
                                + "where kind = 'NOTICES' and state in ('FAILED', 'UNSURE') order by delivery_id desc limit :most")
                .param("most", most)
                .query(DeliveryRows::delivery)
                .list();
    }

    /** The account's newest mail of a kind. */
    Optional<Delivery> latest(long account, Kind kind) {
        return jdbc.sql(ALL + "where account_id = :account and kind = :kind order by delivery_id desc limit 1")
                .param("account", account)
                .param("kind", kind.name())
                .query(DeliveryRows::delivery)
                .optional();
    }

    /**
     * Has one sent again that failed or of which nobody knows; false when it is neither. A code is not sent again: whoever
     * waits for it asks for another.
     */
    boolean retry(long id, Instant now) {
        return jdbc.sql(
                                """
                        update worklist.delivery set state = 'WAITING', sealed = true, attempts = 0, due_at = :now,
                          changed_at = :now where delivery_id = :id and kind = 'NOTICES' and state in ('FAILED', 'UNSURE')""")
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Has all sent again that failed; answers how many. */
    int retryFailed(Instant now) {
        return jdbc.sql(
                        """
                        update worklist.delivery set state = 'WAITING', sealed = true, attempts = 0, due_at = :now,
                          changed_at = :now where kind = 'NOTICES' and state = 'FAILED'""")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Takes one of which nobody knew for sent; false when it is not such a one. */
    boolean takeForSent(long id, Instant now) {
        return jdbc.sql(
                                """
                        update worklist.delivery set state = 'SENT', changed_at = :now
                        where delivery_id = :id and state = 'UNSURE'""")
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** How many mails of what happened there are in a state in which few ever are. */
    int count(DeliveryState state) {
        return jdbc.sql("select count(*) from worklist.delivery where kind = 'NOTICES' and state = :state")
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    /** Erases what came to an end before {@code before} and of which no notice speaks any more; answers how many. */
    int erase(Instant before, int most) {
        return jdbc.sql(
                        """
                        delete from worklist.delivery where delivery_id in (
                          select delivery_id from worklist.delivery d
                          where changed_at < :before and state not in ('WAITING', 'SENDING')
                            and not exists (select 1 from worklist.notice n where n.delivery_id = d.delivery_id)
                          limit :most)""")
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        String cause = row.getString("cause");
        return new Delivery(
                row.getLong("delivery_id"),
                row.getLong("account_id"),
                Kind.valueOf(row.getString("kind")),
                DeliveryState.valueOf(row.getString("state")),
                row.getString("message_id"),
                row.getBoolean("urgent"),
                row.getBoolean("sealed"),
                row.getInt("attempts"),
                cause == null ? null : Cause.valueOf(cause),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("notices"));
    }
}
