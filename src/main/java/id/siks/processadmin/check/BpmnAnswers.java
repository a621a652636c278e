package id.siks.processadmin.check;

import id.siks.platform.engine.StepFacades;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a diagram reads of its own – answers of drawn tasks, results of tables and of called processes – somebody gives before:
 * the form asks for it, it may be what it is compared with, and no way leads past. Else the engine would fail at the person who
 * happens to come along.
 */
@Component
class BpmnAnswers implements BpmnRule {

    private final Known known;

    BpmnAnswers(Known known) {
        this.known = known;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Graph graph = diagram.graph();
        Map<String, Set<Part>> unset = new HashMap<>();
        own(diagram).forEach(read -> {
            asked(graph, read, findings);
            given(graph, read, unset, findings);
        });
    }

    /** Where it reads what it gives itself. */
    private Stream<Read> own(Bpmn diagram) {
        Set<String> own = diagram.variables();
        own.removeAll(diagram.words().variables());
        return Stream.concat(diagram.reads(), TableQuestion.of(diagram).flatMap(this::wanted))
                .filter(read -> own.contains(read.variable()));
    }

    /** What is read at the node or behind it and not given on the way there. */
    Set<String> readBehind(Bpmn diagram, Part node) {
        return own(diagram)
                .filter(read -> !isEachOfThem(read))
                .filter(read -> Detours.at(
                                diagram.graph(),
                                node,
                                part -> givesFor(part, read.variable(), repeatedAround(read.at())))
                        .contains(read.at()))
                .map(Read::variable)
                .collect(Collectors.toSet());
    }

    /** True when no case comes to the node without the value. */
    boolean isGivenAt(Bpmn diagram, Part node, String variable) {
        Part scope = repeatedAround(node);
        return !Detours.fromStart(diagram.graph(), part -> givesFor(part, variable, scope))
                .contains(node);
    }

    /** What a table wants to know is read by the task that asks it. */
    private Stream<Read> wanted(TableQuestion question) {
        return known.table(question.table()).stream()
                .flatMap(shape -> shape.wanted().keySet().stream())
                .map(variable -> new Read(question.task(), question.task(), variable, ""));
    }

    /** A task whose name is read answers, and with what it is compared. */
    private void asked(Graph graph, Read read, Findings findings) {
        graph.nodes("userTask")
                .filter(task -> StepFacades.nameFor(task.id()).equals(read.variable()))
                .filter(task -> known.hasForm(task.id()))
                .forEach(task -> {
                    Answer answer = Answer.of(known.form(task.id()), read.variable());
                    if (known.hasRoom(task.id()) || !answer.isAsked()) {
                        findings.at(read.part(), Rule.ANSWER_NOT_ASKED, read.variable(), findings.called(task.id()));
                    } else if (!read.condition().isEmpty() && !answer.canBe(read.condition())) {
                        findings.at(read.part(), Rule.ANSWER_NOT_AN_OPTION, read.condition());
                    }
                });
    }

    private void given(Graph graph, Read read, Map<String, Set<Part>> unset, Findings findings) {
        if (isEachOfThem(read)) {
            return;
        }
        Part scope = repeatedAround(read.at());
        Set<Part> without = unset.computeIfAbsent(
                read.variable() + " " + (scope == null ? "" : scope.id()),
                each -> Detours.fromStart(graph, part -> givesFor(part, read.variable(), scope)));
        if (without.contains(read.at())) {
            // No sentence names the table that asks: it tells a bundle which of its parts this depends on.
            findings.at(
                    read.part(),
                    Rule.ANSWER_NOT_GIVEN,
                    read.variable(),
                    read.part().engine("decisionRef"));
        }
    }

    /** The entry of the list for which something is done is there while it is done. */
    private static boolean isEachOfThem(Read read) {
        return read.at()
                .outward()
                .flatMap(part -> part.children(Graph.REPEATED).stream())
                .anyMatch(loop -> loop.engine("elementVariable").equals(read.variable()));
    }

    private boolean givesFor(Part part, String variable, Part scope) {
        return gives(part, variable) && isOnceFor(part, scope);
    }

    private boolean gives(Part part, String variable) {
        return part.engine("resultVariable").equals(variable)
                || part.name().equals("userTask")
                        && !known.hasRoom(part.id())
                        && StepFacades.nameFor(part.id()).equals(variable)
                || part.name().equals("callActivity")
                        && part.all()
                                .anyMatch(out -> out.is(BpmnSpaces.CAMUNDA, "out")
                                        && out.get("target").equals(variable));
    }

    /** True when it is done once where it is read: what is repeated is repeated with the reader. */
    private static boolean isOnceFor(Part part, Part scope) {
        return repeatedAround(part) == null
                || scope != null && scope.outward().anyMatch(at -> at == repeatedAround(part));
    }

    private static Part repeatedAround(Part part) {
        return part.outward().filter(at -> at.has(Graph.REPEATED)).findFirst().orElse(null);
    }
}
