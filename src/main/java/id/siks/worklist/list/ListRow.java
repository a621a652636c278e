package id.siks.worklist.list;

import id.siks.identity.Actor;
import id.siks.worklist.row.WorkRow;
import java.time.Instant;
import java.util.Objects;

/**
 * One line of the worklist.
 *
 * @param news key of the mark the line carries since the reader's last visit, or null
 */
record ListRow(WorkRow work, boolean returned, String news) {

    /** @param since when the reader was here last, or null when never */
    static ListRow of(ListItem item, WorkRow work, Instant since, Actor reader) {
        return new ListRow(work, item.returned(), news(item, since, reader));
    }

    // What he did last himself is no news to him.
    private static String news(ListItem item, Instant since, Actor reader) {
        if (since == null || !item.work().isOpen() || Objects.equals(item.changedBy(), reader.accountId())) {
            return null;
        }
        if (item.work().openedAt().isAfter(since)) {
            return "worklist.news.new";
        }
        return item.changedAt() != null && item.changedAt().isAfter(since) ? "worklist.news.changed" : null;
    }
}
