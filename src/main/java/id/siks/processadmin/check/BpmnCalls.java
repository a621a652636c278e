package id.siks.processadmin.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A process calls only processes that are released, and never, by whatever detour, itself. Those of the application are not called:
 * it begins them with a case of their own, which a caller has not.
 */
@Component
class BpmnCalls implements BpmnRule {

    private final Known known;
    private final Shipped shipped;

    BpmnCalls(Known known, Shipped shipped) {
        this.known = known;
        this.shipped = shipped;
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
            } else if (shipped.find(ModelKind.BPMN, called).isPresent()) {
                findings.at(call, Rule.CALLED_OF_APPLICATION, called);
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
