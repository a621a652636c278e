package id.siks.processadmin.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the code says for the next gateway is not written down: the engine forgets it at the next wait. A gateway therefore
 * stands directly behind the node it stands behind in the diagram the code was written for.
 */
@Component
class BpmnFreshAnswers implements BpmnRule {

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Map<String, Set<String>> known = diagram.words().origins();
        diagram.graph().flows().forEach(flow -> {
            String variable = Expressions.variableOf(Graph.condition(flow));
            Set<String> origins = known.get(variable);
            if (origins != null) {
                Set<String> late = new TreeSet<>(Origins.of(diagram.graph(), flow));
                late.removeAll(origins);
                if (!late.isEmpty()) {
                    findings.at(flow, Rule.ANSWER_FORGOTTEN, variable, all(origins, findings), all(late, findings));
                }
            }
        });
    }

    private static String all(Set<String> ids, Findings findings) {
        return ids.stream().sorted().map(findings::called).collect(Collectors.joining(", "));
    }
}
