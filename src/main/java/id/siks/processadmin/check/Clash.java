package id.siks.processadmin.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place of a diagram at which a variable has to hold something else than it is given.
 *
 * @param at the place
 * @param words how the diagram, the table or the called process says what it reads
 * @param needed what it has to hold
 * @param gift what it is given
 */
record Clash(Part at, String words, Held needed, Gift gift) {

    /**
     * All of a diagram: with its conditions, timers and repetitions, with the columns of tables it asks, and with what processes
     * read that it calls. Of the code's own variables the diagram itself is left to {@link BpmnVariables}.
     */
    static List<Clash> of(Bpmn diagram, Gifts gifts) {
        List<Clash> found = new ArrayList<>();
        Set<String> own = diagram.variables();
        own.removeAll(diagram.words().variables());
        diagram.reads()
                .filter(read -> own.contains(read.variable()))
                .forEach(read -> gifts.of(diagram, read.variable()).stream()
                        .filter(gift -> !isComparedElsewhere(read, gift))
                        .flatMap(gift -> of(read.part(), read, gift))
                        .forEach(found::add));
        TableQuestion.of(diagram).forEach(question -> typed(gifts, question)
                .flatMap(column -> of(question.task(), column, gifts.of(diagram, column.variable())))
                .forEach(found::add));
        diagram.graph().nodes("callActivity").forEach(call -> gifts.called(call).ifPresent(called -> Gifts.handed(call)
                .flatMap(in -> handed(gifts, called, in, gifts.of(diagram, in.get("source"))))
                .forEach(found::add)));
        return found;
    }

    /** What is handed to another process under a name, that process reads under it. */
    private static Stream<Clash> handed(Gifts gifts, Bpmn called, Part in, List<Gift> given) {
        String name = in.get("target");
        Stream<Clash> read = called.reads()
                .filter(at -> at.variable().equals(name))
                .flatMap(at -> given.stream().flatMap(gift -> of(in, at, gift)));
        Stream<Clash> asked = TableQuestion.of(called)
                .flatMap(question -> typed(gifts, question))
                .filter(column -> column.variable().equals(name))
                .flatMap(column -> of(in, column, given));
        return Stream.concat(read, asked);
    }

    private static Stream<Clash> of(Part at, Read read, Gift gift) {
        // Only numbers are less or more than others.
        boolean ordered = Expressions.isOrdered(read.condition()) && gift.fits(read.held());
        Held needed = ordered ? Held.NUMBER : read.held();
        return gift.fits(needed) ? Stream.empty() : Stream.of(new Clash(at, read.words(), needed, gift));
    }

    private static Stream<Clash> of(Part at, Column column, List<Gift> given) {
        return given.stream()
                .filter(gift -> !column.takes(gift))
                .map(gift -> new Clash(at, column.variable(), column.needed(), gift));
    }

    private static Stream<Column> typed(Gifts gifts, TableQuestion question) {
        return gifts.table(question.table()).stream().flatMap(shape -> shape.typed().stream());
    }

    /** Whether an answer of a form or a table may be what it is compared with, {@link BpmnAnswers} and {@link BpmnTables} say. */
    private static boolean isComparedElsewhere(Read read, Gift gift) {
        return !read.condition().isEmpty()
                && !Expressions.isOrdered(read.condition())
                && Set.of("userTask", "businessRuleTask").contains(gift.by().name())
                && !gift.held().contains(Held.NOTHING);
    }
}
