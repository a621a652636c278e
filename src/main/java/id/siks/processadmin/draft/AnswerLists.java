package id.siks.processadmin.draft;

import id.siks.casework.TaskForm;
import id.siks.platform.engine.StepFacades;
import id.siks.processadmin.check.ModelKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What gateways can be asked to compare: what the code says, what drawn tasks are answered, what tables decide. */
@Component
class AnswerLists {

    /** Values every case starts with. */
    private static final Set<String> ALWAYS = Set.of("areaCode", "kind");

    private final DraftedFiles drafted;
    private final Set<String> rooms;
    private final MessageSource messages;

    AnswerLists(DraftedFiles drafted, List<TaskForm> rooms, MessageSource messages) {
        this.drafted = drafted;
        this.rooms = rooms.stream().map(TaskForm::task).collect(Collectors.toUnmodifiableSet());
        this.messages = messages;
    }

    /** Tables a diagram may ask itself; where a table is drawn anew, what it gave before is offered as well. */
    List<Table> tables(List<Model> all) {
        Map<String, List<String>> contents = drafted.contents(ModelKind.DMN, all);
        Stream<Choice> inForce =
                all.stream().filter(m -> m.kind() == ModelKind.DMN).map(Choice::of);
        return Stream.concat(
                        inForce, drafted.newKeys(ModelKind.DMN, all).stream().map(this::underWay))
                .flatMap(choice -> table(choice, contents.getOrDefault(choice.value(), List.of())).stream())
                .toList();
    }

    private static Optional<Table> table(Choice choice, List<String> contents) {
        List<TableAnswers> read = contents.stream()
                .flatMap(content -> TableAnswers.read(content).stream())
                .toList();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> answers = new LinkedHashMap<>();
        read.forEach(table -> table.answers().forEach(answers::putIfAbsent));
        return Optional.of(new Table(
                choice.value(), choice.label(), read.get(read.size() - 1).asks(), Choice.named(answers)));
    }

    private Choice underWay(String table) {
        return new Choice(
                table,
                messages.getMessage(
                        "processadmin.draft.drafted", new Object[] {table}, LocaleContextHolder.getLocale()));
    }

    /** What may be answered in the field called as its task, by drawn task. */
    Map<String, List<Choice>> ofDrawnTasks(List<Model> all) {
        Map<String, List<Choice>> answers = new TreeMap<>();
        drafted.contents(ModelKind.FORM, all).forEach((form, contents) -> {
            Map<String, String> options = FormAnswers.of(contents).get(StepFacades.nameFor(form));
            if (options != null && !rooms.contains(form)) {
                answers.put(form, Choice.named(options));
            }
        });
        return answers;
    }

    /** What the code says to the process: all it reads, without the answers of tasks and tables that were drawn. */
    Set<String> told(DiagramWords here) {
        Set<String> told = new TreeSet<>(here.told());
        told.removeAll(drawn(here));
        told.addAll(ALWAYS);
        return told;
    }

    private Set<String> drawn(DiagramWords here) {
        Set<String> drawn = new TreeSet<>(here.decided());
        here.forms().stream()
                .filter(form -> !rooms.contains(form))
                .map(StepFacades::nameFor)
                .forEach(drawn::add);
        return drawn;
    }

    /** What the code says for the gateways of the process. */
    List<Value> values(DiagramWords here, List<Model> all) {
        Map<String, Map<String, String>> options = FormAnswers.of(all.stream()
                .filter(m -> m.kind() == ModelKind.FORM && here.forms().contains(m.key()))
                .map(Model::content)
                .toList());
        Map<String, String> asked = new LinkedHashMap<>();
        here.values().forEach((name, known) -> asked.put(name, known.asked()));
        asked.keySet().removeAll(drawn(here));
        return Choice.named(asked).stream()
                .map(value ->
                        value(value, here.values().get(value.value()), options.getOrDefault(value.value(), Map.of())))
                .toList();
    }

    private static Value value(Choice named, DiagramWords.Known known, Map<String, String> options) {
        Map<String, String> answers = new LinkedHashMap<>(known.answers());
        options.forEach(answers::putIfAbsent);
        return new Value(named.value(), named.label(), Choice.named(answers));
    }

    /** A decision table with the names of the values it asks for and what it may answer. */
    record Table(String value, String label, Set<String> asks, List<Choice> answers) {}

    /** A routing value and what it may be. */
    record Value(String name, String label, List<Choice> answers) {}
}
