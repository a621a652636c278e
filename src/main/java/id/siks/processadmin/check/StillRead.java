package id.siks.processadmin.check;

import id.siks.platform.engine.StepFacades;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What the diagrams cases follow read of the answer of a drawn task. A form is shown in its newest version whatever version of
 * the diagram a case follows: where the case runs on an older one, that must find its answer too.
 */
@Component
class StillRead {

    private final Followed followed;

    StillRead(Followed followed) {
        this.followed = followed;
    }

    /**
     * One thing a diagram reads.
     *
     * @param diagram which
     * @param condition how it is compared; empty when it is used as it is
     */
    record Reader(Followed.Diagram diagram, String condition) {}

    /** Everything that is read of the task's answer, once for each diagram. */
    List<Reader> of(String task) {
        return followed.diagrams().stream()
                .filter(diagram -> diagram.file().contains(task))
                .flatMap(diagram -> conditions(diagram, task).stream().map(read -> new Reader(diagram, read)))
                .toList();
    }

    private static Set<String> conditions(Followed.Diagram diagram, String task) {
        Part root = XmlReader.read(PlainText.xml(diagram.file().getBytes(StandardCharsets.UTF_8)));
        Graph graph = new Graph(root.children("process").get(0));
        Stream<Read> reads = graph.nodes("userTask").anyMatch(drawn -> task.equals(drawn.id()))
                ? root.all().flatMap(part -> Read.of(graph, part))
                : Stream.empty();
        return reads.filter(read -> read.variable().equals(StepFacades.nameFor(task)))
                .map(Read::condition)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
