package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Role;
import java.time.Instant;
import java.util.List;

/**
 * A rung of a task's ladder was reached: somebody is told that the task becomes or is late. Nothing is decided by it.
 *
 * @param rungId key of the rung
 * @param taskId the engine's id
 * @param task id of the user task
 * @param ref the case
 * @param area where
 * @param rung which one
 * @param dueAt until when the task should be done
 * @param at when the rung was reached
 * @param toldRole role that is told, or null when it is whoever has taken the task
 * @param told accounts that are told; empty when nobody holds the role, and then the next rung follows at once
 */
public record OverdueTask(
        long rungId,
        String taskId,
        String task,
        CaseRef ref,
        AreaCode area,
        Rung rung,
        Instant dueAt,
        Instant at,
        Role toldRole,
        List<Long> told) {}
