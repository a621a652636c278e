package id.siks.processadmin.check;

import id.siks.casework.Deadlines;
import id.siks.casework.TaskForm;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.engine.EngineVariables;
import id.siks.platform.engine.StepFacades;
import id.siks.platform.forms.FormSchema;
import id.siks.platform.forms.FormSchemas;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a diagram may name because the application or an earlier release has it. */
@Component
class Known {

    private final StepFacades steps;
    private final Set<String> tasks;
    private final FormSchemas forms;
    private final EngineModels engine;
    private final Withdrawn withdrawn;
    private final Pending pending;
    private final InUse inUse;

    Known(
            StepFacades steps,
            List<TaskForm> tasks,
            FormSchemas forms,
            EngineModels engine,
            Withdrawn withdrawn,
            Pending pending,
            InUse inUse) {
        this.steps = steps;
        this.tasks = tasks.stream().map(TaskForm::task).collect(Collectors.toUnmodifiableSet());
        this.forms = forms;
        this.engine = engine;
        this.withdrawn = withdrawn;
        this.pending = pending;
        this.inUse = inUse;
    }

    boolean hasStep(String facade, String method) {
        return steps.knows(facade, method);
    }

    /** True when the step answers with a moment, for a timer; the others do something. */
    boolean tellsTime(String facade, String method) {
        return steps.tellsTime(facade, method);
    }

    /** True when expressions take the name for a variable and nothing else. */
    boolean isFree(String name) {
        return !EngineVariables.RESERVED.contains(name) && !steps.methods().containsKey(name);
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

    /** The form of that task; only when there is one. */
    FormSchema form(String task) {
        return forms.of(task);
    }

    boolean hasDecision(String key) {
        return engine.has(ModelKind.DMN, key) && !withdrawn.has(ModelKind.DMN, key);
    }

    /** The table in force of that key. */
    Optional<TableShape> table(String key) {
        return engine.find(ModelKind.DMN, key)
                .map(table -> XmlReader.read(PlainText.xml(table.content().getBytes(StandardCharsets.UTF_8))))
                .flatMap(root -> DmnContent.own(root, key))
                .map(TableShape::new);
    }

    /** Processes that can be called today. */
    Set<String> processes() {
        return engine.startable();
    }

    /** Which processes each released process calls, by its key, stopped or not, or will when what is released takes effect. */
    Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new LinkedHashMap<>();
        Stream.concat(newest(), pending.diagrams().stream())
                .filter(diagram -> diagram.file().contains("callActivity"))
                .map(diagram -> new DrawnProcess(diagram.file()))
                .forEach(diagram -> diagram.elements("callActivity").forEach(call -> calls.computeIfAbsent(
                                DrawnProcess.id(diagram.process()), key -> new HashSet<>())
                        .add(call.getAttribute("calledElement"))));
        return calls;
    }

    /** What a call begins, today or when whoever has stopped it lets it go on. */
    private Stream<InUse.Diagram> newest() {
        return inUse.diagrams().stream()
                .collect(Collectors.toMap(
                        InUse.Diagram::key,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(InUse.Diagram::version))))
                .values()
                .stream();
    }

    /** What the rows of the table of deadlines in force ask for; a task among it has a term of its own. */
    Set<String> terms() {
        return engine.find(ModelKind.DMN, Deadlines.TABLE)
                .map(table -> wordsAsked(table.content()))
                .orElse(Set.of());
    }

    /** The words for which the cells of a table's rows ask, alone or as one of several, without their quotation marks. */
    static Set<String> wordsAsked(String table) {
        return XmlReader.read(PlainText.xml(table.getBytes(StandardCharsets.UTF_8)))
                .all()
                .filter(part -> part.name().equals("inputEntry"))
                .flatMap(cell -> Arrays.stream(DmnContent.words(cell).split(",")))
                .map(String::strip)
                .filter(word -> word.length() > 1 && word.startsWith("\"") && word.endsWith("\""))
                .map(word -> word.substring(1, word.length() - 1))
                .collect(Collectors.toSet());
    }
}
