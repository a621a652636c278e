package id.siks.processadmin.check;

import id.siks.casework.Rungs;
import id.siks.identity.Role;
import id.siks.platform.engine.TaskTimers;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Warns where work could be forgotten: a task without a term of its own, a timer without the calendar, a role nobody holds. */
@Component
class BpmnDeadlines implements BpmnRule {

    private final Known known;
    private final Rungs rungs;
    private final Unheld unheld;

    BpmnDeadlines(Known known, Rungs rungs, Unheld unheld) {
        this.known = known;
        this.rungs = rungs;
        this.unheld = unheld;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Graph graph = diagram.graph();
        Unheld.Look look = unheld.look();
        Set<String> terms = known.terms();
        graph.nodes("userTask").forEach(task -> {
            term(task, terms, findings);
            ladder(graph, task, findings);
            role(task).ifPresent(role -> held(task, role, look, findings));
        });
        diagram.root()
                .all()
                .filter(part -> part.is(BpmnSpaces.BPMN, "timerEventDefinition"))
                .flatMap(timer -> timer.children().stream())
                .filter(time -> !Expressions.isIn(time.text()))
                .forEach(time -> findings.at(time, Rule.DEADLINE_WITHOUT_CALENDAR, time.text()));
    }

    private static void term(Part task, Set<String> terms, Findings findings) {
        boolean given = !task.engine("dueDate").isEmpty();
        if (!given && !terms.contains(task.id())) {
            findings.at(task, Rule.DEADLINE_WITHOUT_RULE);
        }
    }

    private static void ladder(Graph graph, Part task, Findings findings) {
        boolean watched = graph.attachedTo(task).stream()
                .anyMatch(event -> event.id().equals(task.id() + TaskTimers.ELEMENT)
                        && event.has("timerEventDefinition")
                        && !Graph.isInterrupting(event)
                        && graph.behind(event).stream().allMatch(end -> end.has("escalationEventDefinition")));
        boolean heard = graph.nodes("startEvent")
                .anyMatch(start -> start.has("escalationEventDefinition") && !Graph.isInterrupting(start));
        if (!watched || !heard) {
            findings.at(task, Rule.DEADLINE_WITHOUT_LADDER);
        }
    }

    private void held(Part task, Role role, Unheld.Look look, Findings findings) {
        warn(task, role, Rule.ROLE_WITHOUT_MEMBER, look, findings);
        rungs.offices(role).forEach(office -> warn(task, office, Rule.ESCALATION_WITHOUT_MEMBER, look, findings));
    }

    private static void warn(Part task, Role role, Rule rule, Unheld.Look look, Findings findings) {
        Villages without = look.without(role);
        if (!without.regencies().isEmpty()) {
            findings.at(
                    task,
                    rule,
                    new DefaultMessageSourceResolvable("identity.role." + role.name()),
                    without.count(),
                    without);
        }
    }

    private static Optional<Role> role(Part task) {
        String name = task.engine("candidateGroups");
        return Arrays.stream(Role.values())
                .filter(role -> role.works() && role.name().equals(name))
                .findFirst();
    }
}
