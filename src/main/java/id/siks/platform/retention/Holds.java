package id.siks.platform.retention;

import id.siks.platform.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps cases from being erased (security requirement 24). Whom a case concerns and who may hold it is the caller's to check. */
@Service
@Transactional
public class Holds {

    private final JdbcClient db;
    private final BusinessTime time;

    Holds(JdbcClient db, BusinessTime time) {
        this.db = db;
        this.time = time;
    }

    /**
     * Holds a case; what is being erased at this moment is waited for.
     *
     * @param by account id of whoever places it
     * @return false when the case is held already
     */
    public boolean place(String caseRef, String reason, long by) {
        return db.sql(
                                """
                        insert into public.legal_hold (case_ref, reason, since, placed_by)
                        values (:ref, :reason, :at, :by)
                        on conflict (case_ref) where ended_at is null do nothing""")
                        .param("ref", caseRef)
                        .param("reason", reason)
                        .param("at", Timestamp.from(time.now()))
                        .param("by", by)
                        .update()
                == 1;
    }

    /**
     * Lifts a hold.
     *
     * @param by account id of whoever lifts it
     * @return false when it is no longer in force
     */
    public boolean lift(long id, String reason, long by) {
        return db.sql(
                                """
                        update public.legal_hold set ended_at = :at, lifted_by = :by, lift_reason = :reason
                        where hold_id = :id and ended_at is null""")
                        .param("id", id)
                        .param("reason", reason)
                        .param("at", Timestamp.from(time.now()))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** One hold, in force or lifted. */
    @Transactional(readOnly = true)
    public Optional<Hold> find(long id) {
        return db.sql("select * from public.legal_hold where hold_id = :id")
                .param("id", id)
                .query(Holds::hold)
                .optional();
    }

    /** The hold on a case that is in force. */
    @Transactional(readOnly = true)
    public Optional<Hold> on(String caseRef) {
        return db.sql("select * from public.legal_hold where case_ref = :ref and ended_at is null")
                .param("ref", caseRef)
                .query(Holds::hold)
                .optional();
    }

    /** Every hold that is in force, or every one that was lifted; the latest first. There are few of them. */
    @Transactional(readOnly = true)
    public List<Hold> all(boolean inForce) {
        return db.sql("select * from public.legal_hold where (ended_at is null) = :inForce order by hold_id desc")
                .param("inForce", inForce)
                .query(Holds::hold)
                .list();
    }

    /** Numbers of the held cases; until the transaction ends, nobody can hold another one, and no other node erases. */
    Set<String> heldUntilTheEnd() {
        db.sql("lock table public.legal_hold in share row exclusive mode").update();
        return all(true).stream().map(Hold::caseRef).collect(Collectors.toUnmodifiableSet());
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        Instant endedAt = ended == null ? null : ended.toInstant();
        return new Hold(
                row.getLong("hold_id"),
                row.getString("case_ref"),
                row.getString("reason"),
                row.getTimestamp("since").toInstant(),
                row.getObject("placed_by", Long.class),
                endedAt,
                row.getObject("lifted_by", Long.class),
                row.getString("lift_reason"));
    }
}
