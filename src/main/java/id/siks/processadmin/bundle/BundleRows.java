package id.siks.processadmin.bundle;

import id.siks.processadmin.bundle.Journey.Line;
import id.siks.processadmin.check.ModelKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bundles that left and came, in the database. Rows are added and never changed. */
@Repository
class BundleRows {

    private final JdbcClient db;

    BundleRows(JdbcClient db) {
        this.db = db;
    }

    long add(boolean came, String source, String sha256, String note, long by, Instant at) {
        return db.sql(
                        """
                        insert into processadmin.bundle (what, source, sha256, note, by, at)
                        values (:what, :source, :hash, :note, :by, :at) returning bundle_id""")
                .param("what", came ? "IMPORTED" : "EXPORTED")
                .param("source", source)
                .param("hash", sha256)
                .param("note", note)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /**
     * Keeps what became of a part.
     *
     * @param draft the draft it is now, or null
     * @param waits names of the parts that have to be released first
     */
    void add(long bundle, Part part, Outcome outcome, Long draft, List<String> waits) {
        db.sql(
                        """
                        insert into processadmin.bundle_part
                          (bundle_id, kind, key, room, version, sha256, outcome, draft_id, waits)
                        values (:bundle, :kind, :key, :room, :version, :hash, :outcome, :draft, :waits)""")
                .param("bundle", bundle)
                .param("kind", part.kind().name())
                .param("key", part.key())
                .param("room", part.room())
                .param("version", part.version())
                .param("hash", part.sha256())
                .param("outcome", outcome.name())
                .param("draft", draft)
                .param("waits", waits.toArray(String[]::new))
                .update();
    }

    /**
     * The latest ones without their parts.
     *
     * @param before only those with a smaller number, or null
     */
    List<Journey> latest(Long before, int most) {
        return db.sql("select * from processadmin.bundle where bundle_id < :before order by bundle_id desc limit :most")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", most)
                .query((row, number) -> journey(row, List.of()))
                .list();
    }

    Optional<Journey> find(long id) {
        return db.sql("select * from processadmin.bundle where bundle_id = :id")
                .param("id", id)
                .query((row, number) -> journey(row, parts(id)))
                .optional();
    }

    private List<Line> parts(long bundle) {
        return db.sql("select * from processadmin.bundle_part where bundle_id = :bundle order by room, kind, key")
                .param("bundle", bundle)
                .query((row, number) -> new Line(
                        ModelKind.valueOf(row.getString("kind")),
                        row.getString("key"),
                        row.getString("room"),
                        row.getInt("version"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getObject("draft_id", Long.class),
                        List.of((String[]) row.getArray("waits").getArray())))
                .list();
    }

    private static Journey journey(ResultSet row, List<Line> parts) throws SQLException {
        return new Journey(
                row.getLong("bundle_id"),
                row.getString("what").equals("IMPORTED"),
                row.getString("source"),
                row.getString("sha256"),
                row.getString("note"),
                row.getLong("by"),
                row.getTimestamp("at").toInstant(),
                parts);
    }
}
