package id.siks.platform.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives every user task its due date and announces its life to the rooms above, in the task's own transaction. */
@Component
class TaskAnnouncer extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;
    private final ObjectProvider<TaskDueDates> dueDates;

    TaskAnnouncer(ApplicationEventPublisher events, ObjectProvider<TaskDueDates> dueDates) {
        this.events = events;
        this.dueDates = dueDates;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        String role = task.getCandidateGroupIdExpressions().stream()
                .findFirst()
                .map(Object::toString)
                .orElse("");
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, t -> opened(t, role));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::reassigned);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, this::updated);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, t -> closed(t, true));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, t -> closed(t, false));
    }

    private void opened(DelegateTask task, String role) {
        Instant openedAt = task.getCreateTime().toInstant();
        String area = text(task, EngineVariables.AREA_CODE);
        if (task.getDueDate() == null) {
            dueDates.ifAvailable(d -> task.setDueDate(
                    Date.from(d.dueAt(task.getTaskDefinitionKey(), text(task, EngineVariables.KIND), area, openedAt))));
        }
        events.publishEvent(new TaskOpened(
                task.getId(),
                task.getTaskDefinitionKey(),
                ((ExecutionEntity) task.getExecution()).getProcessDefinition().getKey(),
                task.getExecution().getProcessBusinessKey(),
                role,
                area,
                text(task, EngineVariables.KIND),
                openedAt,
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getAssignee()));
    }

    private void reassigned(DelegateTask task) {
        events.publishEvent(new TaskReassigned(task.getId(), task.getAssignee()));
    }

    // An update may be of anything; only another due date is news, the assignee has an event of its own.
    private void updated(DelegateTask task) {
        if (((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.DUE_DATE) && task.getDueDate() != null) {
            events.publishEvent(
                    new TaskRescheduled(task.getId(), task.getDueDate().toInstant()));
        }
    }

    private void closed(DelegateTask task, boolean completed) {
        events.publishEvent(new TaskClosed(task.getId(), completed));
    }

    private static String text(DelegateTask task, String variable) {
        Object value = task.getVariable(variable);
        return value == null ? "" : value.toString();
    }
}
