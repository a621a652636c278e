package id.siks.processadmin.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A task of a diagram that puts the case to a table by itself, without the code in between.
 *
 * @param diagram where it is drawn
 * @param task the task
 */
record TableQuestion(Bpmn diagram, Part task) {

    /** Values every case begins with. */
    static final Set<String> ALWAYS = Set.of("areaCode", "kind");

    /** All of a diagram. */
    static Stream<TableQuestion> of(Bpmn diagram) {
        return diagram.graph()
                .nodes("businessRuleTask")
                .map(task -> new TableQuestion(diagram, task))
                .filter(question -> !question.table().isEmpty());
    }

    /** The table it asks. */
    String table() {
        return task.engine("decisionRef");
    }

    /** What the table wants to know and no case of the process ever has. */
    List<String> lacking(TableShape shape) {
        Set<String> variables = diagram.variables();
        return shape.wanted().keySet().stream()
                .filter(wanted -> !ALWAYS.contains(wanted) && !variables.contains(wanted))
                .toList();
    }

    /** Where the answer is compared with what the table never says. */
    List<Read> unanswered(TableShape shape) {
        return diagram.reads()
                .filter(read -> !read.condition().isEmpty() && read.variable().equals(task.engine("resultVariable")))
                .filter(read -> !isAlone() || !shape.canAnswer(read.condition()))
                .toList();
    }

    /** What the answer can be taken for, as the task takes it; empty when the table does not say. */
    Set<Held> given(TableShape shape) {
        return isAlone() ? shape.held() : Set.of(Held.ROW);
    }

    private boolean isAlone() {
        return task.engine("mapDecisionResult").equals("singleEntry");
    }

    /** Where the answer is used as it is and is nothing of that kind. */
    List<Read> unfit(TableShape shape) {
        Gift answer = new Gift(task, given(shape));
        return diagram.reads()
                .filter(read -> read.condition().isEmpty() && read.variable().equals(task.engine("resultVariable")))
                .filter(read -> !answer.fits(read.held()))
                .toList();
    }

    /** Where the answer is used in a way that fails without one: a comparison with nothing is not true, all else stops the case. */
    List<Read> unsure(TableShape shape) {
        if (!isAlone()) {
            return List.of();
        }
        List<Read> needing = diagram.reads()
                .filter(read -> read.variable().equals(task.engine("resultVariable")))
                .filter(read -> Expressions.comparedWith(read.condition()).isEmpty())
                .toList();
        return needing.isEmpty() || shape.answersAlways() ? List.of() : needing;
    }
}
