package id.siks.platform.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys of deeds that nobody will send again; they name no case, so no hold concerns them. */
@Component
class OldRequestKeys implements Perishable {

    private final JdbcClient db;

    OldRequestKeys(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "platform.request-key";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return db.sql(
                        """
                        delete from public.request_key where (actor_id, key) in (
                          select actor_id, key from public.request_key where requested_at < :before limit :most)""")
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }
}
