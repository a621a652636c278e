package id.siks.processadmin.check;

/** One group of rules for diagrams. */
interface BpmnRule {

    /** Looks at a diagram whose names and references are whole. */
    void check(Bpmn diagram, Findings findings);
}
