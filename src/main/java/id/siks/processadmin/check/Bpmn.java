package id.siks.processadmin.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A diagram whose names and references are whole, as the rules look at it.
 *
 * @param key name of the process
 * @param root the whole file
 * @param graph its process
 * @param words what the code says to it
 */
record Bpmn(String key, Part root, Graph graph, Words words) {

    /** Name of the steps of its own: the key in camel case. */
    String facade() {
        return camel(key);
    }

    /** {@code second-check} becomes {@code secondCheck}. */
    static String camel(String kebab) {
        String camel = Arrays.stream(kebab.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return camel.isEmpty() ? "" : Character.toLowerCase(camel.charAt(0)) + camel.substring(1);
    }

    /** True for a user task the application has no page of its own for: it is worked by what the diagram says. */
    boolean isDrawn(Part task) {
        return !words.tasks().contains(task.id());
    }

    /** Variables the code sets, those the diagram sets itself, and the answers of drawn tasks, called as the task. */
    Set<String> variables() {
        Set<String> all = new HashSet<>(words.variables());
        root.all().forEach(part -> {
            all.add(part.get(BpmnSpaces.CAMUNDA, "elementVariable"));
            all.add(part.get(BpmnSpaces.CAMUNDA, "resultVariable"));
        });
        graph.nodes("userTask").filter(this::isDrawn).forEach(task -> all.add(camel(task.id())));
        root.all().filter(part -> part.is(BpmnSpaces.CAMUNDA, "out")).forEach(out -> all.add(out.get("target")));
        return all;
    }
}
