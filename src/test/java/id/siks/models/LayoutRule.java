package id.siks.models;

import static id.siks.models.Diagram.id;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** The drawing is complete and readable: no shape on another, no line through a shape, no line across another. */
final class LayoutRule implements ModelRule {

    private static final double TOUCH = 2;

    @Override
    public List<String> faults(Diagram diagram) {
        List<String> faults = new ArrayList<>();
        Map<String, Rectangle2D> shapes = diagram.shapes();
        Map<String, List<Point2D>> lines = diagram.lines();
        diagram.nodes().stream()
                .filter(n -> !shapes.containsKey(id(n)))
                .forEach(n -> faults.add(id(n) + " is not drawn"));
        diagram.flows().stream()
                .filter(f -> !lines.containsKey(id(f)))
                .forEach(f -> faults.add(id(f) + " is not drawn"));
        overlaps(diagram, shapes, faults);
        for (Element flow : diagram.flows()) {
            through(diagram, flow, faults);
            across(diagram, flow, faults);
        }
        return faults;
    }

    private static void overlaps(Diagram diagram, Map<String, Rectangle2D> shapes, List<String> faults) {
        List<String> ids = List.copyOf(shapes.keySet());
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                String one = ids.get(i);
                String other = ids.get(j);
                if (!belong(diagram, one, other) && shapes.get(one).intersects(shapes.get(other))) {
                    faults.add(one + " lies on " + other);
                }
            }
        }
    }

    private static void through(Diagram diagram, Element flow, List<String> faults) {
        Set<String> ends = Set.of(flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"));
        diagram.shapes().forEach((shape, bounds) -> {
            boolean mine = ends.contains(shape) || ends.stream().anyMatch(end -> belong(diagram, shape, end));
            if (!mine && segments(diagram, id(flow)).stream().anyMatch(s -> s.intersects(inner(bounds)))) {
                faults.add(id(flow) + " runs through " + shape);
            }
        });
    }

    private static void across(Diagram diagram, Element flow, List<String> faults) {
        for (Element other : diagram.flows()) {
            boolean later = id(flow).compareTo(id(other)) < 0;
            if (later
                    && segments(diagram, id(flow)).stream()
                            .anyMatch(a -> segments(diagram, id(other)).stream().anyMatch(b -> cross(a, b)))) {
                faults.add(id(flow) + " crosses " + id(other));
            }
        }
    }

    // Lines that meet at an end join; only those that pass each other cross.
    private static boolean cross(Line2D a, Line2D b) {
        return a.intersectsLine(b)
                && apart(a.getP1(), b)
                && apart(a.getP2(), b)
                && apart(b.getP1(), a)
                && apart(b.getP2(), a);
    }

    private static boolean apart(Point2D end, Line2D line) {
        return line.ptSegDist(end) > TOUCH;
    }

    private static List<Line2D> segments(Diagram diagram, String flow) {
        List<Point2D> corners = diagram.lines().getOrDefault(flow, List.of());
        List<Line2D> segments = new ArrayList<>();
        for (int i = 1; i < corners.size(); i++) {
            segments.add(new Line2D.Double(corners.get(i - 1), corners.get(i)));
        }
        return segments;
    }

    private static Rectangle2D inner(Rectangle2D bounds) {
        return new Rectangle2D.Double(
                bounds.getX() + TOUCH,
                bounds.getY() + TOUCH,
                bounds.getWidth() - 2 * TOUCH,
                bounds.getHeight() - 2 * TOUCH);
    }

    /** True when one contains the other or sits on its border by right. */
    private static boolean belong(Diagram diagram, String one, String other) {
        return holds(diagram.find(one), diagram.find(other)) || holds(diagram.find(other), diagram.find(one));
    }

    private static boolean holds(Element outer, Element inner) {
        if (outer == null || inner == null) {
            return false;
        }
        if (inner.getAttribute("attachedToRef").equals(id(outer))) {
            return true;
        }
        for (var parent = inner.getParentNode(); parent instanceof Element element; parent = element.getParentNode()) {
            if (element == outer) {
                return true;
            }
        }
        return false;
    }
}
