package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.proposal.Remark;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who said what about a case. Lines are added, never changed; what was said about single fields goes with the fields. */
@Component
class DecisionLog {

    private final JdbcClient db;

    DecisionLog(JdbcClient db) {
        this.db = db;
    }

    void add(CaseRef ref, Level level, String decision, Reason reason, List<Remark> remarks, Long by, Instant at) {
        add(ref, level, decision, reason, null, remarks, by, at);
    }

    /** {@code despite} tells why it was agreed to against the advice; null when it was not. */
    void add(
            CaseRef ref,
            Level level,
            String decision,
            Reason reason,
            String despite,
            List<Remark> remarks,
            Long by,
            Instant at) {
        db.sql(
                        """
                        insert into proposal.decision
                          (case_ref, level, decision, reason_code, reason_text, despite, remarks, decided_by, decided_at)
                        values (:ref, :level, :decision, :code, :text, :despite, :remarks::jsonb, :by, :at)""")
                .param("ref", ref.value())
                .param("level", level.name())
                .param("decision", decision)
                .param("code", reason == null ? null : reason.code().name())
                .param("text", reason == null ? null : reason.sentence())
                .param("despite", despite)
                .param("remarks", ContentJson.write(remarks))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The last word on the case. */
    Optional<Said> last(CaseRef ref) {
        return db.sql(
                        """
                        select level, decision, despite, decided_by, decided_at from proposal.decision
                        where case_ref = :ref order by id desc limit 1""")
                .param("ref", ref.value())
                .query((row, n) -> new Said(
                        Level.valueOf(row.getString("level")),
                        row.getString("decision"),
                        row.getString("despite"),
                        row.getObject("decided_by", Long.class),
                        row.getTimestamp("decided_at").toInstant()))
                .optional();
    }

    /** Accounts of the verifiers who ever decided any of these, and of whoever settled what was found at their homes. */
    List<Long> verifiers(List<CaseRef> refs) {
        return db.sql(
                        """
                        select distinct decided_by from proposal.decision
                        where case_ref = any(:refs::text[]) and level in ('REGENCY', 'FIELD_CHECK')
                          and decided_by is not null""")
                .param("refs", CaseRef.values(refs))
                .query(Long.class)
                .list();
    }

    /** Everything that was said about single fields, oldest first. */
    List<Remarked> remarks(CaseRef ref) {
        return db.sql(
                        """
                        select remarks, decided_by, decided_at from proposal.decision
                        where case_ref = :ref and remarks <> '[]' order by id""")
                .param("ref", ref.value())
                .query((row, n) -> new Remarked(
                        ContentJson.remarks(row.getString("remarks")),
                        row.getObject("decided_by", Long.class),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    /** Erases what was said about single fields of these cases: it quotes them. */
    void forgetRemarks(Collection<String> refs) {
        db.sql("update proposal.decision set remarks = '[]' where case_ref = any(:refs) and remarks <> '[]'")
                .param("refs", refs.toArray(String[]::new))
                .update();
    }

    /** Where something was said. */
    enum Level {
        FIELD_CHECK,
        REGENCY,
        /** The office head took it out of the batch. */
        REGENCY_BATCH,
        /** The regent did. */
        REGENT,
        /** The province did. */
        PROVINCE,
        MINISTRY,
        /** Somebody in it has died, or is known otherwise by now. */
        CIVIL_REGISTRY
    }

    record Remarked(List<Remark> remarks, Long by, Instant at) {}

    record Said(Level level, String decision, String despite, Long by, Instant at) {}
}
