package id.siks.models;

import static id.siks.models.Diagram.has;
import static id.siks.models.Diagram.id;

import id.siks.casework.Rung;
import id.siks.casework.process.TaskLadder;
import id.siks.platform.engine.TaskTimers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.w3c.dom.Element;

/**
 * No open task is forgotten in silence: at each stands a timer that interrupts nothing and leads to an escalation, which the
 * ladder of its diagram hears. The ladder has every rung.
 */
final class LadderRule implements ModelRule {

    @Override
    public List<String> faults(Diagram diagram) {
        List<String> faults = new ArrayList<>();
        List<Element> tasks = diagram.elements("userTask");
        tasks.forEach(task -> watched(diagram, task, faults));
        if (!tasks.isEmpty()) {
            heard(diagram, faults);
        }
        return faults;
    }

    private static void watched(Diagram diagram, Element task, List<String> faults) {
        Element timer = diagram.find(id(task) + TaskTimers.ELEMENT);
        boolean stands = timer != null
                && timer.getAttribute("attachedToRef").equals(id(task))
                && timer.getAttribute("cancelActivity").equals("false")
                && has(timer, "timerEventDefinition");
        if (!stands) {
            faults.add(id(task) + " has no timer of its name that interrupts nothing");
            return;
        }
        boolean escalates = diagram.flowsFrom(timer).stream()
                .map(flow -> diagram.find(flow.getAttribute("targetRef")))
                .allMatch(end -> end.getLocalName().equals("endEvent") && has(end, "escalationEventDefinition"));
        if (!escalates) {
            faults.add(id(timer) + " does not escalate");
        }
    }

    private static void heard(Diagram diagram, List<String> faults) {
        Element ear = diagram.find(TaskLadder.TASK_DELAYED);
        boolean hears = ear != null
                && has(ear, "escalationEventDefinition")
                && ear.getAttribute("isInterrupting").equals("false")
                && ((Element) ear.getParentNode()).getAttribute("id").equals(TaskLadder.TASK_LADDER);
        if (!hears) {
            faults.add(id(diagram.process()) + " does not hear its escalations");
        }
        Arrays.stream(Rung.values())
                .map(rung -> TaskLadder.RUNG_REACHED + "-" + rung.word())
                .filter(flow -> diagram.find(flow) == null)
                .forEach(flow -> faults.add(id(diagram.process()) + " has no rung " + flow));
    }
}
