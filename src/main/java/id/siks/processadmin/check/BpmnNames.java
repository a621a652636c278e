package id.siks.processadmin.check;

import id.siks.platform.diagram.DrawnProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Every id is usable and there once, every reference leads to what it should; the later rules rely on it. */
final class BpmnNames {

    private static final int MOST_NODES = 300;
    private static final int MOST_FLOWS = 600;
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");
    private static final Set<String> ACTIVITIES =
            Set.of("userTask", "serviceTask", "businessRuleTask", "callActivity", "subProcess");
    private static final Map<String, String> REFERENCES =
            Map.of("messageRef", "message", "errorRef", "error", "escalationRef", "escalation");

    private final Part root;
    private final Findings findings;
    private final Map<String, Part> byId = new HashMap<>();
    private boolean whole = true;

    private BpmnNames(Part root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    /** True when the diagram can be looked at as a graph. */
    static boolean areWhole(Part root, String key, Findings findings) {
        return new BpmnNames(root, findings).check(key);
    }

    private boolean check(String key) {
        List<Part> processes = root.children("process");
        if (processes.size() != 1) {
            findings.add(Rule.PROCESS_NOT_ONE, processes.size());
            return false;
        }
        Part process = processes.get(0);
        if (!key.equals(process.id()) || !process.get("isExecutable").equals("true")) {
            fault(process, Rule.PROCESS_OTHER_NAME, key);
        }
        long nodes = process.all().filter(Graph::isNode).count();
        if (nodes > MOST_NODES) {
            findings.add(Rule.FILE_TOO_MANY_NODES, nodes, MOST_NODES);
            return false;
        }
        long flows = process.all().filter(BpmnNames::isFlow).count();
        if (flows > MOST_FLOWS) {
            findings.add(Rule.FILE_TOO_MANY_FLOWS, flows, MOST_FLOWS);
            return false;
        }
        root.all().filter(part -> part.uri().equals(BpmnSpaces.BPMN)).forEach(this::id);
        root.all().forEach(this::references);
        return whole;
    }

    private void fault(Part part, Rule rule, Object... args) {
        findings.at(part, rule, args);
        whole = false;
    }

    private void id(Part part) {
        boolean needed = Graph.isNode(part) || REFERENCES.containsValue(part.name()) || isFlow(part);
        if (part.id() == null) {
            if (needed) {
                fault(part, Rule.ID_NOT_USABLE);
            }
        } else if (!ID.matcher(part.id()).matches()) {
            fault(part, Rule.ID_NOT_USABLE);
        } else if (byId.put(part.id(), part) != null) {
            fault(part, Rule.ID_TWICE);
        }
    }

    private void references(Part part) {
        if (isFlow(part)) {
            refer(part, "sourceRef", DrawnProcess.NODES);
            refer(part, "targetRef", DrawnProcess.NODES);
        }
        if (part.name().equals("boundaryEvent")) {
            refer(part, "attachedToRef", ACTIVITIES);
        }
        if (part.is(BpmnSpaces.BPMN, "association")) {
            List.of("sourceRef", "targetRef").forEach(end -> exist(part, end));
        }
        REFERENCES.forEach((attribute, kind) -> {
            if (part.name().equals(kind + "EventDefinition")) {
                refer(part, attribute, Set.of(kind));
            }
        });
        if (!part.get("default").isEmpty()) {
            Part flow = byId.get(part.get("default"));
            if (flow == null || !isFlow(flow) || !flow.get("sourceRef").equals(part.id())) {
                fault(part, Rule.REFERENCE_BROKEN, part.get("default"));
            }
        }
    }

    private void exist(Part part, String attribute) {
        if (!byId.containsKey(part.get(attribute))) {
            fault(part, Rule.REFERENCE_BROKEN, part.get(attribute));
        }
    }

    private void refer(Part part, String attribute, Set<String> kinds) {
        Part goal = byId.get(part.get(attribute));
        boolean lost = goal != null && DrawnProcess.NODES.contains(goal.name()) && !isInProcess(goal);
        if (goal == null || lost || !kinds.contains(goal.name())) {
            fault(part, Rule.REFERENCE_BROKEN, part.get(attribute));
        }
    }

    /** What stands beside the process is no part of it, whatever it is called. */
    private static boolean isInProcess(Part part) {
        return part.outward().anyMatch(at -> at.is(BpmnSpaces.BPMN, "process"));
    }

    private static boolean isFlow(Part part) {
        return part.is(BpmnSpaces.BPMN, "sequenceFlow");
    }
}
