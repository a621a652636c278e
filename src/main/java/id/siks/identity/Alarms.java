package id.siks.identity;

import id.siks.platform.BusinessTime;
import id.siks.platform.StandingNotes;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Things somebody in charge should look at: each is a line in the process's log and an entry the auditors see. Neither
 * carries personal data.
 */
@Service
public class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final StandingNotes notes;

    Alarms(JdbcClient jdbc, BusinessTime time, StandingNotes notes) {
        this.jdbc = jdbc;
        this.time = time;
        this.notes = notes;
    }

    /**
     * Raises an alarm about the system itself.
     *
     * @param detail a code or a few words, never a NIK, KK or name
     */
    public void raise(AlarmKind kind, String detail) {
        raise(kind, detail, null, "-");
    }

    /** Raises an alarm about what somebody does; what he does may be refused and rolled back, the alarm stays. */
    void raise(AlarmKind kind, String detail, Long accountId, String origin) {
        LOG.warn("ALARM {} {} account {} from {}", kind, detail, accountId == null ? "-" : accountId, origin);
        notes.write(client -> client.sql(
                        """
                        insert into identity.alarm (at, kind, detail, account_id, origin)
                        values (:at, :kind, :detail, :account, :origin)
                        """)
                .param("at", Timestamp.from(time.now()))
                .param("kind", kind.name())
                .param("detail", detail)
                .param("account", accountId, java.sql.Types.BIGINT)
                .param("origin", origin)
                .update());
    }

    /** The latest alarms about the system and about people whose territory touches the reader's; newest first. */
    List<Alarm> latest(Actor reader) {
        return jdbc.sql("select * from identity.alarm identity_row where " + Sight.OF_ACCOUNT
                        + " order by alarm_id desc limit :most")
                .param("prefixes", Sight.prefixes(reader))
                .param("most", SHOWN)
                .query((row, number) -> new Alarm(
                        row.getTimestamp("at").toInstant(),
                        AlarmKind.valueOf(row.getString("kind")),
                        row.getString("detail"),
                        row.getObject("account_id", Long.class),
                        row.getString("origin")))
                .list();
    }

    /** One alarm; {@code accountId} is null when nobody known caused it. */
    record Alarm(Instant at, AlarmKind kind, String detail, Long accountId, String origin) {}
}
