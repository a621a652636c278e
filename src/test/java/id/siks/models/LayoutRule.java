package id.siks.models;

import static id.siks.models.Diagram.id;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The drawing is complete and readable: no shape on another, no line through a shape, no line across another. */
final class LayoutRule implements ModelRule {

    private static final double TOUCH = 2;

    @Override
    public List<String> faults(Diagram diagram) {
        List<String> faults = new ArrayList<>();
        Map<String, Rectangle2D> shapes = diagram.shapes();
        Map<String, List<Line2D>> lines = segments(diagram);
        diagram.nodes().stream()
                .filter(n -> !shapes.containsKey(id(n)))
                .forEach(n -> faults.add(id(n) + " is not drawn"));
        diagram.flows().stream()
                .filter(f -> !lines.containsKey(id(f)))
                .forEach(f -> faults.add(id(f) + " is not drawn"));
        overlaps(diagram, shapes, faults);
        for (Element flow : diagram.flows()) {
            List<Line2D> line = lines.getOrDefault(id(flow), List.of());
            shapes.forEach((shape, bounds) -> {
                if (line.stream().anyMatch(s -> s.intersects(inner(bounds))) && !isItsEnd(diagram, flow, shape)) {
                    faults.add(id(flow) + " runs through " + shape);
                }
            });
            lines.forEach((other, corners) -> {
                if (id(flow).compareTo(other) < 0 && cross(line, corners)) {
                    faults.add(id(flow) + " crosses " + other);
                }
            });
        }
        return faults;
    }

    private static void overlaps(Diagram diagram, Map<String, Rectangle2D> shapes, List<String> faults) {
        List<String> ids = List.copyOf(shapes.keySet());
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                String one = ids.get(i);
                String other = ids.get(j);
                if (shapes.get(one).intersects(shapes.get(other)) && !belong(diagram, one, other)) {
                    faults.add(one + " lies on " + other);
                }
            }
        }
    }

    private static boolean isItsEnd(Diagram diagram, Element flow, String shape) {
        return Stream.of(flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"))
                .anyMatch(end -> end.equals(shape) || belong(diagram, shape, end));
    }

    private static boolean cross(List<Line2D> line, List<Line2D> other) {
        return line.stream().anyMatch(a -> other.stream().anyMatch(b -> cross(a, b)));
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

    /** The straight pieces of each flow, by its id. */
    private static Map<String, List<Line2D>> segments(Diagram diagram) {
        Map<String, List<Point2D>> lines = diagram.lines();
        return diagram.flows().stream()
                .map(Diagram::id)
                .filter(lines::containsKey)
                .collect(Collectors.toMap(flow -> flow, flow -> segments(lines.get(flow))));
    }

    private static List<Line2D> segments(List<Point2D> corners) {
        return IntStream.range(1, corners.size())
                .<Line2D>mapToObj(i -> new Line2D.Double(corners.get(i - 1), corners.get(i)))
                .toList();
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
