package id.siks.worklist.notice;

import id.siks.worklist.notice.Notices.Notice;
import id.siks.worklist.notice.Notices.What;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices as those see them who send mail: which wait to be thought of, and which mail takes along what. */
@Component
public class NoticePost {

    private final JdbcClient jdbc;

    NoticePost(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notices nobody has thought of yet, oldest first; until the transaction ends, nobody else gets the same. */
    public List<Fresh> fresh(int most) {
        return jdbc.sql(
                        """
                        select notice_id, account_id, what, urgent from worklist.notice
                        where delivery_id is null and unmailed is null
                        order by notice_id limit :most for update skip locked""")
                .param("most", most)
                .query((row, number) -> new Fresh(
                        row.getLong("notice_id"),
                        row.getLong("account_id"),
                        What.valueOf(row.getString("what")),
                        row.getBoolean("urgent")))
                .list();
    }

    /** The mail takes these along. */
    public void send(Collection<Long> notices, long delivery) {
        jdbc.sql("update worklist.notice set delivery_id = :delivery where notice_id = any(:notices)")
                .param("delivery", delivery)
                .param("notices", notices.toArray(Long[]::new))
                .update();
    }

    /** No mail takes these along. */
    public void leave(Collection<Long> notices, Unmailed why) {
        jdbc.sql("update worklist.notice set unmailed = :why where notice_id = any(:notices)")
                .param("why", why.name())
                .param("notices", notices.toArray(Long[]::new))
                .update();
    }

    /** The mail does not take along what was read meanwhile. */
    public void leaveRead(long delivery) {
        jdbc.sql(
                        """
                        update worklist.notice set delivery_id = null, unmailed = 'READ'
                        where delivery_id = :delivery and read_at is not null""")
                .param("delivery", delivery)
                .update();
    }

    /** The mail takes nothing along. */
    public void leaveAll(long delivery, Unmailed why) {
        jdbc.sql("update worklist.notice set delivery_id = null, unmailed = :why where delivery_id = :delivery")
                .param("why", why.name())
                .param("delivery", delivery)
                .update();
    }

    /** How much the mail takes along. */
    public int count(long delivery) {
        return jdbc.sql("select count(*) from worklist.notice where delivery_id = :delivery")
                .param("delivery", delivery)
                .query(Integer.class)
                .single();
    }

    /** The first of what the mail takes along, in the order it happened. */
    public List<Notice> in(long delivery, int most) {
        return jdbc.sql("select * from worklist.notice where delivery_id = :delivery order by notice_id limit :most")
                .param("delivery", delivery)
                .param("most", most)
                .query((row, number) -> Notices.notice(row))
                .list();
    }

    /**
     * A notice nobody has thought of yet.
     *
     * @param urgent true when its mail does not wait for the morning: a clock has said that work is late, that a cut-off comes
     *     and no other warning, that steps failed or a model is in trouble. What a person says can wait, and so can a reminder
     */
    public record Fresh(long id, long account, What what, boolean urgent) {}
}
