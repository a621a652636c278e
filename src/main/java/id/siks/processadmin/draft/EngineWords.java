package id.siks.processadmin.draft;

/** Words of the engine that stand in its files. */
final class EngineWords {

    /** Name space of the engine's own attributes in diagrams. */
    static final String BPMN = "http://camunda.org/schema/1.0/bpmn";

    private EngineWords() {}
}
