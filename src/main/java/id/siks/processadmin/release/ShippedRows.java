package id.siks.processadmin.release;

import id.siks.processadmin.check.ModelKind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What versions of the application brought, in the database. */
@Repository
class ShippedRows {

    private final JdbcClient db;

    ShippedRows(JdbcClient db) {
        this.db = db;
    }

    /** Hash of what came last, in hexadecimal. */
    Optional<String> last(ModelKind kind, String key) {
        return db.sql(
                        "select sha256 from processadmin.shipped where kind = :kind and key = :key order by at desc limit 1")
                .param("kind", kind.name())
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /** True when some version of the application brought it. */
    boolean has(ModelKind kind, String key, String hash) {
        return db.sql(
                        "select exists (select 1 from processadmin.shipped where kind = :kind and key = :key and sha256 = :hash)")
                .param("kind", kind.name())
                .param("key", key)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** Notes what came and had not come before. */
    void ship(ModelKind kind, String key, String hash, Instant at) {
        db.sql("insert into processadmin.shipped (kind, key, sha256, at) values (:kind, :key, :hash, :at)")
                .param("kind", kind.name())
                .param("key", key)
                .param("hash", hash)
                .param("at", Timestamp.from(at))
                .update();
    }
}
