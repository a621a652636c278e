package id.siks.processadmin.check;

import id.siks.casework.process.TaskLadder;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The steps of the ladder stand where they know of which task they speak: the moment at the clock beside a user task, the
 * others behind the escalation that clock raises, within its own job. Nobody else raises that escalation: people would be told
 * of a delay there is not.
 */
@Component
class BpmnLadder implements BpmnRule {

    private static final String CALL = "${" + TaskLadder.STEPS + ".";
    private static final Set<String> THROWS = Set.of("endEvent", "intermediateThrowEvent");

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Graph graph = diagram.graph();
        diagram.root()
                .all()
                .filter(part -> part.name().equals("timeDate") && part.text().startsWith(CALL))
                .filter(time -> !isBesideTask(graph, time.parent().parent()))
                .forEach(time -> findings.at(time, Rule.STEP_MISPLACED, time.text()));
        Set<Part> heard = heard(diagram);
        graph.nodes()
                .filter(node -> THROWS.contains(node.name()) && saysDelayed(diagram, node))
                .filter(thrown -> !isRung(graph, thrown))
                .forEach(thrown -> findings.at(thrown, Rule.ESCALATION_MISPLACED, TaskLadder.TASK_DELAYED));
        diagram.root()
                .all()
                .filter(part -> Graph.step(part).startsWith(CALL) && !heard.contains(part))
                .forEach(part -> findings.at(part, Rule.STEP_MISPLACED, Graph.step(part)));
    }

    private static boolean saysDelayed(Bpmn diagram, Part event) {
        return event.children("escalationEventDefinition").stream()
                .map(definition -> definition.get("escalationRef"))
                .anyMatch(ref -> diagram.root().children("escalation").stream()
                        .anyMatch(escalation -> ref.equals(escalation.id())
                                && escalation.get("escalationCode").equals(TaskLadder.TASK_DELAYED)));
    }

    /** True when nothing but clocks of the ladder leads to it, and at once. */
    private static boolean isRung(Graph graph, Part thrown) {
        return graph.before(thrown).stream()
                .allMatch(clock -> isBesideTask(graph, clock)
                        && clock.all()
                                .anyMatch(time -> time.name().equals("timeDate")
                                        && time.text().startsWith(CALL)));
    }

    private static boolean isBesideTask(Graph graph, Part event) {
        return event != null
                && event.name().equals("boundaryEvent")
                && !Graph.isInterrupting(event)
                && graph.node(event.get("attachedToRef")).name().equals("userTask");
    }

    /** What is done in the very job in which a clock beside a task rang. */
    private static Set<Part> heard(Bpmn diagram) {
        Graph graph = diagram.graph();
        Set<Part> heard = new HashSet<>();
        graph.nodes("startEvent")
                .filter(start -> Graph.isEventSubprocess(start.parent()))
                .filter(start -> saysDelayed(diagram, start) && !Graph.isInterrupting(start))
                .filter(start -> !Graph.isBegunByJob(start))
                .forEach(start -> follow(graph, start, heard));
        return heard;
    }

    private static void follow(Graph graph, Part from, Set<Part> heard) {
        if (Graph.isLeftByJob(from)) {
            return;
        }
        for (Part next : graph.behind(from)) {
            if (!Graph.isWait(next) && heard.add(next)) {
                follow(graph, next, heard);
            }
        }
    }
}
