package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.platform.retention.Perishable;
import id.siks.register.FamilyContent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What cases claimed before they were corrected: one row for each time somebody had a case in hand between two hand-ins,
 * however often a page saved by itself meanwhile. The content is erased in time (requirement 24); that it was changed stays.
 */
@Repository
class FormerContents implements Perishable {

    private final JdbcClient db;

    FormerContents(JdbcClient db) {
        this.db = db;
    }

    /** Keeps what is replaced now, unless the same person goes on with what he began to replace. */
    void keep(CaseRef ref, FamilyContent replaced, long by, Instant at) {
        if (!goesOn(ref, by, at)) {
            add(ref, replaced, by, at);
        }
    }

    /** What is replaced from now on is another correction: the case is handed in again. */
    void settle(CaseRef ref) {
        db.sql("update proposal.former_content set settled = true where case_ref = :ref and not settled")
                .param("ref", ref.value())
                .update();
    }

    /**
     * What the case claimed when the village's meeting gave its word, or when it was handed in where no meeting is needed;
     * empty while it has not been changed since, and where neither meeting nor list has passed it.
     */
    Optional<FamilyContent> heard(CaseRef ref) {
        return db.sql(
                        """
                        select f.content from proposal.former_content f
                        join proposal.proposal p using (case_ref)
                        left join proposal.village_meeting m using (meeting_ref)
                        where f.case_ref = :ref and f.replaced_at > coalesce(m.signed_at, p.submitted_at)
                          and (p.meeting_ref is not null or p.finalized)
                        order by f.id limit 1""")
                .param("ref", ref.value())
                .query((row, n) -> Optional.ofNullable(row.getString("content")))
                .optional()
                .flatMap(content -> content)
                .map(ContentJson::family);
    }

    @Override
    public String kind() {
        return "proposal.former-content";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return db.sql(
                        """
                        update proposal.former_content set content = null where id in (
                          select id from proposal.former_content
                          where content is not null and replaced_at < :before and case_ref <> all(:held)
                          order by replaced_at limit :most for update skip locked)""")
                .param("before", Timestamp.from(before))
                .param("held", held.toArray(String[]::new))
                .param("most", most)
                .update();
    }

    /** Erases what these cases claimed; that it was changed stays. */
    void forget(Collection<String> refs) {
        db.sql(
                        """
                        update proposal.former_content set content = null
                        where case_ref = any(:refs) and content is not null""")
                .param("refs", refs.toArray(String[]::new))
                .update();
    }

    private boolean goesOn(CaseRef ref, long by, Instant at) {
        return db.sql(
                                """
                        update proposal.former_content set replaced_at = :at
                        where id = (select max(id) from proposal.former_content where case_ref = :ref)
                          and replaced_by = :by and not settled and content is not null""")
                        .param("ref", ref.value())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private void add(CaseRef ref, FamilyContent replaced, long by, Instant at) {
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
                        row.getString("content") == null ? null : ContentJson.family(row.getString("content")),
                        row.getLong("replaced_by"),
                        row.getTimestamp("replaced_at").toInstant()))
                .list();
    }

    /** A content, null once it has been erased, and who replaced it when. */
    record Former(FamilyContent content, long by, Instant at) {}
}
