package id.siks.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What {@code task-deadlines.dmn} says of a task, in working days.
 *
 * @param days how long it may take, or null when the model gives its date (a period's cut-off)
 * @param remind how long before the due date whoever has it is reminded, 0 for the morning of that day
 * @param supervisor how long after it the supervisor is told, 0 for as soon as the task is late; {@code officeHead} and
 *     {@code province} later or as soon
 */
public record TaskTerm(Integer days, int remind, int supervisor, int officeHead, int province) {

    private static final int LONGEST = 250;
    private static final Set<String> LADDER = Set.of("remind", "supervisor", "officeHead", "province");

    /** Reads the table's answer; refuses with {@link IllegalStateException} what nobody could act on. */
    static TaskTerm of(String task, List<Map<String, Object>> rows) {
        if (rows.size() != 1) {
            throw new IllegalStateException("task-deadlines gives " + rows.size() + " rows for the task " + task);
        }
        Map<String, Object> row = rows.get(0);
        // An empty cell for the days is no output at all.
        Set<String> outputs = new HashSet<>(row.keySet());
        outputs.remove("days");
        if (!outputs.equals(LADDER)) {
            throw new IllegalStateException("task-deadlines gives " + outputs + " instead of " + LADDER);
        }
        TaskTerm term = new TaskTerm(
                row.get("days") == null ? null : count(row, "days", task),
                count(row, "remind", task),
                count(row, "supervisor", task),
                count(row, "officeHead", task),
                count(row, "province", task));
        if (term.supervisor > term.officeHead || term.officeHead > term.province) {
            throw new IllegalStateException("The ladder of task-deadlines does not rise for the task " + task);
        }
        if (Objects.requireNonNullElse(term.days, LONGEST) < term.remind) {
            throw new IllegalStateException("task-deadlines reminds before the task " + task + " exists");
        }
        return term;
    }

    private static int count(Map<String, Object> row, String name, String task) {
        if (row.get(name) instanceof Integer number && number >= 0 && number <= LONGEST) {
            return number;
        }
        throw new IllegalStateException("task-deadlines: " + name + " of the task " + task + " is " + row.get(name)
                + ", not a whole number from 0 to " + LONGEST);
    }
}
