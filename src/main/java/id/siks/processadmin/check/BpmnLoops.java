package id.siks.processadmin.check;

import org.springframework.stereotype.Component;

/** Every loop waits for somebody or something (security requirement 5); else the engine would turn in it for ever. */
@Component
class BpmnLoops implements BpmnRule {

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Passages passages = new Passages(diagram.graph(), diagram.words().turns());
        diagram.graph().nodes().filter(passages::returns).forEach(node -> findings.at(node, Rule.LOOP_WITHOUT_WAIT));
    }
}
