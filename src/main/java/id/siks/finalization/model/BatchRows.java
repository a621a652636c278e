package id.siks.finalization.model;

import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.finalization.Decree;
import id.siks.finalization.RatificationLetter;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known about a batch as a whole: its group of cases, its hash, the regent's letter, the decree. */
@Component
public class BatchRows {

    private static final String PERIOD =
            " finalization.period p where p.period_id = b.period_id and p.case_ref = :period";
    private static final String BATCH =
            " from finalization.batch b join finalization.period p using (period_id) where p.case_ref = :period";

    private final JdbcClient jdbc;

    BatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The list is frozen with this hash and travels as this group. */
    void sealed(CaseRef period, long group, String sha256, Instant at) {
        jdbc.sql("update finalization.batch b set case_group = :group, sha256 = :sha256, sealed_at = :at from" + PERIOD)
                .param("period", period.value())
                .param("group", group)
                .param("sha256", sha256)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** A case was taken out before ratification: the list has another hash. */
    void rehashed(CaseRef period, String sha256) {
        jdbc.sql("update finalization.batch b set sha256 = :sha256 from" + PERIOD)
                .param("period", period.value())
                .param("sha256", sha256)
                .update();
    }

    /** Hash of the frozen list; null before it is sealed. */
    public String sha256(CaseRef period) {
        return jdbc.sql("select b.sha256" + BATCH)
                .param("period", period.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The group its cases travel as; the batch is sealed. */
    public long group(CaseRef period) {
        return jdbc.sql("select b.case_group" + BATCH)
                .param("period", period.value())
                .query(Long.class)
                .single();
    }

    /** Up to which line of the list the persons are compared with the civil registry; null before the first. */
    String matchedUpTo(CaseRef period) {
        return jdbc.sql("select b.matched_up_to" + BATCH)
                .param("period", period.value())
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }

    /** They are compared up to this line. */
    void matchedUpTo(CaseRef period, String mark) {
        jdbc.sql("update finalization.batch b set matched_up_to = :mark from" + PERIOD)
                .param("period", period.value())
                .param("mark", mark)
                .update();
    }

    /** They are compared to the end; the next time begins at the first line again. */
    void matched(CaseRef period, Instant at) {
        jdbc.sql("update finalization.batch b set matched_up_to = null, matched_at = :at from" + PERIOD)
                .param("period", period.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** When the persons of the whole list were last compared with the civil registry; null when never. */
    Instant matchedAt(CaseRef period) {
        return jdbc.sql("select b.matched_at" + BATCH + " and b.matched_at is not null")
                .param("period", period.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    /** The regent's letter is there. */
    public void ratified(CaseRef period, RatificationLetter letter, long by, Instant at) {
        jdbc.sql(
                        """
                        insert into finalization.ratification
                          (batch_id, letter_number, letter_date, sha256, ratified_by, ratified_at)
                        select b.batch_id, :number, :date, :sha256, :by, :at"""
                                + BATCH)
                .param("period", period.value())
                .param("number", letter.number())
                .param("date", Date.valueOf(letter.date()))
                .param("sha256", letter.sha256())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The minister has decided. */
    public void decreed(CaseRef period, Decree decree, long by, Instant at) {
        jdbc.sql(
                        """
                        insert into finalization.decree (batch_id, number, effective_month, decided_by, decided_at)
                        select b.batch_id, :number, :month, :by, :at"""
                                + BATCH)
                .param("period", period.value())
                .param("number", decree.number())
                .param("month", Date.valueOf(decree.effectiveMonth().atDay(1)))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The minister has sent the batch back. */
    public void refused(CaseRef period, Reason reason, long by, Instant at) {
        jdbc.sql(
                        """
                        update finalization.batch b
                        set refusal_code = :code, refusal_text = :text, refused_by = :by, refused_at = :at from"""
                                + PERIOD)
                .param("period", period.value())
                .param("code", reason.code().name())
                .param("text", reason.sentence())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Why the minister sent the batch back, if he did. */
    public Optional<Reason> refusal(CaseRef period) {
        return jdbc.sql("select b.refusal_code, b.refusal_text" + BATCH + " and b.refused_at is not null")
                .param("period", period.value())
                .query((row, number) -> new Reason(ReasonCode.valueOf(row.getString(1)), row.getString(2)))
                .optional();
    }

    /** Number of the decree; the batch is decided. */
    String decreeNumber(CaseRef period) {
        return jdbc.sql("select d.number from finalization.decree d join finalization.batch b using (batch_id)"
                        + " join finalization.period p using (period_id) where p.case_ref = :period")
                .param("period", period.value())
                .query(String.class)
                .single();
    }

    /** The decree has reached every case. */
    void applied(CaseRef period, Instant at) {
        jdbc.sql("update finalization.decree d set applied_at = :at from finalization.batch b,"
                        + " finalization.period p where b.batch_id = d.batch_id and p.period_id = b.period_id"
                        + " and p.case_ref = :period and d.applied_at is null")
                .param("period", period.value())
                .param("at", Timestamp.from(at))
                .update();
    }
}
