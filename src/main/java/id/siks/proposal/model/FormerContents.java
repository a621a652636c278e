package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.register.FamilyContent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What cases claimed before they were corrected. Lines are added, never changed. */
@Repository
class FormerContents {

    private final JdbcClient db;

    FormerContents(JdbcClient db) {
        this.db = db;
    }

    /** Keeps what is replaced now. */
    void add(CaseRef ref, FamilyContent replaced, long by, Instant at) {
        db.sql(
                        """
                        insert into proposal.former_content (case_ref, content, replaced_by, replaced_at)
                        values (:ref, :content::jsonb, :by, :at)""")
                .param("ref", ref.value())
                .param("content", ContentJson.write(replaced))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Everything the case claimed before what it claims now, oldest first. */
    List<Former> of(CaseRef ref) {
        return db.sql(
                        """
                        select content, replaced_by, replaced_at from proposal.former_content
                        where case_ref = :ref order by id""")
                .param("ref", ref.value())
                .query((row, n) -> new Former(
                        ContentJson.family(row.getString("content")),
                        row.getLong("replaced_by"),
                        row.getTimestamp("replaced_at").toInstant()))
                .list();
    }

    /** A content, and who replaced it when. */
    record Former(FamilyContent content, long by, Instant at) {}
}
