package id.siks.processadmin.run;

import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
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

    /** Notes who was named to look after something. */
    void named(String about, long whom, long by) {
        jdbc.sql(
                        """
                        insert into processadmin.run_deed (what, about, whom, by, at)
                        values (:what, :about, :whom, :by, :at)""")
                .param("what", What.ASSIGNED.name())
                .param("about", about)
                .param("whom", whom)
                .param("by", by)
                .param("at", Timestamp.from(time.now()))
                .update();
    }

    /** What was done to them, the last in front, so many of each. */
    List<Deed> of(Collection<String> about, int most) {
        return jdbc.sql(
                        """
                        select d.* from unnest(:about) as wanted cross join lateral (
                          select * from processadmin.run_deed where about = wanted order by deed_id desc limit :most) d
                        order by d.deed_id desc""")
                .param("about", about.stream().distinct().toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Deed(
                        What.valueOf(row.getString("what")),
                        row.getString("about"),
                        row.getString("reason"),
                        row.getObject("whom", Long.class),
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

    /**
     * One of them.
     *
     * @param about a version or the reference of a case
     * @param reason why; empty where none was asked
     * @param whom account of whoever was named, or null
     * @param by account of whoever did it
     */
    record Deed(What what, String about, String reason, Long whom, long by, Instant at) {}
}
