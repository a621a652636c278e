package id.siks.processadmin.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A process calls only processes that are released, and never, by whatever detour, itself. Those of the application are not called:
 * it begins them with a case of their own, which a caller has not.
 */
@Component
class BpmnCalls implements BpmnRule {

    private final Known known;
    private final Shipped shipped;
    private final DiagramsInUse inUse;

    BpmnCalls(Known known, Shipped shipped, DiagramsInUse inUse) {
        this.known = known;
        this.shipped = shipped;
        this.inUse = inUse;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Set<Part> calls = diagram.graph().nodes("callActivity").collect(Collectors.toSet());
        if (calls.isEmpty()) {
            return;
        }
        Map<String, Set<String>> calling = known.calls();
        Set<String> released = known.processes();
        for (Part call : calls) {
            String called = call.get("calledElement");
            Optional<List<String>> circle = circle(calling, called, diagram.key(), new HashSet<>());
            if (circle.isPresent()) {
                // No sentence names those behind the first: they tell a bundle which of its parts opens the circle.
                findings.at(call, Rule.CALLS_ITSELF, circle.get().toArray());
            } else if (shipped.find(ModelKind.BPMN, called).isPresent()) {
                findings.at(call, Rule.CALLED_OF_APPLICATION, called);
            } else if (!released.contains(called)) {
                findings.at(call, Rule.CALLED_UNKNOWN, called);
            } else {
                inUse.latest(called).ifPresent(process -> handed(call, process, findings));
            }
        }
    }

    /** What is handed under a name the process that is called does not know, nobody ever reads. */
    private void handed(Part call, Bpmn called, Findings findings) {
        Set<String> names = names(called);
        // What only comes back from it was meant to travel.
        call.all().filter(part -> part.is(BpmnSpaces.CAMUNDA, "out")).forEach(out -> names.add(out.get("source")));
        Gifts.handed(call)
                .filter(in -> !in.get("target").isEmpty() && !names.contains(in.get("target")))
                .forEach(in -> findings.at(in, Rule.CALLED_DOES_NOT_KNOW, called.key(), in.get("target")));
    }

    /** What a process gives, reads, asks its tables and hands on. */
    private Set<String> names(Bpmn process) {
        Set<String> names = process.variables();
        process.reads().map(Read::variable).forEach(names::add);
        TableQuestion.of(process)
                .flatMap(question -> known.table(question.table()).stream())
                .forEach(table -> names.addAll(table.wanted().keySet()));
        process.graph().nodes("callActivity").flatMap(Gifts::handed).forEach(in -> names.add(in.get("source")));
        return names;
    }

    /** The processes from the one that is called on that lead back to the goal; empty when none do. */
    private static Optional<List<String>> circle(
            Map<String, Set<String>> calls, String from, String goal, Set<String> seen) {
        if (from.equals(goal)) {
            return Optional.of(List.of(from));
        }
        return calls.getOrDefault(from, Set.of()).stream()
                .filter(seen::add)
                .flatMap(next -> circle(calls, next, goal, seen).stream())
                .findFirst()
                .map(rest -> Stream.concat(Stream.of(from), rest.stream()).toList());
    }
}
