package id.siks.processadmin.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A process calls only processes that are released, and never, by whatever detour, itself. */
@Component
class BpmnCalls implements BpmnRule {

    private final Known known;

    BpmnCalls(Known known) {
        this.known = known;
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
            if (called.equals(diagram.key()) || reaches(calling, called, diagram.key(), new HashSet<>())) {
                findings.at(call, Rule.CALLS_ITSELF, called);
            } else if (!released.contains(called)) {
                findings.at(call, Rule.CALLED_UNKNOWN, called);
            }
        }
    }

    private static boolean reaches(Map<String, Set<String>> calls, String from, String goal, Set<String> seen) {
        Set<String> next = calls.getOrDefault(from, Set.of());
        return next.contains(goal) || next.stream().anyMatch(n -> seen.add(n) && reaches(calls, n, goal, seen));
    }
}
