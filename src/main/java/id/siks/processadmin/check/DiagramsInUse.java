package id.siks.processadmin.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The diagrams cases follow, or will as soon as their moment has come, as the rules look at them. */
@Component
class DiagramsInUse {

    private final InUse inUse;
    private final Pending pending;
    private final Shipped shipped;

    DiagramsInUse(InUse inUse, Pending pending, Shipped shipped) {
        this.inUse = inUse;
        this.pending = pending;
        this.shipped = shipped;
    }

    /** Those in whose files the word stands. */
    List<Drawn> mentioning(String word) {
        return all().filter(diagram -> diagram.file().contains(word))
                .map(this::drawn)
                .toList();
    }

    /** Those of other processes that call the one of that name. */
    List<Drawn> calling(String key) {
        return all().filter(
                        diagram -> !diagram.key().equals(key) && diagram.file().contains(key))
                .map(this::drawn)
                .filter(drawn -> drawn.bpmn().graph().nodes("callActivity").anyMatch(call -> call.get("calledElement")
                        .equals(key)))
                .toList();
    }

    private Stream<InUse.Diagram> all() {
        return Stream.concat(inUse.diagrams().stream(), pending.diagrams().stream());
    }

    /** What a case follows that begins today with the process of that name; empty when there is none. */
    Optional<Bpmn> latest(String key) {
        return inUse.diagrams().stream()
                .filter(diagram -> diagram.key().equals(key))
                .max(Comparator.comparingInt(InUse.Diagram::version))
                .map(diagram -> drawn(diagram).bpmn());
    }

    private Drawn drawn(InUse.Diagram diagram) {
        return new Drawn(diagram, Bpmn.of(diagram.key(), diagram.file(), shipped.words(diagram.key())));
    }

    /**
     * One of them.
     *
     * @param version which it is and how many cases follow it
     * @param bpmn what is drawn
     */
    record Drawn(InUse.Diagram version, Bpmn bpmn) {}
}
