package id.siks.processadmin.check;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a diagram gives its variables itself is of the kind that is needed where they are read: by conditions, timers and
 * repetitions, by the columns of tables it asks, and by processes it calls. Else the engine would fail at the person who happens
 * to come along, or take one answer for another.
 */
@Component
class BpmnKinds implements BpmnRule {

    private final Known known;
    private final DiagramsInUse inUse;

    BpmnKinds(Known known, DiagramsInUse inUse) {
        this.known = known;
        this.inUse = inUse;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Gifts gifts = new Gifts(known, inUse);
        Set<String> own = diagram.variables();
        own.removeAll(diagram.words().variables());
        diagram.reads()
                .filter(read -> own.contains(read.variable()))
                .forEach(read -> read(read, gifts.of(diagram, read.variable()), findings));
        TableQuestion.of(diagram).forEach(question -> typed(gifts, question)
                .forEach(column -> column(question.task(), column, gifts.of(diagram, column.variable()), findings)));
        diagram.graph().nodes("callActivity").forEach(call -> gifts.called(call).ifPresent(called -> Gifts.handed(call)
                .forEach(in -> handed(gifts, called, in, gifts.of(diagram, in.get("source")), findings))));
    }

    private static void read(Read read, Iterable<Gift> given, Findings findings) {
        for (Gift gift : given) {
            Held needed = needed(read, gift);
            if (!isComparedElsewhere(read, gift) && !gift.fits(needed)) {
                clash(read.part(), read.words(), needed, gift, findings);
            }
        }
    }

    /** Whether an answer of a form or a table may be what it is compared with, {@link BpmnAnswers} and {@link BpmnTables} say. */
    private static boolean isComparedElsewhere(Read read, Gift gift) {
        boolean compares = !read.condition().isEmpty() && !Expressions.isOrdered(read.condition());
        return compares
                && Set.of("userTask", "businessRuleTask").contains(gift.by().name())
                && !gift.held().contains(Held.NOTHING);
    }

    /** Only numbers are less or more than others. */
    private static Held needed(Read read, Gift gift) {
        return Expressions.isOrdered(read.condition()) && gift.fits(read.held()) ? Held.NUMBER : read.held();
    }

    private static Stream<Column> typed(Gifts gifts, TableQuestion question) {
        return gifts.table(question.table()).stream().flatMap(shape -> shape.typed().stream());
    }

    private static void column(Part at, Column column, Iterable<Gift> given, Findings findings) {
        for (Gift gift : given) {
            if (!column.takes(gift)) {
                clash(at, column.variable(), column.needed(), gift, findings);
            }
        }
    }

    /** What is handed to another process under a name, that process reads under it. */
    private static void handed(Gifts gifts, Bpmn called, Part in, Iterable<Gift> given, Findings findings) {
        String name = in.get("target");
        for (Gift gift : given) {
            called.reads()
                    .filter(read -> read.variable().equals(name) && !gift.fits(needed(read, gift)))
                    .forEach(read -> clash(in, read.words(), needed(read, gift), gift, findings));
        }
        TableQuestion.of(called)
                .flatMap(question -> typed(gifts, question))
                .filter(column -> column.variable().equals(name))
                .forEach(column -> column(in, column, given, findings));
    }

    private static void clash(Part at, String words, Held needed, Gift gift, Findings findings) {
        findings.at(at, Rule.ANSWER_OTHER_KIND, words, Gift.word(needed), findings.called(gift.giver()), gift.kind());
    }
}
