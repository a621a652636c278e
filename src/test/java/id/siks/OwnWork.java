package id.siks;

import id.siks.identity.Actor;
import java.util.Map;

/**
 * A task whose author must not do it although he has its role, given by a room as a test component so that {@link DoorTests}
 * can send it as he would, and as a second person would (requirement 13).
 */
public interface OwnWork {

    /** Brings work so far that it waits for a second person; another piece each time. Called without a transaction. */
    Attempt prepare();

    /**
     * One piece of work.
     *
     * @param taskId the engine's task
     * @param key name of the task and of its form
     * @param answers what is filled in
     * @param author who had a part in it and holds the role of the task as well
     * @param second somebody who holds the role and had no part in it
     */
    record Attempt(String taskId, String key, Map<String, String> answers, Actor author, Actor second) {}
}
