package id.siks.worklist.model;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseTurns;
import id.siks.identity.AlarmKind;
import id.siks.identity.Alarms;
import id.siks.platform.engine.EngineLedger;
import id.siks.platform.engine.TaskClosed;
import id.siks.platform.engine.TaskOpened;
import id.siks.platform.engine.TaskReassigned;
import id.siks.platform.engine.TaskRescheduled;
import id.siks.worklist.model.WorklistReconcile.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the worklist what the engine says it should be. Each item is looked at again when it is its case's turn, so that
 * work going on meanwhile is never undone.
 */
@Service
class WorklistRepair {

    private final WorklistReconcile reconcile;
    private final WorkItems items;
    private final WorkCounts counts;
    private final WorkListener listener;
    private final EngineLedger engine;
    private final CaseTurns turns;
    private final Alarms alarms;
    private final TransactionTemplate transaction;

    WorklistRepair(
            WorklistReconcile reconcile,
            WorkItems items,
            WorkCounts counts,
            WorkListener listener,
            EngineLedger engine,
            CaseTurns turns,
            Alarms alarms,
            TransactionTemplate transaction) {
        this.reconcile = reconcile;
        this.items = items;
        this.counts = counts;
        this.listener = listener;
        this.engine = engine;
        this.turns = turns;
        this.alarms = alarms;
        this.transaction = transaction;
    }

    /** Every night. */
    @Scheduled(cron = "0 0 20 * * *", zone = "UTC")
    void nightly() {
        repair();
    }

    /** Compares, tells those in charge when something differs, and mends it; answers what was mended. */
    Repaired repair() {
        Report report = reconcile.compare();
        if (report.isClean()) {
            return new Repaired(0, 0, 0, 0);
        }
        alarms.raise(
                AlarmKind.WORKLIST_DIFFERS,
                "missing %d surplus %d differing %d counters %d"
                        .formatted(
                                report.missing().size(),
                                report.surplus().size(),
                                report.differing().size(),
                                report.counters().size()));
        return new Repaired(
                each(report.missing(), this::insert),
                each(report.surplus(), this::close),
                each(report.differing(), this::correct),
                transaction.execute(status -> counts.recount()));
    }

    private int each(List<String> taskIds, Predicate<String> mend) {
        return (int) taskIds.stream()
                .filter(id -> Boolean.TRUE.equals(transaction.execute(status -> mend.test(id))))
                .count();
    }

    private boolean insert(String taskId) {
        Optional<TaskOpened> task = open(taskId);
        if (task.isEmpty() || items.find(taskId).filter(WorkItem::isOpen).isPresent()) {
            return false;
        }
        items.forget(taskId).ifPresent(old -> counts.add(old.role(), old.area().value(), old.task(), old.state(), -1));
        listener.on(task.get());
        return true;
    }

    private boolean close(String taskId) {
        Optional<WorkItem> item = items.find(taskId);
        item.ifPresent(i -> turns.take(i.ref()));
        if (item.isEmpty() || engine.open(taskId).isPresent()) {
            return false;
        }
        listener.on(new TaskClosed(taskId, engine.completed(taskId)));
        return true;
    }

    private boolean correct(String taskId) {
        Optional<TaskOpened> task = open(taskId);
        task.ifPresent(t -> {
            listener.on(new TaskReassigned(taskId, t.assignee()));
            if (t.dueAt() != null) {
                listener.on(new TaskRescheduled(taskId, t.dueAt()));
            }
        });
        return task.isPresent();
    }

    /** The engine's open task, with its case's turn taken. */
    private Optional<TaskOpened> open(String taskId) {
        engine.open(taskId).ifPresent(task -> turns.take(new CaseRef(task.caseRef())));
        return engine.open(taskId);
    }

    /** How much was mended: items inserted, closed, corrected, and counters set right. */
    record Repaired(int inserted, int closed, int corrected, int recounted) {}
}
