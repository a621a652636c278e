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

    private static final String LINES =
            """
            with stretch as (
              select notice_id, read_at, %s as day, %s as alike from worklist.notice
              where account_id = :account and notice_id < :from order by notice_id desc limit :looked),
            edge as (
              select max(notice_id) + 1 as begins, min(notice_id) as ends,
                (select day from stretch order by notice_id limit 1) as day,
                exists (
                  select from worklist.notice
                  where account_id = :account and notice_id < (select min(notice_id) from stretch)) as cut
              from stretch),
            shown as (
              select max(notice_id) as latest, count(*) as n, max(day) as day,
                coalesce(array_agg(notice_id) filter (where read_at is null), '{}') as unread
              from stretch group by alike having max(notice_id) < :before order by latest desc limit :most)
            select notice.*, n, unread, cut and shown.day = edge.day as more, begins, case when cut then ends end as ends
            from shown join worklist.notice on notice_id = latest cross join edge order by latest desc"""
                    .formatted(Alike.DAY, Alike.KEY);

    /** What is told as one with a notice, that and older: no other day is compared in all its parts. */
    private static final String LIKE_IT =
            """
            from worklist.notice join (
              select notice_id as newest, %1$s as day, %2$s as alike from worklist.notice
              where account_id = :account and notice_id = :notice) as its
            on notice_id <= newest and %1$s = its.day and %2$s = its.alike
            where account_id = :account
            """
                    .formatted(Alike.DAY, Alike.KEY);

    /** One notice in a line of its own. */
    private static final String ALONE =
            """
            select notice.*, 1 as n, false as more,
              case when read_at is null then array[notice_id] else '{}' end as unread
            """;

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

    /** A page of what the person was told, newest first, with what is alike told as one. */
    @Transactional(readOnly = true)
    public Page<Line> page(Actor actor, BookPlace place) {
        List<Stretched> found = asked(LINES, actor)
                .param("from", place.from())
                .param("before", place.before())
                .param("looked", Alike.LOOKED_AT)
                .param("most", PAGE + 1)
                .query(NoticeBook::stretched)
                .list();
        List<Entry> shown = found.stream().limit(PAGE).map(Stretched::entry).toList();
        return new Page<>(lines(shown), next(found));
    }

    private static String next(List<Stretched> found) {
        if (found.size() > PAGE) {
            Stretched last = found.get(PAGE - 1);
            return new BookPlace(last.entry().notice().id(), last.begins()).text();
        }
        Long ends = found.isEmpty() ? null : found.get(0).ends();
        return ends == null ? null : Long.toString(ends);
    }

    /**
     * A page of what is told as one with a notice, that and older, newest first; {@link NotFound} when it is not his.
     *
     * @param before only what is older than the notice with this number
     */
    @Transactional(readOnly = true)
    public Page<Line> alike(Actor actor, long notice, long before) {
        line(actor, notice);
        List<Entry> found = asked(
                        ALONE + LIKE_IT + "and notice_id < :before order by notice_id desc limit :most", actor)
                .param("notice", notice)
                .param("before", before)
                .param("most", PAGE + 1)
                .query(NoticeBook::entry)
                .list();
        return Page.of(lines(found), PAGE, line -> line.notice().id());
    }

    /** Numbers of those of them that he has not put away, on all their pages; of very many the newest. */
    @Transactional(readOnly = true)
    public List<Long> unread(Actor actor, long notice) {
        return asked("select notice_id " + LIKE_IT + "and read_at is null order by notice_id desc limit :looked", actor)
                .param("notice", notice)
                .param("looked", Alike.LOOKED_AT)
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Actor actor) {
        return jdbc.sql(sql).param("account", actor.accountId()).param("zone", alike.zone(actor));
    }

    /** One of the things the person was told; {@link NotFound} when it is not his. */
    @Transactional(readOnly = true)
    public Line line(Actor actor, long notice) {
        List<Entry> found = jdbc.sql(ALONE + "from worklist.notice where account_id = :account and notice_id = :notice")
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

    private List<Line> lines(List<Entry> entries) {
        Map<Long, Arrival> reached =
                arrivals.of(entries.stream().map(e -> e.notice().id()).toList());
        return entries.stream()
                .map(e -> new Line(e.notice(), e.at(), reached.get(e.notice().id()), e.n(), e.unread(), e.more()))
                .toList();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                Notices.notice(row),
                row.getTimestamp("at").toInstant(),
                row.getInt("n"),
                Alike.numbers(row, "unread"),
                row.getBoolean("more"));
    }

    private static Stretched stretched(ResultSet row, int number) throws SQLException {
        return new Stretched(entry(row, number), row.getLong("begins"), row.getObject("ends", Long.class));
    }

    private record Entry(Notice notice, Instant at, int n, List<Long> unread, boolean more) {}

    /**
     * A line with the ends of the stretch it was found in.
     *
     * @param ends where the next stretch begins, or null when this is the last
     */
    private record Stretched(Entry entry, long begins, Long ends) {}

    /**
     * Something somebody was told.
     *
     * @param notice the newest of those it tells as one
     * @param at when that happened
     * @param arrival how that reached him
     * @param n how many they are
     * @param unread the numbers of those he has not put away
     * @param more true when there may be more of them than were looked at
     */
    public record Line(Notice notice, Instant at, Arrival arrival, int n, List<Long> unread, boolean more) {

        /** Whether it tells of one alone. */
        public boolean single() {
            return n == 1 && !more;
        }

        /** How many they are, as the reader is told. */
        public String count() {
            return Alike.count(n, more);
        }

        /** How many of them he has not put away, as he is told. */
        public String unreadCount() {
            return Alike.count(unread.size(), more);
        }
    }
}
