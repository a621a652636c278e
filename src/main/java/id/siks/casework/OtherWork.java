package id.siks.casework;

import id.siks.identity.Actor;
import java.util.List;

/** What waits for somebody and is no task of a case. The room where it is decided implements it; the first page shows it. */
public interface OtherWork {

    /** What waits for the actor now; nothing with a count of 0. */
    List<Waiting> of(Actor actor);

    /**
     * Some of it.
     *
     * @param key message key of what is said, with the number as {0}
     * @param count how much
     * @param path where it is decided
     */
    record Waiting(String key, int count, String path) {}
}
