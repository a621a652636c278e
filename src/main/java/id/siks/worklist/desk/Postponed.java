package id.siks.worklist.desk;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a person has put off and is still asleep. */
@Component
public class Postponed {

    /** Most that are shown; nobody puts off more in earnest. */
    private static final int SHOWN = 200;

    private static final String ASLEEP =
            " from worklist.work_item where state = 'OPEN' and assignee = ? and follow_up_at > ? ";

    private final JdbcTemplate jdbc;
    private final BusinessTime time;

    Postponed(JdbcTemplate jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** How many {@code actor} has put off. */
    public int count(Actor actor) {
        return jdbc.queryForObject("select count(*)" + ASLEEP, Integer.class, actor.accountId(), now());
    }

    /** What somebody has put off and when it wakes, the soonest first. */
    Map<WorkItem, Instant> of(Actor actor) {
        Map<WorkItem, Instant> asleep = new LinkedHashMap<>();
        jdbc.query(
                "select " + WorkItems.COLUMNS + ", follow_up_at" + ASLEEP + "order by follow_up_at, item_id limit ?",
                row -> {
                    asleep.put(
                            WorkItems.item(row, 0),
                            row.getTimestamp("follow_up_at").toInstant());
                },
                actor.accountId(),
                now(),
                SHOWN);
        return asleep;
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
