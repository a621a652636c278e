package id.siks.processadmin.check;

import id.siks.identity.Role;
import id.siks.platform.engine.DrawnTasks;
import id.siks.platform.engine.StepFacades;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a diagram names exists in the application: tasks, forms, roles, steps, decisions, messages. */
@Component
class BpmnTasks implements BpmnRule {

    private final Known known;
    private final DiagramsInUse inUse;

    BpmnTasks(Known known, DiagramsInUse inUse) {
        this.known = known;
        this.inUse = inUse;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Graph graph = diagram.graph();
        graph.nodes("userTask").forEach(task -> userTask(task, diagram, findings));
        graph.nodes("serviceTask").forEach(task -> {
            if (Graph.step(task).isEmpty()) {
                findings.at(task, Rule.TASK_WITHOUT_STEP);
            }
        });
        graph.nodes("businessRuleTask").forEach(task -> businessRuleTask(task, findings));
        diagram.root().children("message").stream()
                .filter(message -> !diagram.words().messages().contains(message.get("name")))
                .forEach(message -> findings.at(message, Rule.MESSAGE_UNKNOWN, message.get("name")));
    }

    private void userTask(Part task, Bpmn diagram, Findings findings) {
        Words words = diagram.words();
        boolean elsewhere = known.hasRoom(task.id()) && !words.tasks().contains(task.id());
        if (elsewhere || !known.hasTask(task.id())) {
            findings.at(task, Rule.TASK_UNKNOWN);
        }
        if (!known.hasRoom(task.id())) {
            drawn(task, words, findings);
            elsewhere(task, diagram.key(), findings);
        }
        String form = task.engine("formRef");
        if (!form.equals(task.id()) || !known.hasForm(form)) {
            findings.at(task, Rule.FORM_UNKNOWN, form);
        }
        String role = task.engine("candidateGroups");
        if (Arrays.stream(Role.values()).noneMatch(r -> r.works() && r.name().equals(role))) {
            findings.at(task, Rule.ROLE_UNKNOWN, role);
        }
    }

    /** Its answer is a variable of its own, and what it shows another task shows. */
    private void drawn(Part task, Words words, Findings findings) {
        String answer = StepFacades.nameFor(task.id());
        if (!words.mayWrite(answer) || !known.isFree(answer)) {
            findings.at(task, Rule.VALUE_NOT_ALLOWED, "id", task.id());
        }
        List<Part> shown = task.all()
                .filter(part -> part.is(BpmnSpaces.CAMUNDA, "property")
                        && part.get("name").equals(DrawnTasks.SHOWS))
                .toList();
        if (shown.size() > 1) {
            findings.at(task, Rule.ELEMENT_TWICE, DrawnTasks.SHOWS);
        }
        // The page of another process' task could not find the case.
        shown.stream()
                .filter(part -> !words.tasks().contains(part.get("value")))
                .forEach(part -> findings.at(part, Rule.VALUE_NOT_ALLOWED, DrawnTasks.SHOWS, part.get("value")));
    }

    /**
     * Its form, its answer and its term hang on its id: two processes cannot mean two things by it. Where they do already, the
     * diagram can be changed all the same, and whoever releases it knows.
     */
    private void elsewhere(Part task, String process, Findings findings) {
        List<InUse.Diagram> others = inUse.mentioning(task.id()).stream()
                .filter(other -> !other.version().key().equals(process))
                .filter(other -> has(other.bpmn(), task))
                .map(DiagramsInUse.Drawn::version)
                .toList();
        if (others.isEmpty()) {
            return;
        }
        Rule rule = hasAlready(process, task) ? Rule.TASK_SHARED : Rule.TASK_ELSEWHERE;
        others.forEach(other -> findings.at(
                task,
                rule,
                other.name(),
                String.valueOf(other.version()),
                other.cases(),
                // No sentence names it: it tells a bundle which of its parts this depends on.
                other.key()));
    }

    private boolean hasAlready(String process, Part task) {
        return inUse.latest(process).filter(inForce -> has(inForce, task)).isPresent();
    }

    private static boolean has(Bpmn diagram, Part task) {
        return diagram.graph().nodes("userTask").anyMatch(user -> task.id().equals(user.id()));
    }

    private void businessRuleTask(Part task, Findings findings) {
        boolean step = !Graph.step(task).isEmpty();
        String decision = task.engine("decisionRef");
        if (step == !decision.isEmpty()) {
            findings.at(task, Rule.TASK_WITHOUT_STEP);
        } else if (!step
                && (!known.hasDecision(decision)
                        || task.engine("resultVariable").isEmpty())) {
            findings.at(task, Rule.DECISION_UNKNOWN, decision);
        }
    }
}
