package id.siks.casework;

/**
 * How far open due dates have followed a change of the calendar, in numbers of tasks.
 *
 * @param change key of the change
 * @param total how many are looked at, or null while nobody has counted them
 * @param seen how many were looked at
 * @param moved how many got another due date
 * @param failed how many could not be moved
 * @param followed true when all were looked at
 */
record CalendarProgress(long change, Integer total, int seen, int moved, int failed, boolean followed) {

    /** How many are looked at, of a hundred; some may have been done meanwhile. */
    public int percent() {
        return total == null || total == 0 ? 0 : (int) Math.min(100L * seen / total, 100);
    }
}
