package id.siks.proposal.model;

import id.siks.evidence.Attachments;
import id.siks.platform.retention.Perishable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts nobody went on with or that were given up before they were handed in, with their photos. */
@Component
class OldDrafts implements Perishable {

    private final JdbcClient db;
    private final Attachments attachments;

    OldDrafts(JdbcClient db, Attachments attachments) {
        this.db = db;
        this.attachments = attachments;
    }

    @Override
    public String kind() {
        return "proposal.draft";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        List<String> old = db.sql(
                        """
                        delete from proposal.proposal where id in (
                          select id from proposal.proposal
                          where submitted_at is null and status in ('DRAFT', 'CANCELLED') and changed_at < :before
                            and case_ref <> all(:held)
                          order by changed_at limit :most for update skip locked)
                        returning case_ref""")
                .param("before", Timestamp.from(before))
                .param("held", held.toArray(String[]::new))
                .param("most", most)
                .query(String.class)
                .list();
        attachments.forget(old);
        return old.size();
    }
}
