package id.siks.models;

import id.siks.platform.diagram.DrawnProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** One BPMN file as the rules look at it. */
final class Diagram extends DrawnProcess {

    static final Path FOLDER = Path.of("bpmn");
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Path file;

    private Diagram(Path file, String content) {
        super(content);
        this.file = file;
    }

    static Diagram read(Path file) {
        return of(file, text(file));
    }

    static Diagram of(Path file, String content) {
        return new Diagram(file, content);
    }

    /** Every diagram of the house. */
    static List<Diagram> all() {
        return files(".bpmn").map(Diagram::read).toList();
    }

    static Stream<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The room in whose folder the file lies. */
    String room() {
        return file.getParent().getFileName().toString();
    }

    /** Name of the file without its ending. */
    String name() {
        return file.getFileName().toString().replace(".bpmn", "");
    }

    List<Element> flows() {
        return elements("sequenceFlow");
    }

    List<Element> flowsFrom(Element node) {
        return flows().stream()
                .filter(f -> f.getAttribute("sourceRef").equals(id(node)))
                .toList();
    }

    List<Element> flowsTo(Element node) {
        return flows().stream()
                .filter(f -> f.getAttribute("targetRef").equals(id(node)))
                .toList();
    }

    /** All elements of the file, definitions and drawing included. */
    List<Element> everything() {
        return elements("*");
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    /** True when there is no element in it, only words. */
    static boolean isLeaf(Element element) {
        return element.getElementsByTagName("*").getLength() == 0;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
