package id.siks.processadmin.release;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with a release, in the database: entries are added and never change. */
@Repository
class ReleaseEntries {

    private final JdbcClient db;

    ReleaseEntries(JdbcClient db) {
        this.db = db;
    }

    /** What happened to the release, in turn. */
    List<Release.Entry> of(long id) {
        return db.sql("select what, account_id, at, words from processadmin.release_entry where release_id = :id"
                        + " order by entry_id")
                .param("id", id)
                .query((row, number) -> new Release.Entry(
                        row.getString("what"),
                        row.getObject("account_id", Long.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("words")))
                .list();
    }

    /**
     * Enters something that happened to it.
     *
     * @param by account, or null for the system
     * @param what a label {@code processadmin.release.history.<what>}
     */
    void add(long id, Long by, Instant at, String what, String words) {
        db.sql(
                        """
                        insert into processadmin.release_entry (release_id, at, account_id, what, words)
                        values (:id, :at, :by, :what, :words)""")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("what", what)
                .param("words", words)
                .update();
    }
}
