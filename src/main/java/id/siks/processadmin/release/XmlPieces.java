package id.siks.processadmin.release;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.engine.DrawnTasks;
import id.siks.processadmin.release.Differences.Piece;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The parts of a diagram or a decision table: every element with an id, with what stands in it that has none, and with the words
 * in it even where they have.
 */
final class XmlPieces {

    private static final Set<String> TOLD_BY_OTHERS = Set.of("incoming", "outgoing");
    /** What a table answers depends on the order of its rows; that of its columns is how people read it. */
    private static final Set<String> HAVE_TURNS = Set.of("rule", "input", "output");

    /** What an attribute says where it is not written, by BPMN, DMN and the engine: an editor drops it when it saves. */
    private static final Map<String, String> UNWRITTEN = Map.ofEntries(
            Map.entry("isInterrupting", "true"),
            Map.entry("cancelActivity", "true"),
            Map.entry("triggeredByEvent", "false"),
            Map.entry("isSequential", "false"),
            Map.entry("isForCompensation", "false"),
            Map.entry("startQuantity", "1"),
            Map.entry("completionQuantity", "1"),
            Map.entry("instantiate", "false"),
            Map.entry("eventGatewayType", "Exclusive"),
            Map.entry("gatewayDirection", "Unspecified"),
            Map.entry("processType", "None"),
            Map.entry("isClosed", "false"),
            Map.entry("asyncBefore", "false"),
            Map.entry("asyncAfter", "false"),
            Map.entry("exclusive", "true"),
            Map.entry("hitPolicy", "UNIQUE"),
            Map.entry("preferredOrientation", "Rule-as-Row"));

    private static final String SUBPROCESS = "subProcess";

    private static final String DRAWING = "/DI";

    private XmlPieces() {}

    /** By id, in the order of the file. The file has been checked. */
    static Map<String, Piece> of(DrawnProcess file) {
        Map<String, String> places = new TreeMap<>();
        file.elements("BPMNShape").forEach(shape -> places.put(shape.getAttribute("bpmnElement"), place(shape)));
        file.elements("BPMNEdge").forEach(edge -> places.put(edge.getAttribute("bpmnElement"), place(edge)));
        Set<String> choices =
                file.elements("exclusiveGateway").stream().map(DrawnProcess::id).collect(Collectors.toSet());
        Map<String, Piece> pieces = new LinkedHashMap<>();
        for (Element element : file.elements("*")) {
            String id = DrawnProcess.id(element);
            if (!id.isEmpty() && !isDrawing(element) && !isWords(element)) {
                Map<String, String> properties = new TreeMap<>();
                gather(element, "", properties);
                if (element.getParentNode() instanceof Element around && SUBPROCESS.equals(around.getLocalName())) {
                    properties.put(SUBPROCESS, DrawnProcess.id(around));
                }
                String title = title(element, properties);
                String part = element.getLocalName();
                pieces.put(id, new Piece(part, title, properties, places.getOrDefault(id, ""), row(element, choices)));
            }
        }
        return pieces;
    }

    // A choice asks the conditions of its flows one after the other.
    private static String row(Element element, Set<String> choices) {
        String part = element.getLocalName();
        String from = element.getAttribute("sourceRef");
        if (part.equals("sequenceFlow") && choices.contains(from)) {
            return part + " " + from;
        }
        return HAVE_TURNS.contains(part) ? part : "";
    }

    // A cell of a table is called by what stands in it.
    private static String title(Element element, Map<String, String> properties) {
        String name = element.getAttribute("name") + element.getAttribute("label");
        return name.isEmpty() ? properties.getOrDefault("text", properties.getOrDefault("description", "")) : name;
    }

    private static void gather(Element element, String path, Map<String, String> properties) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (saysSomething(attribute)) {
                properties.put(path + attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        Map<String, Integer> seen = new TreeMap<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && isPartOf(inner)) {
                int number = seen.merge(inner.getLocalName(), 1, Integer::sum);
                String name = path + inner.getLocalName() + (number > 1 ? " " + number : "");
                if (isWords(inner)) {
                    properties.put(name, inner.getTextContent().strip());
                }
                gather(inner, name + ".", properties);
            }
        }
    }

    /** False for an id, for what holds unwritten too, and for a word there is only one of: the value beside it tells. */
    private static boolean saysSomething(Attr attribute) {
        String name = attribute.getNodeName();
        return !name.equals("id")
                && !name.startsWith("xmlns")
                && !attribute.getValue().equals(UNWRITTEN.get(attribute.getLocalName()))
                && !isOnlyWord(attribute);
    }

    private static boolean isOnlyWord(Attr attribute) {
        String of = attribute.getOwnerElement().getLocalName();
        return switch (attribute.getLocalName()) {
            case "name" -> of.equals("property") && attribute.getValue().equals(DrawnTasks.SHOWS);
            case "type" -> attribute.getValue().endsWith("tFormalExpression");
            default -> false;
        };
    }

    private static boolean isPartOf(Element inner) {
        return (DrawnProcess.id(inner).isEmpty() || isWords(inner))
                && !TOLD_BY_OTHERS.contains(inner.getLocalName())
                && !isDrawing(inner);
    }

    /** True for what holds nothing but words: a condition, a time, what an element is for. */
    private static boolean isWords(Element element) {
        return element.getElementsByTagName("*").getLength() == 0
                && !element.getTextContent().isBlank();
    }

    private static boolean isDrawing(Element element) {
        String space = String.valueOf(element.getNamespaceURI());
        return space.endsWith(DRAWING) || space.endsWith("/DC") || space.endsWith("DI/");
    }

    /** Everything its drawing says of where it and its words are, and how large. */
    private static String place(Element drawn) {
        StringBuilder place = new StringBuilder();
        for (String kind : List.of("Bounds", "waypoint")) {
            NodeList points = drawn.getElementsByTagNameNS("*", kind);
            for (int i = 0; i < points.getLength(); i++) {
                Element point = (Element) points.item(i);
                for (String number : List.of("x", "y", "width", "height")) {
                    place.append(point.getAttribute(number)).append(' ');
                }
            }
        }
        return place.toString();
    }
}
