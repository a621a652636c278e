package id.siks.processadmin.check;

import id.siks.platform.engine.StepFacades;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the diagrams cases follow read of the answer of a drawn task. A form is shown in its newest version whatever version of
 * the diagram a case follows: where the case runs on an older one, that must find its answer too.
 */
@Component
class StillRead {

    private final DiagramsInUse inUse;

    StillRead(DiagramsInUse inUse) {
        this.inUse = inUse;
    }

    /**
     * One thing a diagram reads.
     *
     * @param diagram which
     * @param condition how it is compared; empty when it is used as it is
     */
    record Reader(InUse.Diagram diagram, String condition) {}

    /** Everything that is read of the task's answer, once for each diagram. */
    List<Reader> of(String task) {
        return inUse.mentioning(task).stream()
                .filter(drawn -> drawn.bpmn().graph().nodes("userTask").anyMatch(user -> task.equals(user.id())))
                .flatMap(drawn -> conditions(drawn.bpmn(), task).stream()
                        .map(condition -> new Reader(drawn.version(), condition)))
                .toList();
    }

    private static Set<String> conditions(Bpmn diagram, String task) {
        return diagram.reads()
                .filter(read -> read.variable().equals(StepFacades.nameFor(task)))
                .map(Read::condition)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
