package id.siks.processadmin.check;

import org.springframework.stereotype.Component;

/** A table the diagram asks by itself gets what it wants to know and gives what is compared with. */
@Component
class BpmnTables implements BpmnRule {

    private final Known known;

    BpmnTables(Known known) {
        this.known = known;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        TableQuestion.of(diagram)
                .forEach(question -> known.table(question.table()).ifPresent(shape -> {
                    question.lacking(shape)
                            .forEach(variable ->
                                    findings.at(question.task(), Rule.TABLE_INPUT_LACKING, question.table(), variable));
                    question.unanswered(shape)
                            .forEach(read -> findings.at(
                                    read.part(), Rule.TABLE_NEVER_ANSWERS, question.table(), read.condition()));
                    question.unsure(shape)
                            .forEach(read -> findings.at(
                                    read.part(), Rule.TABLE_SOMETIMES_SILENT, question.table(), read.words()));
                }));
    }
}
