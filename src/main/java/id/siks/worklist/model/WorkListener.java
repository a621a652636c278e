package id.siks.worklist.model;

import id.siks.casework.CaseChanged;
import id.siks.casework.CaseHints;
import id.siks.casework.CaseRef;
import id.siks.casework.SubjectChanged;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.TaskClosed;
import id.siks.platform.engine.TaskMoved;
import id.siks.platform.engine.TaskOpened;
import id.siks.platform.engine.TaskReassigned;
import id.siks.platform.engine.TaskRescheduled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the worklist in step with the engine's tasks, in their own transaction. */
@Component
class WorkListener {

    private final WorkItems items;
    private final WorkCounts counts;
    private final CaseHints hints;
    private final NewsWire wire;
    private final Actors actors;
    private final BusinessTime time;

    WorkListener(WorkItems items, WorkCounts counts, CaseHints hints, NewsWire wire, Actors actors, BusinessTime time) {
        this.items = items;
        this.counts = counts;
        this.hints = hints;
        this.wire = wire;
        this.actors = actors;
        this.time = time;
    }

    @EventListener
    void on(TaskOpened task) {
        WorkItem item = items.open(task, hints.of(new CaseRef(task.caseRef())).orElse(null));
        counts.add(Role.valueOf(task.role()), task.areaCode(), task.taskKey(), WorkItem.State.OPEN, 1);
        wire.changed(item);
    }

    @EventListener
    void on(TaskReassigned task) {
        items.reassign(task.taskId(), task.assignee(), time.now(), by()).ifPresent(wire::changed);
    }

    @EventListener
    void on(TaskRescheduled task) {
        items.reschedule(task.taskId(), task.dueAt(), time.now(), by()).ifPresent(wire::changed);
    }

    @EventListener
    void on(TaskMoved task) {
        WorkItem before = items.lock(task.taskId()).filter(WorkItem::isOpen).orElse(null);
        if (before != null) {
            WorkItem item = items.move(task.taskId(), task.taskKey(), time.now(), by());
            counts.add(before.role(), before.area().value(), before.task(), WorkItem.State.OPEN, -1);
            counts.add(item.role(), item.area().value(), item.task(), WorkItem.State.OPEN, 1);
            wire.changed(item);
        }
    }

    @EventListener
    void on(SubjectChanged changed) {
        items.rename(changed.refs(), changed.subject());
    }

    @EventListener
    void on(CaseChanged changed) {
        items.outdatePages(changed.ref());
    }

    @EventListener
    void on(TaskClosed task) {
        items.close(task.taskId(), task.completed(), time.now()).ifPresent(item -> {
            counts.add(item.role(), item.area().value(), item.task(), WorkItem.State.OPEN, -1);
            counts.add(item.role(), item.area().value(), item.task(), item.state(), 1);
            wire.changed(item);
        });
    }

    private Long by() {
        return actors.acting().orElse(null);
    }
}
