package id.siks.worklist.forecast;

import id.siks.platform.retention.Perishable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was foretold so long ago that it says little about today's forecasts. It is about work, not about people. */
@Component
class OldForecasts implements Perishable {

    private final JdbcClient jdbc;

    OldForecasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "worklist.forecast";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        int items = erase(
                """
                delete from worklist.forecast where item_id in (
                  select item_id from worklist.forecast where made_at < :before limit :most)""",
                before,
                most);
        return items
                + erase(
                        """
                        delete from worklist.forecast_cutoff_outcome where (regency, month, milestone) in (
                          select regency, month, milestone from worklist.forecast_cutoff_outcome where month < :before limit :most)""",
                        before,
                        most - items);
    }

    private int erase(String sql, Instant before, int most) {
        return jdbc.sql(sql)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }
}
