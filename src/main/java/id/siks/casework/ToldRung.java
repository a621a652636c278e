package id.siks.casework;

import id.siks.identity.Role;
import java.time.Instant;
import java.util.List;

/**
 * A rung of a task's ladder that was told.
 *
 * @param id key of the rung
 * @param taskId the engine's id
 * @param task id of the user task
 * @param rung which one
 * @param taskDueAt the task's due date at that time
 * @param dueAt when it was to be told; later than {@code reachedAt} when nobody held the role of the rung below
 * @param reachedAt when it was told
 * @param toldRole role that was told, or null when it was whoever had taken the task
 * @param told accounts that were told; empty when there was nobody
 * @param acted what was done with the task afterwards, or null
 * @param actedAt when, or null
 */
public record ToldRung(
        long id,
        String taskId,
        String task,
        Rung rung,
        Instant taskDueAt,
        Instant dueAt,
        Instant reachedAt,
        Role toldRole,
        List<Long> told,
        Deed acted,
        Instant actedAt) {

    /** True when nobody could be told. */
    public boolean unheard() {
        return told.isEmpty();
    }

    /** What can be done with a task somebody was told about. */
    public enum Deed {
        DONE,
        GONE,
        TAKEN,
        MOVED,
        /** A supervisor reminded of it. */
        REMINDED,
        /** A supervisor left a note at it. */
        NOTED
    }
}
