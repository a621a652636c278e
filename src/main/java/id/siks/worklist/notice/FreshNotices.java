package id.siks.worklist.notice;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.worklist.notice.Notices.Notice;
import id.siks.worklist.notice.Notices.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has not put away and wants to see on his first page. */
@Service
@Transactional
public class FreshNotices {

    /** Most lines shown at once. */
    static final int SHOWN = 10;

    private static final String FRESH =
            """
            with fresh as (
              select notice_id, %s as day, %s as alike from worklist.notice
              where account_id = :account and read_at is null and what <> all(:hidden::text[])
              order by notice_id desc limit :looked),
            edge as (
              select count(*) = :looked as cut, (select day from fresh order by notice_id limit 1) as day from fresh),
            shown as (
              select max(notice_id) as latest, array_agg(notice_id) as those, max(day) as day
              from fresh group by alike order by latest desc limit :shown)
            select notice.*, those, cut and shown.day = edge.day as more
            from shown join worklist.notice on notice_id = latest cross join edge order by latest desc"""
                    .formatted(Alike.DAY, Alike.KEY);

    private final JdbcClient jdbc;
    private final NoticeSettingRows settings;
    private final Alike alike;
    private final BusinessTime time;

    FreshNotices(JdbcClient jdbc, NoticeSettingRows settings, Alike alike, BusinessTime time) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.alike = alike;
        this.time = time;
    }

    /** Those lines, newest first. */
    @Transactional(readOnly = true)
    public List<Line> of(Actor actor) {
        return jdbc.sql(FRESH)
                .param("account", actor.accountId())
                .param("hidden", What.namesOf(settings.of(actor.accountId()).homeOff()))
                .param("looked", Alike.LOOKED_AT)
                .param("shown", SHOWN)
                .param("zone", alike.zone(actor))
                .query(FreshNotices::line)
                .list();
    }

    /** The person has read those of his notices, no matter what came since his page was made or came late with a low number. */
    public void putAway(Actor actor, Collection<Long> those) {
        jdbc.sql(
                        """
                        update worklist.notice set read_at = :now, seen_at = coalesce(seen_at, :now)
                        where account_id = :account and notice_id = any(:those) and read_at is null""")
                .param("now", Timestamp.from(time.now()))
                .param("account", actor.accountId())
                .param("those", those.toArray(Long[]::new))
                .update();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                Notices.notice(row),
                row.getTimestamp("at").toInstant(),
                Alike.numbers(row, "those"),
                row.getBoolean("more"));
    }

    /**
     * One line.
     *
     * @param notice the newest of those it tells as one
     * @param at when that happened
     * @param those the numbers of all of them
     * @param more true when there may be more of them than were looked at
     */
    public record Line(Notice notice, Instant at, List<Long> those, boolean more) {

        /** Whether it tells of one alone. */
        public boolean single() {
            return those.size() == 1 && !more;
        }

        /** How many they are, as the reader is told. */
        public String count() {
            return Alike.count(those.size(), more);
        }
    }
}
