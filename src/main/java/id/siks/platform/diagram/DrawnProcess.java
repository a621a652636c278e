package id.siks.platform.diagram;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A BPMN file as XML, with where its elements are drawn. */
public class DrawnProcess {

    /** Local names of what is drawn as a shape. */
    public static final Set<String> NODES = Set.of(
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

    /** Nobody draws so deep, and who follows what is drawn from the outside in comes to its bottom. */
    private static final int DEEPEST = 100;

    /** Most elements that are given a picture: many times what the check takes, so that what is too long can be shortened. */
    private static final int MOST = 5000;

    private final Document xml;

    /** Reads the file; {@link IllegalArgumentException} when it is not XML, declares a document type or is nested too deep. */
    public DrawnProcess(String content) {
        this(parse(content));
    }

    private DrawnProcess(Document xml) {
        this.xml = xml;
    }

    /**
     * The process as people are shown it: when its file came without a picture and is not too large, with one that is drawn
     * here.
     */
    public DrawnProcess pictured() {
        if (hasPicture() || size() > MOST || elements("process").isEmpty()) {
            return this;
        }
        DrawnProcess drawn = new DrawnProcess((Document) xml.cloneNode(true));
        drawn.elements("BPMNDiagram").forEach(empty -> empty.getParentNode().removeChild(empty));
        ArrangedPicture.drawInto(drawn.xml, drawn.process());
        return drawn;
    }

    /** True when the process has a picture, be it an empty one because there is nothing to draw. */
    private boolean hasPicture() {
        return !elements("BPMNShape").isEmpty() || !elements("BPMNPlane").isEmpty() && size() == 0;
    }

    /** True for a process without a picture that is given none. */
    boolean isTooLarge() {
        return !hasPicture() && size() > MOST;
    }

    private long size() {
        return elements("*").stream().filter(ScopeParts::isNode).count();
    }

    /** The file as text. */
    String text() {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(xml), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }

    /** The process itself. */
    public Element process() {
        return elements("process").get(0);
    }

    /** What people call the process; empty when it has no name. */
    public String title() {
        return process().getAttribute("name");
    }

    /** Everything that is drawn as a shape. */
    public List<Element> nodes() {
        return elements("*").stream()
                .filter(e -> NODES.contains(e.getLocalName()))
                .toList();
    }

    /** Every element with that local name, {@code *} for any, in the order of the file. */
    public List<Element> elements(String localName) {
        return list(xml.getElementsByTagNameNS("*", localName));
    }

    /** What elements with that local name say in one of the engine's own attributes, by whatever prefix: the forms of tasks. */
    public Set<String> engineValues(String localName, String attribute) {
        return elements(localName).stream()
                .map(element -> element.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, attribute))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where each element is drawn, by its id. */
    public Map<String, Rectangle2D> shapes() {
        Map<String, Rectangle2D> shapes = new LinkedHashMap<>();
        for (Element shape : elements("BPMNShape")) {
            shapes.put(shape.getAttribute("bpmnElement"), bounds(child(shape, "Bounds")));
        }
        return shapes;
    }

    /** Corners of each line, by the id of its flow. */
    public Map<String, List<Point2D>> lines() {
        Map<String, List<Point2D>> lines = new LinkedHashMap<>();
        for (Element edge : elements("BPMNEdge")) {
            lines.put(
                    edge.getAttribute("bpmnElement"),
                    children(edge, "waypoint").stream().map(DrawnProcess::point).toList());
        }
        return lines;
    }

    /** Where the words of a shape or line stand, by the id of the element. */
    public Map<String, Rectangle2D> labels() {
        Map<String, Rectangle2D> labels = new LinkedHashMap<>();
        for (Element label : elements("BPMNLabel")) {
            Element bounds = child(label, "Bounds");
            if (bounds != null) {
                labels.put(((Element) label.getParentNode()).getAttribute("bpmnElement"), bounds(bounds));
            }
        }
        return labels;
    }

    /** The element called {@code id}, or null. */
    public Element find(String id) {
        return elements("*").stream().filter(e -> id(e).equals(id)).findFirst().orElse(null);
    }

    /** The element's id; empty when it has none. */
    public static String id(Element element) {
        return element.getAttribute("id");
    }

    /** True when the element has a child with that local name. */
    public static boolean has(Element element, String childName) {
        return child(element, childName) != null;
    }

    /** The first child with that local name, or null. */
    public static Element child(Element element, String localName) {
        List<Element> found = children(element, localName);
        return found.isEmpty() ? null : found.get(0);
    }

    /** All children. */
    static List<Element> children(Element element) {
        return list(element.getChildNodes());
    }

    /** The children with that local name. */
    public static List<Element> children(Element element, String localName) {
        return children(element).stream()
                .filter(e -> localName.equals(e.getLocalName()))
                .toList();
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

    /** The document; {@link IllegalArgumentException} as for the constructor. */
    static Document parse(String content) {
        try {
            // The machine's own, which knows the limit.
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("Not a diagram", e);
        }
    }
}
