package id.siks.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The clock stops a case has lived through, for its page: people must see why a due date moved. */
@Component
class CaseStops {

    private final JdbcTemplate jdbc;

    CaseStops(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that held where the case is while it was open, the latest first. */
    List<ClockStop> of(CaseSummary summary) {
        Instant closed = summary.status().isFinal() ? summary.since() : Instant.parse("9999-01-01T00:00:00Z");
        return jdbc.query(
                """
                select * from casework.clock_stop
                where starts_with(?, area_code) and from_at < ? and (until_at is null or until_at > ?)
                order by from_at desc""",
                CalendarRows::stop,
                summary.area().value(),
                Timestamp.from(closed),
                Timestamp.from(summary.openedAt()));
    }
}
