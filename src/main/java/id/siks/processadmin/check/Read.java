package id.siks.processadmin.check;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place of a diagram at which a variable is read.
 *
 * @param part what says so
 * @param at the node a token comes to when it is read
 * @param variable its name
 * @param condition how it is compared; empty when it is used as it is
 */
record Read(Part part, Part at, String variable, String condition) {

    /** What one element reads. */
    static Stream<Read> of(Graph graph, Part part) {
        return switch (part.name()) {
            case "sequenceFlow" -> {
                String condition = Graph.condition(part);
                yield variable(part, graph.source(part), condition, condition);
            }
            case "userTask" -> Stream.of("assignee", "dueDate")
                    .flatMap(attribute -> variable(part, part, part.engine(attribute), ""));
            case Graph.REPEATED -> {
                String list = part.engine("collection");
                yield variable(
                        part, part.parent(), list.isEmpty() || Expressions.isIn(list) ? list : "${" + list + "}", "");
            }
            case "timeDate", "timeDuration" -> waiting(graph, part)
                    .map(at -> variable(part, at, part.text(), ""))
                    .orElseGet(Stream::empty);
            default -> Stream.empty();
        };
    }

    /** What the variable has to hold for it. */
    Held held() {
        if (!condition.isEmpty()) {
            return Held.comparedIn(condition);
        }
        return switch (part.name()) {
            case "timeDuration" -> Held.LENGTH_OF_TIME;
            case Graph.REPEATED -> Held.LIST;
            case "userTask" -> Expressions.variableOf(part.engine("assignee")).equals(variable)
                    ? Held.ACCOUNT
                    : Held.MOMENT;
            default -> Held.MOMENT;
        };
    }

    /** How the diagram says it. */
    String words() {
        return condition.isEmpty() ? "${" + variable + "}" : condition;
    }

    /** The node at which a timer begins to wait: an event beside an activity waits as soon as that is begun. */
    private static Optional<Part> waiting(Graph graph, Part time) {
        return time.outward()
                .filter(Graph::isNode)
                .findFirst()
                .map(event -> event.name().equals("boundaryEvent") ? graph.node(event.get("attachedToRef")) : event);
    }

    private static Stream<Read> variable(Part part, Part at, String text, String condition) {
        String variable = Expressions.variableOf(text);
        return variable.isEmpty() ? Stream.empty() : Stream.of(new Read(part, at, variable, condition));
    }
}
