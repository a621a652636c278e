package id.siks.worklist.desk;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseWaits;
import id.siks.worklist.model.DueMoves;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.WorkItems;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the timeline page which work is open in a case. */
@Component
class CaseWorkWaits implements CaseWaits {

    private final WorkItems items;
    private final TaskHandlers handlers;
    private final DueMoves moves;

    CaseWorkWaits(WorkItems items, TaskHandlers handlers, DueMoves moves) {
        this.items = items;
        this.handlers = handlers;
        this.moves = moves;
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
                        item.dueAt(),
                        moves.of(item.taskId())
                                .map(m -> new Moved(m.by(), m.from(), m.why()))
                                .orElse(null)))
                .toList();
    }
}
