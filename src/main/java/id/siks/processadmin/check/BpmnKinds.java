package id.siks.processadmin.check;

import org.springframework.stereotype.Component;

/**
 * What a diagram gives its variables itself is of the kind that is needed where they are read, in it and in the diagrams that
 * call it. Else the engine would fail at the person who happens to come along, or take one answer for another.
 */
@Component
class BpmnKinds implements BpmnRule {

    private final Known known;
    private final DiagramsInUse inUse;
    private final KindsInUse others;

    BpmnKinds(Known known, DiagramsInUse inUse, KindsInUse others) {
        this.known = known;
        this.inUse = inUse;
        this.others = others;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Clash.of(diagram, new Gifts(known, inUse))
                .forEach(clash -> findings.at(
                        clash.at(),
                        Rule.ANSWER_OTHER_KIND,
                        clash.words(),
                        Gift.word(clash.needed()),
                        findings.called(clash.gift().giver()),
                        clash.gift().kind(),
                        // No sentence names them: they tell a bundle which of its parts this depends on.
                        clash.gift().model(),
                        clash.at().engine("decisionRef")));
        Part process = diagram.graph().process();
        others.clashing(diagram).forEach(clash -> findings.at(process, Rule.KIND_STILL_NEEDED, clash.args()));
    }
}
