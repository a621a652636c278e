package id.siks.processadmin.draft;

import id.siks.casework.Deadlines;
import id.siks.casework.TaskForm;
import id.siks.casework.process.TaskLadder;
import id.siks.identity.Role;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.engine.EngineVariables;
import id.siks.platform.engine.StepFacades;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Shipped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What people choose from while they draw, instead of typing words of the engine. */
@Component
class EditorLists {

    private static final List<String> TERM = List.of("days", "remind", "supervisor", "officeHead", "province");

    private final Models models;
    private final Shipped shipped;
    private final DraftedFiles drafted;
    private final AnswerLists answers;
    private final StepFacades facades;
    private final Set<String> rooms;
    private final MessageSource messages;

    EditorLists(
            Models models,
            Shipped shipped,
            DraftedFiles drafted,
            AnswerLists answers,
            StepFacades facades,
            List<TaskForm> rooms,
            MessageSource messages) {
        this.models = models;
        this.shipped = shipped;
        this.drafted = drafted;
        this.answers = answers;
        this.facades = facades;
        this.rooms = rooms.stream().map(TaskForm::task).collect(Collectors.toCollection(TreeSet::new));
        this.messages = messages;
    }

    /** The lists for the model of this draft: what the code says to it, and what anybody may use. */
    Offer forDraft(Draft draft) {
        List<Model> all = models.all();
        DiagramWords everywhere = words(all.stream());
        // A process the application does not know is told nothing.
        DiagramWords here = words(all.stream().filter(m -> m.key().equals(draft.key())));
        return new Offer(
                roles(),
                forms(here, all),
                rooms,
                shows(here, all),
                steps(draft.key(), everywhere),
                moments(draft.key(), here, everywhere),
                answers.tables(all),
                Choice.named(here.messages()),
                Choice.named(everywhere.errors()),
                Choice.named(everywhere.escalations()),
                here.collections(),
                processes(draft.key(), all),
                answers.values(here, all),
                answers.ofDrawnTasks(all),
                answers.told(here),
                reserved(),
                terms(all));
    }

    private static DiagramWords words(Stream<Model> models) {
        DiagramWords words = new DiagramWords();
        models.filter(m -> m.kind() == ModelKind.BPMN).forEach(m -> words.read(m.content()));
        return words;
    }

    private List<Choice> roles() {
        return Arrays.stream(Role.values())
                .filter(Role::works)
                .map(role -> new Choice(role.name(), said("identity.role." + role)))
                .toList();
    }

    /** Forms of this process and those of drawn tasks; those of other rooms' tasks belong to their processes. */
    private List<Choice> forms(DiagramWords here, List<Model> all) {
        Stream<Choice> inForce = choices(all.stream()
                        .filter(m -> m.kind() == ModelKind.FORM)
                        .filter(m -> here.forms().contains(m.key()) || !rooms.contains(m.key())))
                .stream();
        Stream<Choice> underWay = drafted.newKeys(ModelKind.FORM, all).stream()
                .map(key -> new Choice(key, said("processadmin.draft.drafted", key)));
        return Stream.concat(inForce, underWay).toList();
    }

    /** Tasks of this process whose page can show its case above another task's form. */
    private List<Choice> shows(DiagramWords here, List<Model> all) {
        return choices(all.stream()
                .filter(m -> m.kind() == ModelKind.FORM)
                .filter(m -> here.forms().contains(m.key()) && rooms.contains(m.key())));
    }

    /** Processes that were drawn; the application begins its own. */
    private List<Choice> processes(String key, List<Model> all) {
        return choices(all.stream()
                .filter(m -> m.kind() == ModelKind.BPMN && !m.key().equals(key))
                .filter(m -> shipped.find(ModelKind.BPMN, m.key()).isEmpty()));
    }

    private static List<Choice> choices(Stream<Model> models) {
        return models.map(Choice::of).toList();
    }

    /** Methods of the process' own façade and of the ladder's. */
    private List<Choice> steps(String key, DiagramWords words) {
        String own = StepFacades.nameFor(key);
        List<Choice> steps = new ArrayList<>();
        new TreeMap<>(facades.methods()).forEach((facade, methods) -> {
            if (facade.equals(own) || facade.equals(TaskLadder.STEPS)) {
                methods.stream()
                        .filter(method -> !facades.tellsTime(facade, method))
                        .map(method -> "${" + facade + "." + method + "()}")
                        .sorted()
                        .forEach(step -> steps.add(Choice.of(step, words.steps().get(step))));
            }
        });
        return steps;
    }

    /** Moments of the process' own diagrams, and the ladder of its façade, which every task may have. */
    private List<Choice> moments(String key, DiagramWords here, DiagramWords everywhere) {
        Map<String, String> moments = new LinkedHashMap<>(here.moments());
        everywhere.moments().forEach((moment, name) -> {
            if (moment.startsWith("${" + TaskLadder.STEPS + ".")
                    || moment.startsWith("${" + StepFacades.nameFor(key) + ".")) {
                moments.putIfAbsent(moment, name);
            }
        });
        return Choice.named(moments);
    }

    /** Steps and objects of the engine: what expressions take such a name for. */
    private Set<String> reserved() {
        Set<String> reserved = new TreeSet<>(EngineVariables.RESERVED);
        reserved.addAll(facades.methods().keySet());
        return reserved;
    }

    /** How long each task may take, from the rows that hold for every kind and regency. */
    private static Map<String, Map<String, String>> terms(List<Model> all) {
        Map<String, Map<String, String>> terms = new TreeMap<>();
        all.stream()
                .filter(m -> m.kind() == ModelKind.DMN && m.key().equals(Deadlines.TABLE))
                .flatMap(m -> new DrawnProcess(m.content()).elements("rule").stream())
                .forEach(rule -> {
                    List<String> asked = texts(rule, "inputEntry");
                    List<String> given = texts(rule, "outputEntry");
                    boolean general = asked.size() == 3
                            && asked.get(1).isEmpty()
                            && asked.get(2).isEmpty();
                    if (general && given.size() == TERM.size()) {
                        Map<String, String> term = new LinkedHashMap<>();
                        TERM.forEach(part -> term.put(part, given.get(TERM.indexOf(part))));
                        terms.putIfAbsent(asked.get(0).replace("\"", ""), term);
                    }
                });
        return terms;
    }

    private static List<String> texts(Element rule, String entry) {
        return DrawnProcess.children(rule, entry).stream()
                .map(e -> e.getTextContent().strip())
                .toList();
    }

    private String said(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /**
     * Everything there is to choose from.
     *
     * @param rooms ids of the tasks a room of the application does
     * @param shows tasks whose page shows the case
     * @param steps expressions of service tasks
     * @param moments expressions of timers
     * @param collections what something can be done for each of
     * @param processes keys of the other processes that can be called
     * @param values what the code says for the gateways
     * @param answers what may be answered in drawn tasks, by task
     * @param told names of all values the code gives, which no diagram may give
     * @param reserved names no answer or result may have
     * @param terms by task: days, remind, supervisor, officeHead and province of the table of deadlines, as texts
     */
    record Offer(
            List<Choice> roles,
            List<Choice> forms,
            Set<String> rooms,
            List<Choice> shows,
            List<Choice> steps,
            List<Choice> moments,
            List<AnswerLists.Table> tables,
            List<Choice> messages,
            List<Choice> errors,
            List<Choice> escalations,
            List<DiagramWords.Each> collections,
            List<Choice> processes,
            List<AnswerLists.Value> values,
            Map<String, List<Choice>> answers,
            Set<String> told,
            Set<String> reserved,
            Map<String, Map<String, String>> terms) {}
}
