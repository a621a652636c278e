package id.siks.models;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One BPMN file as the rules look at it. */
final class Diagram {

    static final Path FOLDER = Path.of("bpmn");
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "exclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "subProcess");

    private final Path file;
    private final Document xml;

    private Diagram(Path file, String content) {
        this.file = file;
        this.xml = parse(content);
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

    Element process() {
        return elements("process").get(0);
    }

    /** Everything that is drawn as a shape. */
    List<Element> nodes() {
        return all("*").stream().filter(e -> NODES.contains(e.getLocalName())).toList();
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

    List<Element> elements(String localName) {
        return all(localName);
    }

    /** All elements of the file, definitions and drawing included. */
    List<Element> everything() {
        return all("*");
    }

    /** Where each element is drawn, by its id. */
    Map<String, Rectangle2D> shapes() {
        Map<String, Rectangle2D> shapes = new LinkedHashMap<>();
        for (Element shape : all("BPMNShape")) {
            shapes.put(shape.getAttribute("bpmnElement"), bounds(child(shape, "Bounds")));
        }
        return shapes;
    }

    /** Corners of each line, by the id of its flow. */
    Map<String, List<Point2D>> lines() {
        Map<String, List<Point2D>> lines = new LinkedHashMap<>();
        for (Element edge : all("BPMNEdge")) {
            lines.put(
                    edge.getAttribute("bpmnElement"),
                    children(edge, "waypoint").stream().map(Diagram::point).toList());
        }
        return lines;
    }

    /** Where the words of a shape or line stand, by the id of the element. */
    Map<String, Rectangle2D> labels() {
        Map<String, Rectangle2D> labels = new LinkedHashMap<>();
        for (Element label : all("BPMNLabel")) {
            Element bounds = child(label, "Bounds");
            if (bounds != null) {
                labels.put(((Element) label.getParentNode()).getAttribute("bpmnElement"), bounds(bounds));
            }
        }
        return labels;
    }

    /** The element called {@code id}, or null. */
    Element find(String id) {
        return all("*").stream().filter(e -> id(e).equals(id)).findFirst().orElse(null);
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    /** True when there is no element in it, only words. */
    static boolean isLeaf(Element element) {
        return list(element.getChildNodes()).isEmpty();
    }

    static boolean has(Element element, String childName) {
        return child(element, childName) != null;
    }

    static Element child(Element element, String localName) {
        List<Element> found = children(element, localName);
        return found.isEmpty() ? null : found.get(0);
    }

    static List<Element> children(Element element, String localName) {
        return list(element.getChildNodes()).stream()
                .filter(e -> localName.equals(e.getLocalName()))
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private List<Element> all(String localName) {
        return list(xml.getElementsByTagNameNS("*", localName));
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
                elements.add((Element) nodes.item(i));
            }
        }
        return elements;
    }

    private static Rectangle2D bounds(Element b) {
        return new Rectangle2D.Double(number(b, "x"), number(b, "y"), number(b, "width"), number(b, "height"));
    }

    private static Point2D point(Element waypoint) {
        return new Point2D.Double(number(waypoint, "x"), number(waypoint, "y"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Document parse(String content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("Not a diagram", e);
        }
    }
}
