package id.siks.worklist.talk;

import id.siks.area.AreaCode;
import id.siks.casework.CaseComments;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Scope;
import id.siks.platform.retention.Perishable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The comments on cases, kept for five years unless the case is held longer. Those on cases that led nowhere go earlier:
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

    /**
     * Keeps what somebody said.
     *
     * @param area what it is about: only those who see that area read it; null for all who follow the case
     */
    void add(CaseRef ref, AreaCode area, long account, String words, boolean note, Instant at) {
        jdbc.sql(
                        """
                        insert into worklist.comment (case_ref, area_code, account_id, words, is_note, at, led_nowhere_at)
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
     * The latest comments on the case the reader may read, oldest first.
     *
     * @param within leaves out what is said about areas elsewhere; null for all
     */
    List<Comment> of(CaseRef ref, AreaCode within, Actor reader) {
        List<Comment> latest = jdbc.sql(
                        """
                        select account_id, words, is_note, area_code, at from worklist.comment
                        where case_ref = :ref and (area_code is null
                          or area_code like any(:seen) and area_code like :within || '%')
                        order by comment_id desc limit :most""")
                .param("ref", ref.value())
                .param("seen", seen(reader))
                .param("within", within == null ? "" : within.value())
                .param("most", SHOWN)
                .query((row, number) -> new Comment(
                        row.getLong("account_id"),
                        row.getString("words"),
                        row.getBoolean("is_note"),
                        area(row.getString("area_code")),
                        row.getTimestamp("at").toInstant()))
                .list();
        Collections.reverse(latest);
        return latest;
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
        return Scope.patterns(reader.caseScopes().stream().map(Scope::prefix).toList());
    }

    private static AreaCode area(String code) {
        return code == null ? null : new AreaCode(code);
    }

    /** What somebody said; {@code area} is what it is about, null for the whole case. */
    record Comment(long by, String words, boolean note, AreaCode area, Instant at) {}
}
