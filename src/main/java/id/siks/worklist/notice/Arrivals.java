package id.siks.worklist.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how notices reached their people. */
@Component
class Arrivals {

    private final JdbcClient jdbc;

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the number of the notice; unknown ones are absent. */
    public Map<Long, Arrival> of(Collection<Long> notices) {
        Map<Long, Arrival> found = new HashMap<>();
        jdbc.sql(
                        """
                        select n.notice_id, n.seen_at, n.read_at, n.unmailed, d.state, d.changed_at
                        from worklist.notice n left join worklist.delivery d using (delivery_id)
                        where n.notice_id = any(:notices)""")
                .param("notices", notices.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("notice_id"), arrival(row));
                });
        return found;
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        String state = row.getString("state");
        String unmailed = row.getString("unmailed");
        return new Arrival(
                moment(row.getTimestamp("seen_at")),
                moment(row.getTimestamp("read_at")),
                state == null ? null : DeliveryState.valueOf(state),
                moment(row.getTimestamp("changed_at")),
                unmailed == null ? null : Unmailed.valueOf(unmailed));
    }

    private static Instant moment(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
