package id.siks.processadmin.replay;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The way a case went through a process.
 *
 * @param ref number of the case
 * @param definition version it followed last, by the engine's id
 * @param steps all it came to, in the order of time
 * @param values what the engine kept of its variables when it was over, by name
 */
record Trail(String ref, String definition, List<Step> steps, Map<String, Object> values) {

    /**
     * One time an element was come to.
     *
     * @param id the engine's, of this time alone
     * @param element its id in the diagram; of a step done for many also {@code <id>#multiInstanceBody}
     * @param within the {@code id} of what it lies in
     */
    record Step(String id, String element, String within) {}

    /** Ids of the elements it came to, those within subprocesses among them. */
    List<String> elements() {
        return steps.stream().map(Step::element).toList();
    }

    /** Ids of what it came to directly in a subprocess, for each time it went through it. */
    List<List<String>> through(String scope) {
        Map<String, List<String>> within = steps.stream()
                .collect(Collectors.groupingBy(Step::within, Collectors.mapping(Step::element, Collectors.toList())));
        return steps.stream()
                .filter(step -> step.element().equals(scope))
                .map(step -> within.getOrDefault(step.id(), List.of()))
                .toList();
    }
}
