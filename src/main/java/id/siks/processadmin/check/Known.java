package id.siks.processadmin.check;

import id.siks.casework.Deadlines;
import id.siks.casework.TaskForm;
import id.siks.platform.engine.EngineFiles;
import id.siks.platform.engine.ProcessDiagrams;
import id.siks.platform.engine.StepFacades;
import id.siks.platform.forms.FormSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** What a diagram may name because the application or an earlier release has it. */
@Component
class Known {

    private final StepFacades steps;
    private final Set<String> tasks;
    private final FormSchemas forms;
    private final ProcessDiagrams diagrams;
    private final RepositoryService engine;
    private final EngineFiles files;
    private final Withdrawn withdrawn;

    Known(
            StepFacades steps,
            List<TaskForm> tasks,
            FormSchemas forms,
            ProcessDiagrams diagrams,
            RepositoryService engine,
            EngineFiles files,
            Withdrawn withdrawn) {
        this.steps = steps;
        this.tasks = tasks.stream().map(TaskForm::task).collect(Collectors.toUnmodifiableSet());
        this.forms = forms;
        this.diagrams = diagrams;
        this.engine = engine;
        this.files = files;
        this.withdrawn = withdrawn;
    }

    boolean hasStep(String facade, String method) {
        return steps.knows(facade, method);
    }

    /** True when the step answers with a moment, for a timer; the others do something. */
    boolean tellsTime(String facade, String method) {
        return steps.tellsTime(facade, method);
    }

    /** True when a room has a page for the task. */
    boolean hasRoom(String task) {
        return tasks.contains(task);
    }

    /** True when there is a page for the task: a room's, or that of all drawn tasks, which needs a form of its name. */
    boolean hasTask(String id) {
        return hasRoom(id) || hasForm(id);
    }

    boolean hasForm(String id) {
        return forms.has(id) && !withdrawn.has(ModelKind.FORM, id);
    }

    boolean hasDecision(String key) {
        return decisions().contains(key) && !withdrawn.has(ModelKind.DMN, key);
    }

    /** Which processes each released process calls, by its key. */
    Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new LinkedHashMap<>();
        diagrams.all()
                .forEach((key, diagram) -> calls.put(
                        key,
                        diagram.elements("callActivity").stream()
                                .map(call -> call.getAttribute("calledElement"))
                                .collect(Collectors.toSet())));
        return calls;
    }

    /** True when the table of deadlines in force has a row for the task itself. */
    boolean hasTerm(String task) {
        DecisionDefinition table = engine.createDecisionDefinitionQuery()
                .decisionDefinitionKey(Deadlines.TABLE)
                .latestVersion()
                .singleResult();
        return table != null && files.text(table).contains("<text>\"" + task + "\"</text>");
    }

    private Set<String> decisions() {
        return engine.createDecisionDefinitionQuery().latestVersion().list().stream()
                .map(DecisionDefinition::getKey)
                .collect(Collectors.toSet());
    }
}
