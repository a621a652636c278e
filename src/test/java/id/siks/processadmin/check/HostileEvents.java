package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.ELEMENT_MISPLACED;

import id.siks.processadmin.check.Hostile.Changes;
import java.util.List;

/** Diagrams that no longer hear what the code says to them. */
final class HostileEvents {

    private static final String ONCE =
            "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";

    private HostileEvents() {}

    static List<Hostile> all() {
        return repeated().all();
    }

    private static Changes trunk() {
        return Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk");
    }

    /** The engine would listen inside the repetition, which nobody enters. */
    private static Changes repeated() {
        return trunk().change(
                        ELEMENT_MISPLACED,
                        "a withdrawal heard in a repetition",
                        "<bpmn:startEvent id=\"proposal-withdrawn\"",
                        ONCE + "<bpmn:startEvent id=\"proposal-withdrawn\"")
                .change(
                        ELEMENT_MISPLACED,
                        "a ladder heard in a repetition",
                        "<bpmn:startEvent id=\"task-delayed\"",
                        ONCE + "<bpmn:startEvent id=\"task-delayed\"");
    }
}
