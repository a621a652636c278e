package id.siks.casework;

import java.time.Instant;
import java.util.List;

/** Tells which due dates are open, so that a change of the calendar can move them; implemented by the worklist. */
public interface OpenDues {

    /**
     * Open tasks in an area, in the order of their cases.
     *
     * @param area beginning of the area code, empty for the nation
     * @param openedFrom only tasks that opened at this moment or later
     * @param dueFrom only tasks due at this moment or later
     * @param after the last one of the page before, or null for the first page
     * @param most how many at most
     * @param lock true keeps them from everybody else until the transaction ends
     */
    List<OpenDue> page(String area, Instant openedFrom, Instant dueFrom, OpenDue after, int most, boolean lock);

    /**
     * One open task.
     *
     * @param item the worklist's key
     * @param taskId the engine's id
     * @param task id of the user task
     * @param titleKey message key of its title
     * @param ref the case
     * @param kind kind of the case, may be empty
     * @param area where
     * @param byHand true when somebody set the due date himself
     */
    record OpenDue(
            long item,
            String taskId,
            String task,
            String titleKey,
            CaseRef ref,
            String kind,
            String area,
            Instant openedAt,
            Instant dueAt,
            boolean byHand) {}
}
