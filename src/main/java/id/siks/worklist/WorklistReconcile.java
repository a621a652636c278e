package id.siks.worklist;

import id.siks.identity.AlarmKind;
import id.siks.identity.Alarms;
import id.siks.platform.engine.EngineTasks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares the worklist with the engine's open tasks and with its own counters, and says what differs. */
@Component
class WorklistReconcile {

    private final WorkItems items;
    private final WorkCounts counts;
    private final EngineTasks engine;
    private final Alarms alarms;

    WorklistReconcile(WorkItems items, WorkCounts counts, EngineTasks engine, Alarms alarms) {
        this.items = items;
        this.counts = counts;
        this.engine = engine;
        this.alarms = alarms;
    }

    /** Every night; a difference is an alarm for those in charge. */
    @Scheduled(cron = "0 0 20 * * *", zone = "UTC")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void compareNightly() {
        Report report = compare();
        if (!report.isClean()) {
            alarms.raise(
                    AlarmKind.WORKLIST_DIFFERS,
                    "missing %d surplus %d counters %d"
                            .formatted(
                                    report.missing().size(),
                                    report.surplus().size(),
                                    report.counters().size()));
        }
    }

    /** Looks at one moment of the database, so that work going on meanwhile is no difference. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report compare() {
        Set<String> kept = new HashSet<>(items.openTaskIds());
        Set<String> open = engine.openIds();
        return new Report(open.size(), without(open, kept), without(kept, open), counts.differences());
    }

    private static List<String> without(Set<String> all, Set<String> known) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(known);
        return List.copyOf(rest);
    }

    /**
     * What was found.
     *
     * @param open how many tasks are open in the engine
     * @param missing open in the engine, not in the worklist
     * @param surplus open in the worklist, not in the engine
     * @param counters counters that differ from a recount: {@code role area task state: kept / counted}, numbers below 5 hidden
     */
    record Report(int open, List<String> missing, List<String> surplus, List<String> counters) {

        /** How many tasks are open, as it is shown to those who see no cases. */
        public String shownOpen() {
            return WorkCounts.cell(open);
        }

        public boolean isClean() {
            return missing.isEmpty() && surplus.isEmpty() && counters.isEmpty();
        }
    }
}
