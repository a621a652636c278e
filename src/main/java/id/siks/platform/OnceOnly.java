package id.siks.platform;

import java.sql.Timestamp;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Makes a deed that is sent twice happen once (security requirement 26). Sent twice means with the same key to the same address:
 * with a key that was used at another one nothing is done, and it is {@link InvalidInput} at {@code key}.
 */
@Service
public class OnceOnly {

    private static final String CLAIM =
            """
            insert into public.request_key (actor_id, key, requested_at, asked, result_path)
            values (:actor, :key, :at, :asked, :path)
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
            return first(key, actorId).path();
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
        } else {
            first(key, actorId);
        }
    }

    /**
     * The same for a deed that leaves a new version of something behind. What others save between the first request and its
     * repeat is not in the answer: whoever asks has not seen it.
     *
     * @param path where the browser goes afterwards, a local path
     * @param deed does it and tells the version it left
     * @return the version the first request left
     */
    @Transactional
    public int version(UUID key, long actorId, String path, IntSupplier deed) {
        if (!claim(key, actorId, path)) {
            return first(key, actorId).version();
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
            throw InvalidInput.at("key", "platform.request-key");
        }
    }

    /** The request that had the key first. */
    private First first(UUID key, long actorId) {
        First first = db.sql(
                        """
                        select asked, result_path, result_version from public.request_key
                        where actor_id = :actor and key = :key""")
                .param("actor", actorId)
                .param("key", key)
                .query((row, n) -> new First(
                        row.getString("asked"),
                        row.getString("result_path"),
                        row.getObject("result_version", Integer.class)))
                .single();
        String asked = asked();
        if (asked != null && first.asked() != null && !asked.equals(first.asked())) {
            throw InvalidInput.at("key", "platform.request-key.used");
        }
        return first;
    }

    /** Where the present request was sent, {@code POST /proposal}; null for what nobody sent. */
    private static String asked() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
                ? present.getRequest().getMethod() + " " + present.getRequest().getRequestURI()
                : null;
    }

    private boolean claim(UUID key, long actorId, String path) {
        return db.sql(CLAIM)
                        .param("actor", actorId)
                        .param("key", key)
                        .param("at", Timestamp.from(time.now()))
                        .param("asked", asked())
                        .param("path", path)
                        .update()
                == 1;
    }

    /**
     * What is kept of a request.
     *
     * @param version the one it left, or null
     */
    private record First(String asked, String path, Integer version) {}
}
