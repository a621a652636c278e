package id.siks.processadmin.run;

import id.siks.platform.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How deep the queue of jobs is. What is due is read row by row, for there are few; what lies ahead is counted from the
 * index of due dates.
 */
@Repository
class Jobs {

    // A job without a due date, of a server of an older version, is never taken: it has to be seen.
    private static final String DEPTH =
            """
            select count(*) filter (where ready and not locked) as due,
              count(*) filter (where ready and locked) as locked,
              count(*) filter (where retries_ = 0) as failed,
              count(*) filter (where retries_ > 0 and suspension_state_ <> 1) as stopped,
              min(coalesce(duedate_, create_time_)) filter (where ready and not locked) as oldest,
              (select count(*) from act_ru_job where duedate_ > :now) as future
            from (select *, retries_ > 0 and suspension_state_ = 1 as ready,
                coalesce(lock_exp_time_ > :now, false) as locked
              from act_ru_job where duedate_ <= :now or duedate_ is null) as j""";

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Jobs(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** How deep it is now. */
    Queue depth() {
        return jdbc.sql(DEPTH)
                .param("now", Timestamp.from(time.now()))
                .query(Jobs::queue)
                .single();
    }

    private static Queue queue(ResultSet row, int index) throws SQLException {
        Timestamp oldest = row.getTimestamp("oldest");
        return new Queue(
                row.getLong("due"),
                row.getLong("locked"),
                row.getLong("failed"),
                row.getLong("future"),
                row.getLong("stopped"),
                oldest == null ? null : oldest.toInstant());
    }
}
