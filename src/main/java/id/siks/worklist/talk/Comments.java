package id.siks.worklist.talk;

import id.siks.area.AreaCode;
import id.siks.casework.CaseComments;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Scope;
import id.siks.platform.Page;
import id.siks.platform.retention.Perishable;
import java.sql.Timestamp;
import java.time.Instant;
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

    /** Most comments on one page. */
    static final int SHOWN = 100;

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps what somebody said.
     *
     * @param area what it is about: only those who see that area read it; null for all who follow the case
     */
    void add(CaseRef ref, AreaCode area, long account, String words, boolean note, Instant at) {
        jdbc.sql(
                        """
                        insert into worklist.comment (case_ref, area_code, account_id, words, is_note, at, unsuccessful_since)
                        values (:ref, :area, :account, :words, :note, :at,
                          (select :at::timestamptz from casework.ended_case
                           where case_ref = :ref and status <> 'DETERMINED'))""")
                .param("ref", ref.value())
                .param("area", area == null ? null : area.value())
                .param("account", account)
                .param("words", words)
                .param("note", note)
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Comments on the case the reader may read, the latest first.
     *
     * @param within leaves out what is said about areas elsewhere; null for all
     * @param before {@link Page#next()} of the page of later ones; null and anything else is the page of the latest
     */
    Page<Comment> of(CaseRef ref, AreaCode within, Actor reader, String before) {
        List<Comment> latest = jdbc.sql(
                        """
                        select comment_id, account_id, words, is_note, area_code, at from worklist.comment
                        where case_ref = :ref and (area_code is null
                          or area_code like any(:seen) and area_code like :within || '%')
                          and comment_id < :before
                        order by comment_id desc limit :most""")
                .param("ref", ref.value())
                .param("seen", seen(reader))
                .param("within", within == null ? "" : within.value())
                .param("before", place(before))
                .param("most", SHOWN + 1)
                .query((row, number) -> new Comment(
                        row.getLong("comment_id"),
                        row.getLong("account_id"),
                        row.getString("words"),
                        row.getBoolean("is_note"),
                        area(row.getString("area_code")),
                        row.getTimestamp("at").toInstant()))
                .list();
        return Page.of(latest, SHOWN, Comment::id);
    }

    @Override
    public int count(CaseRef ref, Actor reader) {
        return jdbc.sql(
                        """
                        select count(*) from worklist.comment
                        where case_ref = :ref and (area_code is null or area_code like any(:seen))""")
                .param("ref", ref.value())
                .param("seen", seen(reader))
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

    private static String[] seen(Actor reader) {
        return Scope.patternsOf(reader.caseScopes());
    }

    private static long place(String before) {
        return before != null && before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    }

    private static AreaCode area(String code) {
        return code == null ? null : new AreaCode(code);
    }

    /** What somebody said; {@code area} is what it is about, null for the whole case. */
    record Comment(long id, long by, String words, boolean note, AreaCode area, Instant at) {}
}
