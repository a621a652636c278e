package id.siks.processadmin.release;

import id.siks.platform.NotFound;
import id.siks.processadmin.check.ModelKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of a draft when it is proposed and decided about. */
@Repository
class DraftsProposed {

    private final JdbcClient db;

    DraftsProposed(JdbcClient db) {
        this.db = db;
    }

    /** A draft as it is proposed. */
    record Drawn(
            long id,
            ModelKind kind,
            String key,
            String room,
            String state,
            int revision,
            String base,
            String content) {}

    /** The draft, which nobody else changes until the transaction ends; {@link NotFound} when there is none. */
    Drawn lock(long id) {
        return db.sql("select * from processadmin.draft where draft_id = :id for update")
                .param("id", id)
                .query((row, number) -> new Drawn(
                        id,
                        ModelKind.valueOf(row.getString("kind")),
                        row.getString("key"),
                        row.getString("room"),
                        row.getString("state"),
                        row.getInt("revision"),
                        row.getString("base_sha256"),
                        row.getString("content")))
                .optional()
                .orElseThrow(() -> new NotFound("draft " + id));
    }

    void mark(Long id, String state) {
        if (id != null) {
            db.sql("update processadmin.draft set state = :state where draft_id = :id")
                    .param("state", state)
                    .param("id", id)
                    .update();
        }
    }
}
