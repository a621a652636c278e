package id.siks.worklist.notice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people want to be told, by account. */
@Component
public class NoticeSettingRows {

    private final JdbcClient jdbc;

    NoticeSettingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account's choice, or the usual. */
    public NoticeSettings of(long account) {
        return chosen(List.of(account)).getOrDefault(account, NoticeSettings.USUAL);
    }

    /** Choices of those accounts that have chosen. */
    public Map<Long, NoticeSettings> chosen(Collection<Long> accounts) {
        Map<Long, NoticeSettings> chosen = new HashMap<>();
        jdbc.sql("select * from worklist.notice_setting where account_id = any(:accounts)")
                .param("accounts", accounts.toArray(Long[]::new))
                .query(row -> {
                    chosen.put(row.getLong("account_id"), settings(row));
                });
        return chosen;
    }

    /** From now on the account is told like this. */
    @Transactional
    public void save(long account, NoticeSettings chosen) {
        jdbc.sql(
                        """
                        insert into worklist.notice_setting (account_id, rhythm, daily_hour, quiet_from, quiet_until,
                          free_days, language, mail_off, home_off)
                        values (:account, :rhythm, :hour, :from, :until, :free, :language, :mailOff, :homeOff)
                        on conflict (account_id) do update set rhythm = excluded.rhythm, daily_hour = excluded.daily_hour,
                          quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                          free_days = excluded.free_days, language = excluded.language, mail_off = excluded.mail_off,
                          home_off = excluded.home_off""")
                .param("account", account)
                .param("rhythm", chosen.rhythm().name())
                .param("hour", chosen.dailyHour())
                .param("from", chosen.quietFrom())
                .param("until", chosen.quietUntil())
                .param("free", chosen.freeDays())
                .param("language", chosen.language())
                .param("mailOff", names(chosen.mailOff()))
                .param("homeOff", names(chosen.homeOff()))
                .update();
    }

    private static NoticeSettings settings(ResultSet row) throws SQLException {
        return new NoticeSettings(
                Rhythm.valueOf(row.getString("rhythm")),
                row.getInt("daily_hour"),
                row.getInt("quiet_from"),
                row.getInt("quiet_until"),
                row.getBoolean("free_days"),
                row.getString("language"),
                topics(row.getArray("mail_off")),
                topics(row.getArray("home_off")));
    }

    private static Set<Topic> topics(Array names) throws SQLException {
        return Stream.of((String[]) names.getArray()).map(Topic::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static String[] names(Set<Topic> topics) {
        return topics.stream().map(Topic::name).sorted().toArray(String[]::new);
    }
}
