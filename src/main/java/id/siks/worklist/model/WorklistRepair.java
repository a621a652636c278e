package id.siks.worklist.model;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseTurns;
import id.siks.identity.AlarmKind;
import id.siks.identity.Alarms;
import id.siks.identity.Role;
import id.siks.platform.engine.EngineLedger;
import id.siks.platform.engine.TaskClosed;
import id.siks.platform.engine.TaskMoved;
import id.siks.platform.engine.TaskOpened;
import id.siks.platform.engine.TaskReassigned;
import id.siks.platform.engine.TaskRescheduled;
import id.siks.worklist.model.WorklistReconcile.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the worklist what the engine says it should be. Each item is looked at again when it is its case's turn, so that
 * work going on meanwhile is never undone; one that cannot be mended keeps nobody from mending the rest.
 */
@Service
class WorklistRepair {

    private static final Logger LOG = LoggerFactory.getLogger(WorklistRepair.class);

    private final WorklistReconcile reconcile;
    private final WorkItems items;
    private final WorkCounts counts;
    private final BoardSums sums;
    private final WorkListener listener;
    private final EngineLedger engine;
    private final CaseTurns turns;
    private final Alarms alarms;
    private final TransactionTemplate transaction;

    WorklistRepair(
            WorklistReconcile reconcile,
            WorkItems items,
            WorkCounts counts,
            BoardSums sums,
            WorkListener listener,
            EngineLedger engine,
            CaseTurns turns,
            Alarms alarms,
            TransactionTemplate transaction) {
        this.reconcile = reconcile;
        this.items = items;
        this.counts = counts;
        this.sums = sums;
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
            return new Repaired(0, 0, 0, 0, 0);
        }
        alarms.raise(
                AlarmKind.WORKLIST_DIFFERS,
                "missing %d surplus %d differing %d counters %d sums %d"
                        .formatted(
                                report.missing().size(),
                                report.surplus().size(),
                                report.differing().size(),
                                report.counters().size(),
                                report.sums()));
        Mended inserted = each(report.missing(), this::insert);
        Mended closed = each(report.surplus(), this::close);
        Mended corrected = each(report.differing(), this::correct);
        return new Repaired(
                inserted.done(),
                closed.done(),
                corrected.done(),
                transaction.execute(status -> counts.recount()) + transaction.execute(status -> sums.recount()),
                inserted.failed() + closed.failed() + corrected.failed());
    }

    private Mended each(List<String> taskIds, Predicate<String> mend) {
        int done = 0;
        int failed = 0;
        for (String id : taskIds) {
            try {
                done += Boolean.TRUE.equals(transaction.execute(status -> mend.test(id))) ? 1 : 0;
            } catch (RuntimeException odd) {
                LOG.warn("The work item of task {} could not be mended", id, odd);
                failed++;
            }
        }
        return new Mended(done, failed);
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
            place(t);
            if (!items.find(taskId).orElseThrow().task().equals(t.taskKey())) {
                listener.on(new TaskMoved(taskId, t.taskKey()));
            }
            listener.on(new TaskReassigned(taskId, t.assignee()));
            if (t.dueAt() != null) {
                listener.on(new TaskRescheduled(taskId, t.dueAt()));
            }
        });
        return task.isPresent();
    }

    /** Puts the open item where the engine has its task: the role whose it is, and the area. */
    private void place(TaskOpened task) {
        Role role = Role.valueOf(task.role());
        items.lock(task.taskId())
                .filter(item -> item.isOpen()
                        && (item.role() != role || !item.area().value().equals(task.areaCode())))
                .ifPresent(before -> {
                    items.place(task.taskId(), role, task.areaCode());
                    counts.add(before.role(), before.area().value(), before.task(), before.state(), -1);
                    counts.add(role, task.areaCode(), before.task(), before.state(), 1);
                });
    }

    /** The engine's open task, with its case's turn taken. */
    private Optional<TaskOpened> open(String taskId) {
        engine.open(taskId).ifPresent(task -> turns.take(new CaseRef(task.caseRef())));
        return engine.open(taskId);
    }

    /** How much was mended: items inserted, closed, corrected, counters and sums set right; and how many items were not. */
    record Repaired(int inserted, int closed, int corrected, int recounted, int failed) {}

    private record Mended(int done, int failed) {}
}
