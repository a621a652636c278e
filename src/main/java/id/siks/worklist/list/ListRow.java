package id.siks.worklist.list;

import id.siks.worklist.row.WorkRow;
import java.time.Instant;

/**
 * One line of the worklist.
 *
 * @param news key of the mark the line carries since the reader's last visit, or null
 */
record ListRow(WorkRow work, boolean returned, String news) {

    /** @param since when the reader was here last, or null when never */
    static ListRow of(ListItem item, WorkRow work, Instant since) {
        return new ListRow(work, item.returned(), news(item, work, since));
    }

    private static String news(ListItem item, WorkRow work, Instant since) {
        if (since == null || work.mine() || !item.work().isOpen()) {
            return null;
        }
        if (item.work().openedAt().isAfter(since)) {
            return "worklist.news.new";
        }
        return item.changedAt() != null && item.changedAt().isAfter(since) ? "worklist.news.changed" : null;
    }
}
