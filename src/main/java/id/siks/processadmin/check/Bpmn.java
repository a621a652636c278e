package id.siks.processadmin.check;

import id.siks.platform.engine.StepFacades;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A diagram whose names and references are whole, as the rules look at it.
 *
 * @param key name of the process
 * @param root the whole file
 * @param graph its process
 * @param words what the code says to it
 */
record Bpmn(String key, Part root, Graph graph, Words words) {

    /** A file whose references are whole, as those of every file that was checked before. */
    static Bpmn of(String key, String file, Words words) {
        Part root = XmlReader.read(PlainText.xml(file.getBytes(StandardCharsets.UTF_8)));
        return new Bpmn(key, root, new Graph(root.children("process").get(0)), words);
    }

    /** Name of the steps of its own: the key in camel case. */
    String facade() {
        return StepFacades.nameFor(key);
    }

    /** What the attribute of an event definition refers to. */
    Part referred(Part definition, String attribute) {
        return root.all()
                .filter(part -> part.uri().equals(BpmnSpaces.BPMN)
                        && definition.get(attribute).equals(part.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Everything it reads. */
    Stream<Read> reads() {
        return root.all().flatMap(part -> Read.of(graph, part));
    }

    /** Variables the code sets, those the diagram sets itself, and the answers of its tasks. */
    Set<String> variables() {
        Set<String> all = new HashSet<>(words.variables());
        root.all().forEach(part -> {
            all.add(part.engine("elementVariable"));
            all.add(part.engine("resultVariable"));
        });
        graph.nodes("userTask").forEach(task -> all.add(StepFacades.nameFor(task.id())));
        root.all().filter(part -> part.is(BpmnSpaces.CAMUNDA, "out")).forEach(out -> all.add(out.get("target")));
        return all;
    }
}
