package id.siks.platform.engine;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.mapping.MappedStatement;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;

/**
 * Which rows travel together: those of which a statement of the engine's writes the same columns.
 *
 * @param single the engine's statement for one row
 * @param choices on what else its columns depend, as it is in these rows; in most statements on nothing
 */
record RowKind(MappedStatement single, List<Boolean> choices) {

    /** The kind of all rows of these entities; empty when they are of several, or of one that always travels alone. */
    static Optional<RowKind> of(MappedStatement single, List<Object> entities) {
        return switch (single.getSqlCommandType()) {
            case INSERT -> Optional.of(new RowKind(single, List.of()));
            case UPDATE -> changed(single, entities);
                // Without a revision nothing tells whether somebody was faster.
            case DELETE -> entities.get(0) instanceof HasDbRevision
                    ? Optional.of(new RowKind(single, List.of()))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<RowKind> changed(MappedStatement single, List<Object> entities) {
        List<List<Boolean>> kinds =
                entities.stream().map(RowKind::choices).distinct().toList();
        return kinds.size() == 1 && !kinds.get(0).isEmpty()
                ? Optional.of(new RowKind(single, kinds.get(0)))
                : Optional.empty();
    }

    /** What the engine asks of a step or a case of the history; of whatever else is changed nothing is known. */
    private static List<Boolean> choices(Object entity) {
        if (entity instanceof HistoricActivityInstanceEventEntity step) {
            return List.of(
                    step.getCalledProcessInstanceId() != null,
                    "update".equals(step.getEventType()),
                    step.getEndTime() != null);
        }
        if (entity instanceof HistoricProcessInstanceEventEntity process) {
            return List.of(process.getEndTime() != null, process.getRemovalTime() != null);
        }
        return List.of();
    }
}
