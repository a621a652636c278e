package id.siks.processadmin.run;

import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What administrators did to running processes; lines are added, never changed. */
@Repository
class Deeds {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Deeds(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Notes one.
     *
     * @param about a version or the reference of a case
     * @param reason why; empty where none is asked
     */
    void note(What what, String about, String reason, long by) {
        jdbc.sql(
                        """
                        insert into processadmin.run_deed (what, about, reason, by, at)
                        values (:what, :about, :reason, :by, :at)""")
                .param("what", what.name())
                .param("about", about)
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(time.now()))
                .update();
    }

    /** What was done to it, the last in front. */
    List<Deed> of(String about, int most) {
        return jdbc.sql(
                        """
                        select what, reason, by, at from processadmin.run_deed
                        where about = :about order by deed_id desc limit :most""")
                .param("about", about)
                .param("most", most)
                .query((row, n) -> new Deed(
                        What.valueOf(row.getString("what")),
                        row.getString("reason"),
                        row.getLong("by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Kinds of deeds. */
    enum What {
        SUSPENDED,
        ACTIVATED,
        RETRIED,
        ASSIGNED
    }

    /** One of them; {@code by} is the account. */
    record Deed(What what, String reason, long by, Instant at) {}
}
