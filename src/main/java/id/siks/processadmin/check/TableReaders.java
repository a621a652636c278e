package id.siks.processadmin.check;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Diagrams cases follow ask a table in its newest version: what it wants to know they must have, and what they wait for it must
 * still say.
 */
@Component
class TableReaders {

    private final Known known;
    private final DiagramsInUse inUse;

    TableReaders(Known known, DiagramsInUse inUse) {
        this.known = known;
        this.inUse = inUse;
    }

    void check(TableShape shape, Findings findings) {
        String key = shape.decision().id();
        Gifts gifts = new Gifts(known, inUse);
        for (DiagramsInUse.Drawn drawn : inUse.mentioning(key)) {
            List<TableQuestion> questions = TableQuestion.of(drawn.bpmn())
                    .filter(question -> question.table().equals(key))
                    .toList();
            questions.forEach(question -> check(shape, question, drawn.version(), findings));
            if (!questions.isEmpty()) {
                kinds(shape, drawn, gifts, findings);
            }
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
        Stream.of(question.unanswered(shape), question.unfit(shape), question.unsure(shape))
                .flatMap(List::stream)
                .distinct()
                .forEach(read -> findings.at(
                        shape.decision(),
                        Rule.TABLE_STILL_READ,
                        diagram.name(),
                        version,
                        diagram.cases(),
                        read.words(),
                        diagram.key()));
    }

    /** What a column turns into a kind of its own, the diagram must have in a form that can be turned. */
    private static void kinds(TableShape shape, DiagramsInUse.Drawn drawn, Gifts gifts, Findings findings) {
        InUse.Diagram diagram = drawn.version();
        for (Column column : shape.typed()) {
            gifts.of(drawn.bpmn(), column.variable()).stream()
                    .filter(gift -> !column.takes(gift))
                    .forEach(gift -> findings.at(
                            column.asks(),
                            Rule.TABLE_READER_OTHER_KIND,
                            diagram.name(),
                            String.valueOf(diagram.version()),
                            diagram.cases(),
                            column.variable(),
                            Gift.word(column.needed()),
                            gift.kind(),
                            diagram.key()));
        }
    }
}
