package id.siks.processadmin.check;

import org.springframework.stereotype.Component;

/**
 * Diagrams cases follow ask a table in its newest version: what it wants to know they must have, and what they wait for it must
 * still say.
 */
@Component
class TableReaders {

    private final DiagramsInUse inUse;

    TableReaders(DiagramsInUse inUse) {
        this.inUse = inUse;
    }

    void check(TableShape shape, Findings findings) {
        String key = shape.decision().id();
        for (DiagramsInUse.Drawn drawn : inUse.mentioning(key)) {
            TableQuestion.of(drawn.bpmn())
                    .filter(question -> question.table().equals(key))
                    .forEach(question -> check(shape, question, drawn.version(), findings));
        }
    }

    private static void check(TableShape shape, TableQuestion question, InUse.Diagram diagram, Findings findings) {
        String version = String.valueOf(diagram.version());
        question.lacking(shape)
                .forEach(variable -> findings.at(
                        shape.wanted().get(variable),
                        Rule.TABLE_READER_LACKS,
                        diagram.name(),
                        version,
                        diagram.cases(),
                        variable,
                        diagram.key()));
        question.unanswered(shape)
                .forEach(read -> findings.at(
                        shape.decision(),
                        Rule.TABLE_STILL_READ,
                        diagram.name(),
                        version,
                        diagram.cases(),
                        read.condition(),
                        diagram.key()));
    }
}
