package id.siks.worklist.notice;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.worklist.notice.Notices.Notice;
import id.siks.worklist.notice.Notices.What;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has not put away and wants to see on his first page. */
@Service
@Transactional
public class FreshNotices {

    /** Most lines shown at once. */
    static final int SHOWN = 10;

    /** So many of the newest are looked at, however many were never put away. */
    private static final int LOOKED_AT = 500;

    private static final String FRESH =
            """
            with fresh as (
              select notice_id, %s as alike from worklist.notice
              where account_id = :account and read_at is null and what <> all(:hidden::text[]) and notice_id <= :last
              order by notice_id desc limit :looked),
            shown as (
              select alike, max(notice_id) as latest, count(*) as n from fresh group by alike order by latest desc limit :shown)
            """
                    .formatted(Alike.KEY);

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
        return asked(
                        FRESH
                                + "select notice.*, shown.n from shown join worklist.notice on notice_id = latest order by latest desc",
                        actor,
                        Long.MAX_VALUE)
                .query((row, number) ->
                        new Line(Notices.notice(row), row.getTimestamp("at").toInstant(), row.getInt("n")))
                .list();
    }

    /** Puts away what the person had before his eyes when {@code last} was the newest: those and no others. */
    public void putAway(Actor actor, long last) {
        asked(
                        FRESH
                                + """
                                update worklist.notice set read_at = :now
                                where notice_id in (select notice_id from fresh join shown using (alike))""",
                        actor,
                        last)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private JdbcClient.StatementSpec asked(String sql, Actor actor, long last) {
        return jdbc.sql(sql)
                .params(Map.of(
                        "account",
                        actor.accountId(),
                        "hidden",
                        What.namesOf(settings.of(actor.accountId()).homeOff()),
                        "last",
                        last,
                        "looked",
                        LOOKED_AT,
                        "shown",
                        SHOWN,
                        "zone",
                        alike.zone(actor)));
    }

    /**
     * One line.
     *
     * @param notice the newest of those it tells as one
     * @param at when that happened
     * @param n how many they are
     */
    public record Line(Notice notice, Instant at, int n) {}
}
