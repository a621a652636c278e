package id.siks.processadmin.release;

import id.siks.processadmin.check.ModelKind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the application brought last, in the database. */
@Repository
class ShippedRows {

    private final JdbcClient db;

    ShippedRows(JdbcClient db) {
        this.db = db;
    }

    /** Its hash, in hexadecimal. */
    Optional<String> shipped(ModelKind kind, String key) {
        return db.sql("select sha256 from processadmin.shipped where kind = :kind and key = :key")
                .param("kind", kind.name())
                .param("key", key)
                .query(String.class)
                .optional();
    }

    void ship(ModelKind kind, String key, String hash, Instant at) {
        db.sql(
                        """
                        insert into processadmin.shipped (kind, key, sha256, at) values (:kind, :key, :hash, :at)
                        on conflict (kind, key) do update set sha256 = excluded.sha256, at = excluded.at""")
                .param("kind", kind.name())
                .param("key", key)
                .param("hash", hash)
                .param("at", Timestamp.from(at))
                .update();
    }
}
