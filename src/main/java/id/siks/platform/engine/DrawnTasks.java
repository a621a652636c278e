package id.siks.platform.engine;

import id.siks.platform.Remembered;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/**
 * What the diagrams say of their user tasks, the latest deployed first. Diagrams never change once they are deployed; which
 * there are is asked once a second, and again for a task that none of them has.
 */
@Component
public class DrawnTasks {

    /** Name of the property of a user task that says of which other task it shows what is known. */
    public static final String SHOWS = "shows";

    private final RepositoryService engine;
    private final TaskService open;
    private final Map<String, Map<String, DrawnTask>> read = new ConcurrentHashMap<>();
    private final Remembered<List<String>> definitions = new Remembered<>(Duration.ofSeconds(1), this::ask);

    DrawnTasks(RepositoryService engine, TaskService open) {
        this.engine = engine;
        this.open = open;
    }

    /** The user task of that id, as the newest diagram draws it that has one. */
    public Optional<DrawnTask> find(String task) {
        // Work of a diagram that was released a moment ago is not among what is remembered.
        return find(task, definitions.get()).or(() -> find(task, definitions.anew()));
    }

    private Optional<DrawnTask> find(String task, List<String> definitions) {
        return definitions.stream()
                .map(id -> of(id).get(task))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The open task with that engine id, as the diagram draws it that its case follows; empty when it is not open. */
    public Optional<DrawnTask> findOpen(String taskId) {
        return Optional.ofNullable(open.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> of(task.getProcessDefinitionId()).get(task.getTaskDefinitionKey()));
    }

    /** Ids of the user tasks that some diagram, new or old, gives to one of these roles. */
    public Set<String> givenTo(Set<String> roles) {
        return definitions.get().stream()
                .flatMap(id -> of(id).values().stream())
                .filter(drawn -> roles.contains(drawn.role()))
                .map(DrawnTask::id)
                .collect(Collectors.toSet());
    }

    /** Ids of the user tasks that some version of a process, new or old, has. */
    public Set<String> ofProcess(String key) {
        return engine.createProcessDefinitionQuery().processDefinitionKey(key).list().stream()
                .flatMap(version -> of(version.getId()).keySet().stream())
                .collect(Collectors.toSet());
    }

    private Map<String, DrawnTask> of(String definition) {
        return read.computeIfAbsent(definition, this::tasks);
    }

    private List<String> ask() {
        return engine
                .createProcessDefinitionQuery()
                .orderByDeploymentTime()
                .desc()
                .orderByProcessDefinitionVersion()
                .desc()
                .orderByProcessDefinitionId()
                .desc()
                .list()
                .stream()
                .map(ProcessDefinition::getId)
                .toList();
    }

    private Map<String, DrawnTask> tasks(String definition) {
        try {
            return engine.getBpmnModelInstance(definition).getModelElementsByType(UserTask.class).stream()
                    .collect(Collectors.toUnmodifiableMap(UserTask::getId, DrawnTasks::task));
        } catch (NotFoundException removed) {
            // Taken out of the engine since the diagrams were last asked for: it draws nothing any more.
            return Map.of();
        }
    }

    private static DrawnTask task(UserTask task) {
        return new DrawnTask(
                task.getId(),
                task.getName() == null ? task.getId() : task.getName(),
                task.getDocumentations().stream()
                        .map(Documentation::getTextContent)
                        .findFirst()
                        .orElse(""),
                shows(task),
                task.getCamundaCandidateGroupsList().stream().findFirst().orElse(""));
    }

    private static String shows(UserTask task) {
        return task.getExtensionElements() == null
                ? null
                : task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(all -> all.getCamundaProperties().stream())
                        .filter(property -> SHOWS.equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * A user task of a diagram.
     *
     * @param id its id
     * @param name what people read
     * @param documentation what is to be done, in the words of who drew it; may be empty
     * @param shows id of the task whose page shows what has to be known, or null
     * @param role the role whose people do it; empty when it names none
     */
    public record DrawnTask(String id, String name, String documentation, String shows, String role) {

        /** Name of the only answer that reaches the engine: {@code second-check} becomes {@code secondCheck}. */
        public String routingKey() {
            return StepFacades.nameFor(id);
        }
    }
}
