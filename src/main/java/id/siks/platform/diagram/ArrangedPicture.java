package id.siks.platform.diagram;

import static id.siks.platform.diagram.DrawnProcess.id;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes an {@link Arrangement} into the file of its process. */
final class ArrangedPicture {

    private final Document xml;
    private final Element plane;

    private ArrangedPicture(Document xml, Element process) {
        this.xml = xml;
        Element diagram = add(xml.getDocumentElement(), BpmnModelConstants.BPMNDI_NS, "bpmndi:BPMNDiagram");
        diagram.setAttribute("id", id(process) + "-diagram");
        this.plane = add(diagram, BpmnModelConstants.BPMNDI_NS, "bpmndi:BPMNPlane");
        drawn(plane, process, "-plane");
    }

    /** Gives a picture to the process of a file. */
    static void drawInto(Document xml, Element process) {
        new Arrangement(process).draw(new Point(), new ArrangedPicture(xml, process));
    }

    /**
     * An element at its place.
     *
     * @param words where its words stand beside it, or null
     */
    void shape(Element node, Rectangle place, Rectangle words) {
        Element shape = add(plane, BpmnModelConstants.BPMNDI_NS, "bpmndi:BPMNShape");
        drawn(shape, node, "-shape");
        if (ScopeParts.isScope(node)) {
            shape.setAttribute("isExpanded", "true");
        }
        bounds(shape, place);
        label(shape, words);
    }

    /**
     * A flow along its points.
     *
     * @param words where its words stand, or null
     */
    void line(Element flow, List<Point> points, Rectangle words) {
        Element edge = add(plane, BpmnModelConstants.BPMNDI_NS, "bpmndi:BPMNEdge");
        drawn(edge, flow, "-edge");
        for (Point point : points) {
            Element waypoint = add(edge, BpmnModelConstants.DI_NS, "di:waypoint");
            waypoint.setAttribute("x", Integer.toString(point.x));
            waypoint.setAttribute("y", Integer.toString(point.y));
        }
        label(edge, words);
    }

    private void label(Element owner, Rectangle words) {
        if (words != null) {
            bounds(add(owner, BpmnModelConstants.BPMNDI_NS, "bpmndi:BPMNLabel"), words);
        }
    }

    private void bounds(Element owner, Rectangle place) {
        Element bounds = add(owner, BpmnModelConstants.DC_NS, "dc:Bounds");
        bounds.setAttribute("x", Integer.toString(place.x));
        bounds.setAttribute("y", Integer.toString(place.y));
        bounds.setAttribute("width", Integer.toString(place.width));
        bounds.setAttribute("height", Integer.toString(place.height));
    }

    private static void drawn(Element picture, Element drawn, String ending) {
        picture.setAttribute("id", id(drawn) + ending);
        picture.setAttribute("bpmnElement", id(drawn));
    }

    private Element add(Element parent, String space, String name) {
        Element child = xml.createElementNS(space, name);
        parent.appendChild(child);
        return child;
    }
}
