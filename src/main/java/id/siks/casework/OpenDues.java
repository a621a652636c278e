package id.siks.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Tells which due dates are open, so that they can follow a change of the calendar; implemented by the worklist. */
public interface OpenDues {

    /**
     * Open tasks in the order of their areas.
     *
     * @param after where the last one of the page before stands, or null for the first page
     * @param most how many at most
     */
    List<OpenDue> page(Range range, Place after, int most);

    /** One in {@code every} of the open tasks in the range, the same ones each time, whatever their areas. */
    List<OpenDue> some(Range range, int every);

    /** How many open tasks are in the range. */
    int count(Range range);

    /**
     * Those of the tasks that are open still, as they are now; kept from everybody else until the transaction ends.
     *
     * @param items the worklist's keys
     * @param wait false leaves out those somebody else has at this moment
     */
    List<OpenDue> lock(Collection<Long> items, boolean wait);

    /**
     * Open tasks.
     *
     * @param area beginning of the area code, empty for the nation
     * @param openedFrom only tasks that opened at this moment or later
     * @param dueFrom only tasks due at this moment or later
     */
    record Range(String area, Instant openedFrom, Instant dueFrom) {}

    /**
     * Where a task stands among all open tasks.
     *
     * @param area its area
     * @param item the worklist's key
     */
    record Place(String area, long item) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byArea = area.compareTo(other.area);
            return byArea == 0 ? Long.compare(item, other.item) : byArea;
        }
    }

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
     * @param hand that somebody set the due date himself, or null
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
            Hand hand) {

        boolean byHand() {
            return hand != null;
        }

        Place place() {
            return new Place(area, item);
        }

        /** The same task with another due date. */
        OpenDue dueAt(Instant moved) {
            return new OpenDue(item, taskId, task, titleKey, ref, kind, area, openedAt, moved, hand);
        }
    }

    /**
     * Somebody set a due date.
     *
     * @param at when he did
     * @param to the date he set; clock stops may have moved it since
     */
    record Hand(Instant at, Instant to) {}
}
