package id.siks.platform;

import java.sql.Timestamp;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a deed that is sent twice happen once (security requirement 26). */
@Service
public class OnceOnly {

    private static final String CLAIM =
            """
            insert into public.request_key (actor_id, key, requested_at, result_path) values (:actor, :key, :at, :path)
            on conflict (actor_id, key) do nothing""";

    private final JdbcClient db;
    private final BusinessTime time;

    OnceOnly(JdbcClient db, BusinessTime time) {
        this.db = db;
        this.time = time;
    }

    /**
     * Runs {@code deed} in the current transaction, or in a new one when there is none. A repeat waits until the first
     * request has ended and gets its answer; when the first one failed, the repeat does the deed.
     *
     * @param key the hidden key of the form that was sent
     * @param actorId account of whom sent it; the same key of somebody else is another deed
     * @param deed does it and says where the browser goes next, a local path
     * @return the path the first request got
     */
    @Transactional
    public String once(UUID key, long actorId, Supplier<String> deed) {
        if (!claim(key, actorId, null)) {
            return db.sql("select result_path from public.request_key where actor_id = :actor and key = :key")
                    .param("actor", actorId)
                    .param("key", key)
                    .query(String.class)
                    .single();
        }
        String path = deed.get();
        db.sql("update public.request_key set result_path = :path where actor_id = :actor and key = :key")
                .param("path", path)
                .param("actor", actorId)
                .param("key", key)
                .update();
        return path;
    }

    /**
     * The same for a deed after which the browser goes to {@code path} in any case.
     *
     * @param path a local path
     */
    @Transactional
    public void once(UUID key, long actorId, String path, Runnable deed) {
        if (claim(key, actorId, path)) {
            deed.run();
        }
    }

    /**
     * The same for a deed that leaves a new version of something behind. What others save between the first request and its
     * repeat is not in the answer: whoever asks has not seen it.
     *
     * @param path where the browser goes afterwards, a local path
     * @param deed does it and tells the version it left
     * @return the version the first request left; {@link InvalidInput} for a key that belongs to a deed of another sort
     */
    @Transactional
    public int version(UUID key, long actorId, String path, IntSupplier deed) {
        if (!claim(key, actorId, path)) {
            return db.sql("select result_version from public.request_key where actor_id = :actor and key = :key")
                    .param("actor", actorId)
                    .param("key", key)
                    .query(Integer.class)
                    .optional()
                    .orElseThrow(OnceOnly::notOurs);
        }
        int version = deed.getAsInt();
        db.sql("update public.request_key set result_version = :version where actor_id = :actor and key = :key")
                .param("version", version)
                .param("actor", actorId)
                .param("key", key)
                .update();
        return version;
    }

    /**
     * Whether the deed was done before, for what is asked at the door and must not be asked of a repeat. A first request that is
     * under way does not count yet.
     */
    public boolean isDone(UUID key, long actorId) {
        return db.sql("select exists (select 1 from public.request_key where actor_id = :actor and key = :key)")
                .param("actor", actorId)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** The key a form carries; a form without one is not ours. */
    public static UUID key(String text) {
        try {
            return UUID.fromString(text == null ? "" : text.strip());
        } catch (IllegalArgumentException shapeless) {
            throw notOurs();
        }
    }

    private static InvalidInput notOurs() {
        return InvalidInput.at("key", "platform.request-key");
    }

    private boolean claim(UUID key, long actorId, String path) {
        return db.sql(CLAIM)
                        .param("actor", actorId)
                        .param("key", key)
                        .param("at", Timestamp.from(time.now()))
                        .param("path", path)
                        .update()
                == 1;
    }
}
