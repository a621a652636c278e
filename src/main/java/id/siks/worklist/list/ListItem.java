package id.siks.worklist.list;

import id.siks.worklist.model.Stage;
import id.siks.worklist.model.WorkItem;
import java.time.Instant;

/**
 * A work item with what lists know of it beside.
 *
 * @param returned true when the case came back
 * @param changedAt when assignee, due date or step changed last, or null
 * @param changedBy account of who did that, or null for the system
 */
record ListItem(WorkItem work, Stage stage, boolean returned, Instant changedAt, Long changedBy) {}
