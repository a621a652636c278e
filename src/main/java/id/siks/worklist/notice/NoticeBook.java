package id.siks.worklist.notice;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import id.siks.platform.Page;
import id.siks.worklist.notice.Notices.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything somebody was told, read or not, and how it reached him. */
@Service
@Transactional
class NoticeBook {

    static final int PAGE = 20;

    private static final String HIS =
            "with his as (select notice_id, read_at, %s as alike from worklist.notice where account_id = :account),\n"
                    .formatted(Alike.KEY);

    private final JdbcClient jdbc;
    private final Arrivals arrivals;
    private final Alike alike;
    private final BusinessTime time;

    NoticeBook(JdbcClient jdbc, Arrivals arrivals, Alike alike, BusinessTime time) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
        this.alike = alike;
        this.time = time;
    }

    /**
     * A page of what the person was told, newest first, with what is alike told as one.
     *
     * @param before only what is older than the notice with this number
     */
    @Transactional(readOnly = true)
    public Page<Line> page(Actor actor, long before) {
        List<Entry> found = asked(
                        """
                        shown as (
                          select max(notice_id) as latest, count(*) as n, count(*) filter (where read_at is null) as unread
                          from his group by alike having max(notice_id) < :before order by latest desc limit :most)
                        select notice.*, n, unread from shown join worklist.notice on notice_id = latest
                        order by latest desc""",
                        actor)
                .param("before", before)
                .param("most", PAGE + 1)
                .query(NoticeBook::entry)
                .list();
        return page(found);
    }

    /**
     * A page of what is told as one with a notice, that and older, newest first; {@link NotFound} when it is not his.
     *
     * @param before as for {@link #page}
     */
    @Transactional(readOnly = true)
    public Page<Line> alike(Actor actor, long notice, long before) {
        line(actor, notice);
        List<Entry> found = asked(
                        """
                        its as (select alike from his where notice_id = :notice)
                        select notice.*, 1 as n, (notice.read_at is null)::int as unread
                        from his join its using (alike) join worklist.notice using (notice_id)
                        where notice_id <= :notice and notice_id < :before order by notice_id desc limit :most""",
                        actor)
                .param("notice", notice)
                .param("before", before)
                .param("most", PAGE + 1)
                .query(NoticeBook::entry)
                .list();
        return page(found);
    }

    private JdbcClient.StatementSpec asked(String rest, Actor actor) {
        return jdbc.sql(HIS + rest).param("account", actor.accountId()).param("zone", alike.zone(actor));
    }

    private Page<Line> page(List<Entry> found) {
        List<Line> lines = lines(found.stream().limit(PAGE).toList());
        return new Page<>(
                lines,
                found.size() > PAGE ? Long.toString(found.get(PAGE - 1).notice().id()) : null);
    }

    /** One of the things the person was told; {@link NotFound} when it is not his. */
    @Transactional(readOnly = true)
    public Line line(Actor actor, long notice) {
        List<Entry> found = jdbc.sql(
                        """
                        select *, 1 as n, (read_at is null)::int as unread from worklist.notice
                        where account_id = :account and notice_id = :notice""")
                .param("account", actor.accountId())
                .param("notice", notice)
                .query(NoticeBook::entry)
                .list();
        return lines(found).stream().findFirst().orElseThrow(() -> new NotFound("notice " + notice));
    }

    /** The person has those of his notices before his eyes; the first time counts. */
    public void seen(Actor actor, List<Long> notices) {
        jdbc.sql(
                        """
                        update worklist.notice set seen_at = :now
                        where account_id = :account and notice_id = any(:notices) and seen_at is null""")
                .param("now", Timestamp.from(time.now()))
                .param("account", actor.accountId())
                .param("notices", notices.toArray(Long[]::new))
                .update();
    }

    /** The person has read it; {@link NotFound} when it is not his. */
    public void read(Actor actor, long notice) {
        int his = jdbc.sql(
                        """
                        update worklist.notice set read_at = coalesce(read_at, :now), seen_at = coalesce(seen_at, :now)
                        where account_id = :account and notice_id = :notice""")
                .param("now", Timestamp.from(time.now()))
                .param("account", actor.accountId())
                .param("notice", notice)
                .update();
        if (his == 0) {
            throw new NotFound("notice " + notice);
        }
    }

    /** The person has read all that is told as one with a notice, that and older; {@link NotFound} when it is not his. */
    public void readAlike(Actor actor, long notice) {
        line(actor, notice);
        asked(
                        """
                        its as (select alike from his where notice_id = :notice)
                        update worklist.notice set read_at = :now, seen_at = coalesce(seen_at, :now)
                        where read_at is null and notice_id <= :notice
                          and notice_id in (select notice_id from his join its using (alike))""",
                        actor)
                .param("notice", notice)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private List<Line> lines(List<Entry> entries) {
        Map<Long, Arrival> reached =
                arrivals.of(entries.stream().map(e -> e.notice().id()).toList());
        return entries.stream()
                .map(e -> new Line(e.notice(), e.at(), reached.get(e.notice().id()), e.n(), e.unread()))
                .toList();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                Notices.notice(row), row.getTimestamp("at").toInstant(), row.getInt("n"), row.getInt("unread"));
    }

    private record Entry(Notice notice, Instant at, int n, int unread) {}

    /**
     * Something somebody was told.
     *
     * @param notice the newest of those it tells as one
     * @param at when that happened
     * @param arrival how that reached him
     * @param n how many they are
     * @param unread how many of them he has not put away
     */
    public record Line(Notice notice, Instant at, Arrival arrival, int n, int unread) {}
}
