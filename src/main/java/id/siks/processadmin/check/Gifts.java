package id.siks.processadmin.check;

import id.siks.platform.engine.StepFacades;
import id.siks.platform.forms.FormSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What variables of a diagram are given, as far as files tell it: by the forms of drawn tasks, by tables, by called processes,
 * and by the code, of which the diagram it was written for tells. For one check: each file is read once in it, however often
 * it is named.
 */
final class Gifts {

    private final Known known;
    private final DiagramsInUse inUse;
    private final Map<String, Optional<TableShape>> tables = new HashMap<>();
    private final Map<String, Optional<Bpmn>> released = new HashMap<>();
    private final Map<String, FormSchema> drafted = new HashMap<>();
    private final Map<Bpmn, Map<String, List<Part>>> givers = new HashMap<>();
    private final Map<Place, List<Gift>> told = new HashMap<>();

    Gifts(Known known, DiagramsInUse inUse) {
        this.known = known;
        this.inUse = inUse;
    }

    /** Takes the form for that of the task, in place of the one in force; before anything is asked. */
    void take(FormSchema form, String task) {
        drafted.put(task, form);
    }

    /** Takes the diagram for the one in force of its name; before anything is asked. */
    void take(Bpmn diagram) {
        released.put(diagram.key(), Optional.of(diagram));
    }

    private record Place(Bpmn diagram, String variable) {}

    /** Everything that gives the variable something; empty when nothing in the diagram does. */
    List<Gift> of(Bpmn diagram, String variable) {
        Place place = new Place(diagram, variable);
        if (!told.containsKey(place)) {
            // What is handed round in a circle nobody can tell.
            told.put(place, List.of(new Gift(process(diagram), Set.of())));
            told.put(place, found(diagram, variable));
        }
        return told.get(place);
    }

    /** The table in force of that key. */
    Optional<TableShape> table(String key) {
        return tables.computeIfAbsent(key, known::table);
    }

    /** The diagram the call begins; empty when it is not released. */
    Optional<Bpmn> called(Part call) {
        return released.computeIfAbsent(call.get("calledElement"), inUse::latest);
    }

    /** What the call hands to the process it begins. */
    static Stream<Part> handed(Part call) {
        return call.all().filter(part -> part.is(BpmnSpaces.CAMUNDA, "in"));
    }

    private List<Gift> found(Bpmn diagram, String variable) {
        if (diagram.words().variables().contains(variable)) {
            return List.of(new Gift(process(diagram), diagram.words().held(variable)));
        }
        if (TableQuestion.ALWAYS.contains(variable)) {
            return List.of(new Gift(process(diagram), Set.of()));
        }
        return givers.computeIfAbsent(diagram, Gifts::givers).getOrDefault(variable, List.of()).stream()
                .flatMap(part -> by(diagram, part, variable))
                .toList();
    }

    private static Part process(Bpmn diagram) {
        return diagram.root().children("process").get(0);
    }

    private static Map<String, List<Part>> givers(Bpmn diagram) {
        Map<String, List<Part>> givers = new HashMap<>();
        diagram.root().all().forEach(part -> Stream.of(
                        part.engine("resultVariable"),
                        part.name().equals("userTask") ? StepFacades.nameFor(part.id()) : "",
                        part.is(BpmnSpaces.CAMUNDA, "out") ? part.get("target") : "")
                .filter(variable -> !variable.isEmpty())
                .distinct()
                .forEach(variable -> givers.computeIfAbsent(variable, name -> new ArrayList<>())
                        .add(part)));
        return givers;
    }

    private Stream<Gift> by(Bpmn diagram, Part part, String variable) {
        return switch (part.name()) {
            case "out" -> returned(diagram, part);
            case "userTask" -> Stream.of(new Gift(part, answer(part, variable)));
            default -> Stream.of(new Gift(part, result(diagram, part)));
        };
    }

    private Set<Held> answer(Part task, String variable) {
        boolean drawn = !known.hasRoom(task.id()) && known.hasForm(task.id());
        return drawn
                ? Answer.of(drafted.computeIfAbsent(task.id(), known::form), variable)
                        .held()
                : Set.of();
    }

    /** A step does something and tells nothing. */
    private Set<Held> result(Bpmn diagram, Part task) {
        TableQuestion question = new TableQuestion(diagram, task);
        return question.table().isEmpty()
                ? Set.of(Held.NOTHING)
                : table(question.table()).map(question::given).orElse(Set.of());
    }

    /** What the called process has under that name when it ends: its own, the code's, or what it was handed to begin with. */
    private Stream<Gift> returned(Bpmn diagram, Part out) {
        Part call = out.owner();
        Optional<Bpmn> called = called(call);
        if (called.isEmpty()) {
            return Stream.of(new Gift(out, Set.of()));
        }
        String source = out.get("source");
        List<Gift> gifts = Stream.concat(
                        of(called.get(), source).stream(),
                        handed(call)
                                .filter(in -> in.get("target").equals(source))
                                .flatMap(in -> of(diagram, in.get("source")).stream()))
                .toList();
        boolean everything = handed(call).anyMatch(in -> !in.get("variables").isEmpty());
        return gifts.isEmpty()
                ? Stream.of(new Gift(out, everything ? Set.of() : Set.of(Held.NOTHING)))
                : gifts.stream().map(Gift::held).distinct().map(held -> new Gift(out, held));
    }
}
