package id.siks.identity;

import id.siks.identity.LeaveDesk.Leave;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leaves in the database. One that was ended before it began counts for nothing, one that is over stands in no other's way. */
@Repository
class LeaveRows {

    private static final String ALL = "select leave_id, absent, deputy, from_at, until_at from identity.leave where ";
    private static final String BEGUN = "handed_over_at is null and from_at <= :now and until_at > :now";
    private static final String OVER = "handed_over_at is not null and handed_back_at is null and until_at <= :now";
    private static final String OVERLAPS =
            " and from_at < :until and until_at > :from and until_at > from_at and until_at > :now";

    private static final String OPEN = ALL
            + """
            until_at > :now and until_at > from_at
              and (:after::bigint is null
                or (from_at, leave_id) > (select from_at, leave_id from identity.leave where leave_id = :after))
              and (absent = :me or deputy = :me
                or absent in (select c.account_id from identity.account c where c.enabled and %s))
            order by from_at, leave_id limit :most"""
                    .formatted(OfficerRows.IS_KEPT);

    private final JdbcClient jdbc;

    LeaveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else enters or ends a leave; the rules about overlaps look at all of them. */
    void takeTurn() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('identity.leave', 0))")
                .query((row, number) -> true)
                .single();
    }

    /** Answers the id of the new leave. */
    long add(long absent, long deputy, Instant from, Instant until, long by, Instant at) {
        return jdbc.sql(
                        """
                        insert into identity.leave (absent, deputy, from_at, until_at, entered_by, entered_at)
                        values (:absent, :deputy, :from, :until, :by, :at) returning leave_id""")
                .param("absent", absent)
                .param("deputy", deputy)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void end(long leaveId, Instant until) {
        jdbc.sql("update identity.leave set until_at = :until where leave_id = :id")
                .param("until", Timestamp.from(until))
                .param("id", leaveId)
                .update();
    }

    Optional<Leave> find(long leaveId) {
        return jdbc.sql(ALL + "leave_id = :id")
                .param("id", leaveId)
                .query(LeaveRows::leave)
                .optional();
    }

    /** Those that are not over and in which the account is absent some time between. */
    List<Leave> ofAbsent(long account, LeaveSpan span, Instant now) {
        return overlapping("absent = :account", account, span, now);
    }

    /** The same in which it is the deputy. */
    List<Leave> ofDeputy(long account, LeaveSpan span, Instant now) {
        return overlapping("deputy = :account", account, span, now);
    }

    /**
     * Those that are not over and are the actor's own, in which he is the deputy, or of somebody whose account he keeps; the
     * one that begins first in front.
     *
     * @param after the leave the page before ended with; null is the first page
     */
    List<Leave> open(Actor actor, Instant now, Long after, int most) {
        return jdbc.sql(OPEN)
                .param("now", Timestamp.from(now))
                .param("me", actor.accountId())
                .param("mine", OfficerRows.kept(actor), Types.ARRAY)
                .param("after", after, Types.BIGINT)
                .param("most", most)
                .query(LeaveRows::leave)
                .list();
    }

    /** Ids of those that have begun and are not handed over. */
    List<Long> begun(Instant now) {
        return due(BEGUN, now);
    }

    /** Ids of those that are over and not handed back. */
    List<Long> over(Instant now) {
        return due(OVER, now);
    }

    /** Marks the leave as handed over when it has begun; of several callers one gets it. */
    Optional<Leave> takeBegun(long leaveId, Instant now) {
        return take("handed_over_at", BEGUN, leaveId, now);
    }

    /** Marks the leave as handed back when it is over; of several callers one gets it. */
    Optional<Leave> takeOver(long leaveId, Instant now) {
        return take("handed_back_at", OVER, leaveId, now);
    }

    private List<Long> due(String due, Instant now) {
        return jdbc.sql("select leave_id from identity.leave where " + due + " order by leave_id")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
    }

    private Optional<Leave> take(String mark, String due, long leaveId, Instant now) {
        return jdbc.sql("update identity.leave set " + mark
                        + " = :now where leave_id = (select leave_id from identity.leave where leave_id = :id and "
                        + due
                        + " for update skip locked) returning leave_id, absent, deputy, from_at, until_at")
                .param("id", leaveId)
                .param("now", Timestamp.from(now))
                .query(LeaveRows::leave)
                .optional();
    }

    private List<Leave> overlapping(String whose, long account, LeaveSpan span, Instant now) {
        return jdbc.sql(ALL + whose + OVERLAPS + " order by from_at")
                .param("account", account)
                .param("from", Timestamp.from(span.from()))
                .param("until", Timestamp.from(span.until()))
                .param("now", Timestamp.from(now))
                .query(LeaveRows::leave)
                .list();
    }

    private static Leave leave(ResultSet row, int number) throws SQLException {
        return new Leave(
                row.getLong("leave_id"),
                row.getLong("absent"),
                row.getLong("deputy"),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant());
    }
}
