package id.siks.worklist.notice;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import id.siks.platform.Page;
import id.siks.worklist.notice.Notices.Notice;
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

    private final JdbcClient jdbc;
    private final Arrivals arrivals;
    private final BusinessTime time;

    NoticeBook(JdbcClient jdbc, Arrivals arrivals, BusinessTime time) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
        this.time = time;
    }

    /**
     * A page of what the person was told, newest first.
     *
     * @param before only notices with a lower number than this
     */
    @Transactional(readOnly = true)
    public Page<Line> page(Actor actor, long before) {
        List<Entry> found = jdbc.sql(
                        """
                        select * from worklist.notice where account_id = :account and notice_id < :before
                        order by notice_id desc limit :most""")
                .param("account", actor.accountId())
                .param("before", before)
                .param("most", PAGE + 1)
                .query((row, number) ->
                        new Entry(Notices.notice(row), row.getTimestamp("at").toInstant()))
                .list();
        List<Line> lines = lines(found.stream().limit(PAGE).toList());
        return new Page<>(
                lines,
                found.size() > PAGE ? Long.toString(found.get(PAGE - 1).notice().id()) : null);
    }

    /** One of the things the person was told; {@link NotFound} when it is not his. */
    @Transactional(readOnly = true)
    public Line line(Actor actor, long notice) {
        List<Entry> found = jdbc.sql(
                        "select * from worklist.notice where account_id = :account and notice_id = :notice")
                .param("account", actor.accountId())
                .param("notice", notice)
                .query((row, number) ->
                        new Entry(Notices.notice(row), row.getTimestamp("at").toInstant()))
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

    private List<Line> lines(List<Entry> entries) {
        Map<Long, Arrival> reached =
                arrivals.of(entries.stream().map(e -> e.notice().id()).toList());
        return entries.stream()
                .map(e -> new Line(e.notice(), e.at(), reached.get(e.notice().id())))
                .toList();
    }

    private record Entry(Notice notice, Instant at) {}

    /**
     * One thing somebody was told.
     *
     * @param at when it happened
     * @param arrival how it reached him
     */
    public record Line(Notice notice, Instant at, Arrival arrival) {}
}
