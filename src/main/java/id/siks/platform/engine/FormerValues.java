package id.siks.platform.engine;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;

/**
 * What a routing value was before it was overwritten. At its level of history the engine keeps the last value only; a row for
 * each value that is set would double the rows of a case, one for each that is really replaced costs nothing where none is.
 * The row stands in the engine's own table of details, so that it goes with the history of its case. Other than the engine's
 * own rows there, it holds the value of before, and its time is when that value ended.
 */
final class FormerValues {

    private FormerValues() {}

    /** Keeps the value that the event replaces; must be told before the engine takes the event in. */
    static void keep(HistoricVariableUpdateEventEntity event, DbEntityManager entities) {
        if (event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE)) {
            // The engine looks it up itself in a moment, and finds it known.
            Optional.ofNullable(
                            entities.selectById(HistoricVariableInstanceEntity.class, event.getVariableInstanceId()))
                    .filter(was -> isReplaced(was, event))
                    .ifPresent(was -> entities.insert(former(was, event)));
        }
    }

    /** Files and objects are never overwritten with something people could compare. */
    private static boolean isReplaced(HistoricVariableInstanceEntity was, HistoricVariableUpdateEventEntity event) {
        return was.getByteArrayId() == null
                && !(Objects.equals(was.getSerializerName(), event.getSerializerName())
                        && Objects.equals(was.getLongValue(), event.getLongValue())
                        && Objects.equals(was.getDoubleValue(), event.getDoubleValue())
                        && Objects.equals(was.getTextValue(), event.getTextValue()));
    }

    private static HistoricVariableUpdateEventEntity former(
            HistoricVariableInstanceEntity was, HistoricVariableUpdateEventEntity event) {
        HistoricVariableUpdateEventEntity former = new HistoricVariableUpdateEventEntity();
        former.setEventType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL.getEventName());
        former.setVariableInstanceId(was.getId());
        former.setVariableName(was.getName());
        former.setSerializerName(was.getSerializerName());
        former.setLongValue(was.getLongValue());
        former.setDoubleValue(was.getDoubleValue());
        former.setTextValue(was.getTextValue());
        former.setRevision(was.getRevision());
        former.setProcessDefinitionId(was.getProcessDefinitionId());
        former.setProcessDefinitionKey(was.getProcessDefinitionKey());
        former.setProcessInstanceId(was.getProcessInstanceId());
        former.setRootProcessInstanceId(was.getRootProcessInstanceId());
        former.setExecutionId(was.getExecutionId());
        former.setActivityInstanceId(was.getActivityInstanceId());
        former.setRemovalTime(was.getRemovalTime());
        former.setTimestamp(event.getTimestamp());
        former.setSequenceCounter(event.getSequenceCounter());
        return former;
    }
}
