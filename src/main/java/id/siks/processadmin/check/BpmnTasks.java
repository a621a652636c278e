package id.siks.processadmin.check;

import id.siks.identity.Role;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** What a diagram names exists in the application: tasks, forms, roles, steps, decisions, messages. */
@Component
class BpmnTasks implements BpmnRule {

    private final Known known;

    BpmnTasks(Known known) {
        this.known = known;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Graph graph = diagram.graph();
        graph.nodes("userTask").forEach(task -> userTask(task, findings));
        graph.nodes("serviceTask").forEach(task -> {
            if (engine(task, "expression").isEmpty()) {
                findings.at(task, Rule.TASK_WITHOUT_STEP);
            }
        });
        graph.nodes("businessRuleTask").forEach(task -> businessRuleTask(task, findings));
        diagram.root().children("message").stream()
                .filter(message -> !diagram.words().messages().contains(message.get("name")))
                .forEach(message -> findings.at(message, Rule.MESSAGE_UNKNOWN, message.get("name")));
    }

    private void userTask(Part task, Findings findings) {
        if (!known.hasTask(task.id())) {
            findings.at(task, Rule.TASK_UNKNOWN);
        }
        String form = engine(task, "formRef");
        if (!known.hasForm(form) || !engine(task, "formRefBinding").equals("deployment")) {
            findings.at(task, Rule.FORM_UNKNOWN, form);
        }
        String role = engine(task, "candidateGroups");
        if (Arrays.stream(Role.values()).noneMatch(r -> r.works() && r.name().equals(role))) {
            findings.at(task, Rule.ROLE_UNKNOWN, role);
        }
    }

    private void businessRuleTask(Part task, Findings findings) {
        boolean step = !engine(task, "expression").isEmpty();
        String decision = engine(task, "decisionRef");
        if (step == !decision.isEmpty()) {
            findings.at(task, Rule.TASK_WITHOUT_STEP);
        } else if (!step
                && (!known.hasDecision(decision)
                        || engine(task, "resultVariable").isEmpty())) {
            findings.at(task, Rule.DECISION_UNKNOWN, decision);
        }
    }

    private static String engine(Part task, String attribute) {
        return task.get(BpmnSpaces.CAMUNDA, attribute);
    }
}
