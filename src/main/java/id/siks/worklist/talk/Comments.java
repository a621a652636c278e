package id.siks.worklist.talk;

import id.siks.casework.CaseComments;
import id.siks.casework.CaseRef;
import id.siks.platform.retention.Perishable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The comments on cases, kept for five years unless the case is held longer. Those on unsuccessful cases go earlier:
 * {@link OldTalk}.
 */
@Component
class Comments implements Perishable, CaseComments {

    /** Most comments shown of one case; the latest. */
    static final int SHOWN = 100;

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseRef ref, long account, String words, boolean note, Instant at) {
        jdbc.sql(
                        """
                        insert into worklist.comment (case_ref, account_id, words, is_note, at, unsuccessful_since)
                        values (:ref, :account, :words, :note, :at,
                          (select :at::timestamptz from casework.ended_case
                           where case_ref = :ref and status <> 'DETERMINED'))""")
                .param("ref", ref.value())
                .param("account", account)
                .param("words", words)
                .param("note", note)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The latest comments on the case, oldest first. */
    List<Comment> of(CaseRef ref) {
        List<Comment> latest = jdbc.sql(
                        """
                        select account_id, words, is_note, at from worklist.comment where case_ref = :ref
                        order by comment_id desc limit :most""")
                .param("ref", ref.value())
                .param("most", SHOWN)
                .query((row, number) -> new Comment(
                        row.getLong("account_id"),
                        row.getString("words"),
                        row.getBoolean("is_note"),
                        row.getTimestamp("at").toInstant()))
                .list();
        Collections.reverse(latest);
        return latest;
    }

    @Override
    public int count(CaseRef ref) {
        return jdbc.sql("select count(*) from worklist.comment where case_ref = :ref")
                .param("ref", ref.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public String path(CaseRef ref) {
        return "/worklist/cases/" + ref;
    }

    @Override
    public String kind() {
        return "worklist.comment";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return jdbc.sql(
                        """
                        delete from worklist.comment where comment_id in (
                          select comment_id from worklist.comment
                          where at < :before and case_ref <> all(:held::text[]) limit :most)""")
                .param("before", Timestamp.from(before))
                .param("held", held.toArray(String[]::new))
                .param("most", most)
                .update();
    }

    /** What somebody said. */
    record Comment(long by, String words, boolean note, Instant at) {}
}
