package id.siks.processadmin.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** The diagrams cases follow, as the rules look at them. */
@Component
class FollowedDiagrams {

    private final Followed followed;
    private final Shipped shipped;

    FollowedDiagrams(Followed followed, Shipped shipped) {
        this.followed = followed;
        this.shipped = shipped;
    }

    /** Those in whose files the word stands. */
    List<Drawn> mentioning(String word) {
        return followed.diagrams().stream()
                .filter(diagram -> diagram.file().contains(word))
                .map(this::drawn)
                .toList();
    }

    private Drawn drawn(Followed.Diagram diagram) {
        Part root = XmlReader.read(PlainText.xml(diagram.file().getBytes(StandardCharsets.UTF_8)));
        Graph graph = new Graph(root.children("process").get(0));
        return new Drawn(diagram, new Bpmn(diagram.key(), root, graph, shipped.words(diagram.key())));
    }

    /**
     * One of them.
     *
     * @param version which it is and how many follow it
     * @param bpmn what is drawn
     */
    record Drawn(Followed.Diagram version, Bpmn bpmn) {}
}
