package id.siks.processadmin.check;

import org.springframework.stereotype.Component;

/**
 * What the code sets is read as what it is: in the way of the diagram for which the code was written. Else the engine would fail
 * at the person who happens to come along, or take one answer for another.
 */
@Component
class BpmnVariables implements BpmnRule {

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Words words = diagram.words();
        diagram.reads()
                .filter(read -> words.variables().contains(read.variable()) && !words.holds(read))
                .forEach(read -> findings.at(read.part(), Rule.VARIABLE_OTHER_KIND, read.words()));
    }
}
