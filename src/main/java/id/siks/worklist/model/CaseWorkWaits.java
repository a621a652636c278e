package id.siks.worklist.model;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseWaits;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the timeline page which work is open in a case. */
@Component
class CaseWorkWaits implements CaseWaits {

    private final WorkItems items;
    private final TaskHandlers handlers;

    CaseWorkWaits(WorkItems items, TaskHandlers handlers) {
        this.items = items;
        this.handlers = handlers;
    }

    @Override
    public List<Wait> of(CaseRef ref) {
        return items.openOf(ref).stream()
                .map(item -> new Wait(
                        item.task(),
                        handlers.titleKey(item.task()),
                        item.role(),
                        item.assignee(),
                        item.openedAt(),
                        item.dueAt()))
                .toList();
    }
}
