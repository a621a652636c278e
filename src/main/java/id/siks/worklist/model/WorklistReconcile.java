package id.siks.worklist.model;

import id.siks.platform.engine.EngineLedger;
import id.siks.platform.engine.EngineLedger.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares the worklist with the engine's open tasks and with its own counters and sums, and says what differs. */
@Component
class WorklistReconcile {

    private static final int AT_ONCE = 5_000;

    private final ItemLedger items;
    private final WorkCounts counts;
    private final BoardSums sums;
    private final EngineLedger engine;

    WorklistReconcile(ItemLedger items, WorkCounts counts, BoardSums sums, EngineLedger engine) {
        this.items = items;
        this.counts = counts;
        this.sums = sums;
        this.engine = engine;
    }

    /** Looks at one moment of the database, so that work going on meanwhile is no difference. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report compare() {
        Found found = new Found();
        String after = "";
        List<Line> part;
        do {
            part = engine.after(after, AT_ONCE);
            boolean last = part.size() < AT_ONCE;
            String until = last ? null : part.get(part.size() - 1).id();
            found.compare(part, items.between(after, until));
            after = until;
        } while (after != null);
        return new Report(
                found.open, found.missing, found.surplus, found.differing, counts.differences(), sums.differences());
    }

    /** Tasks open in the engine minus tasks shown, of one moment of the database as well. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public long difference() {
        return engine.size() - items.size();
    }

    private static final class Found {

        private int open;
        private final List<String> missing = new ArrayList<>();
        private final List<String> surplus = new ArrayList<>();
        private final List<String> differing = new ArrayList<>();

        /** @param kept the items of the same range of ids; emptied */
        void compare(List<Line> part, Map<String, Line> kept) {
            open += part.size();
            for (Line task : part) {
                Line item = kept.remove(task.id());
                if (item == null) {
                    missing.add(task.id());
                } else if (!same(item, task)) {
                    differing.add(task.id());
                }
            }
            surplus.addAll(kept.keySet());
        }

        private static boolean same(Line item, Line task) {
            return Objects.equals(item.assignee(), task.assignee())
                    && sameDate(item.dueAt(), task.dueAt())
                    && item.step().equals(task.step())
                    && sameUnless(task.role(), item.role())
                    && sameUnless(task.area(), item.area());
        }

        // What the engine does not know the worklist did not have from it.
        private static boolean sameUnless(String engines, String kept) {
            return engines == null || engines.equals(kept);
        }

        // The engine keeps milliseconds, and none for a task nobody gave a date.
        private static boolean sameDate(Instant kept, Instant engines) {
            return engines == null || kept.toEpochMilli() == engines.toEpochMilli();
        }
    }

    /**
     * What was found.
     *
     * @param open how many tasks are open in the engine
     * @param missing open in the engine, not in the worklist
     * @param surplus open in the worklist, not in the engine
     * @param differing at another step or with another role, area, assignee or due date than in the engine
     * @param counters counters that differ from a recount: {@code role area task state: kept / counted}, numbers below 5 hidden
     * @param sums how many sums of the board, of any level, differ from a count of the items
     */
    record Report(
            int open,
            List<String> missing,
            List<String> surplus,
            List<String> differing,
            List<String> counters,
            int sums) {

        /** How many tasks are open, as it is shown to those who see no cases. */
        public String shownOpen() {
            return WorkCounts.cell(open);
        }

        /** Tasks open in the engine minus tasks shown. */
        public int difference() {
            return missing.size() - surplus.size();
        }

        public boolean isClean() {
            return missing.isEmpty() && surplus.isEmpty() && differing.isEmpty() && counters.isEmpty() && sums == 0;
        }
    }
}
