package id.siks.casework;

import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets the timers at the open tasks of one case fire, and no other. */
@Component
public class LadderWatch {

    private static final int MOST = 12;
    private static final String ARMED =
            """
            select j.id_, j.duedate_ from act_ru_job j join act_ru_execution root on root.id_ = j.process_instance_id_
            where root.business_key_ = ? and j.handler_cfg_ like '%-delayed' order by j.duedate_, j.id_""";

    private final ManagementService engine;
    private final JdbcTemplate db;
    private final BusinessTime time;

    LadderWatch(ManagementService engine, JdbcTemplate db, BusinessTime time) {
        this.engine = engine;
        this.db = db;
        this.time = time;
    }

    /** When the timers of the case fire, the first in front. */
    public List<Instant> armed(CaseRef ref) {
        return db.query(ARMED, (row, n) -> at(row.getTimestamp("duedate_")), ref.value());
    }

    /** Fires every timer now, whatever its date. */
    public void tooEarly(CaseRef ref) {
        db.queryForList(ARMED, ref.value()).forEach(job -> engine.executeJob((String) job.get("id_")));
    }

    /** Time goes on until the next timer is due, and it fires. */
    public void next(CaseRef ref) {
        Job first = db.query(
                        ARMED, (row, n) -> new Job(row.getString("id_"), at(row.getTimestamp("duedate_"))), ref.value())
                .get(0);
        if (first.at().isAfter(time.now())) {
            time.moveTo(first.at().plusSeconds(1));
        }
        engine.executeJob(first.id());
    }

    /** Time goes on until no timer is armed any more. */
    public void climb(CaseRef ref) {
        for (int i = 0; i < MOST && !armed(ref).isEmpty(); i++) {
            next(ref);
        }
    }

    private static Instant at(Timestamp moment) {
        return moment.toInstant();
    }

    private record Job(String id, Instant at) {}
}
