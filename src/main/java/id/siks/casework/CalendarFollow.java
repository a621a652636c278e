package id.siks.casework;

import id.siks.casework.OpenDues.OpenDue;
import id.siks.casework.OpenDues.Place;

/**
 * How far open due dates have followed a change of the calendar.
 *
 * @param id key of the change
 * @param total how many open tasks are looked at, or null before the first was
 * @param seen where the last one stands that was looked at, or null
 * @param followed true when all of them were; those that opened beside the change come after that
 */
record CalendarFollow(long id, CalendarShift shift, Integer total, Place seen, boolean followed) {

    /** True when it is the task's turn yet to come. */
    boolean isAhead(OpenDue due) {
        return !followed && (seen == null || due.place().compareTo(seen) > 0);
    }
}
