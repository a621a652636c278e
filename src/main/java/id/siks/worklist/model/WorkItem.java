package id.siks.worklist.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.OpenTask;
import id.siks.identity.Role;
import java.time.Instant;

/**
 * One piece of work as the worklist keeps it.
 *
 * @param id running number, second part of the key pages are read by
 * @param taskId the engine's id, part of its address
 * @param task id of the user task
 * @param ref the case
 * @param role who may do it
 * @param area where
 * @param assignee account id of who took it, or null
 * @param doneBy account id of who did it, or null
 * @param askedBy account id of who acted last in the case before it opened, or null
 * @param version changes with every change of the item
 */
public record WorkItem(
        long id,
        String taskId,
        String task,
        CaseRef ref,
        String kind,
        Role role,
        AreaCode area,
        Instant openedAt,
        Instant dueAt,
        Long assignee,
        State state,
        Long doneBy,
        Instant doneAt,
        Long askedBy,
        int version) {

    /** Waits, was done, or went away undone. */
    public enum State {
        OPEN,
        DONE,
        GONE
    }

    /** True while it waits. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** True when the account has taken it. */
    public boolean isOf(long account) {
        return assignee != null && assignee == account;
    }

    /** The same as the handler of its task knows it. */
    public OpenTask asOpenTask() {
        return new OpenTask(taskId, task, ref, role, area, dueAt, assignee);
    }
}
