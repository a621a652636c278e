package id.siks.platform.diagram;

import id.siks.platform.diagram.ArrangedGrid.Spread;
import id.siks.platform.diagram.ScopeParts.Flow;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * A picture for a process that came without one: from left to right by the way from the beginning, flows at right angles. A
 * flow to the next column goes through the gap between the two; any other goes below everything and comes up again before its
 * target, so that no flow runs through an element. A part of the process is an arrangement within; everything is measured
 * from the corner of its own scope.
 */
final class Arrangement {

    private static final int GAP_X = 150;
    private static final int GAP_Y = 110;
    private static final int PAD = 40;
    private static final int LANE = 18;
    private static final int STEP = 8;
    private static final int TURNS = 5;
    /** From one event at an edge to the next. */
    private static final int ASIDE = 96;

    private static final int LEAST = 100;

    private final ScopeParts parts;
    private final Map<Element, Arrangement> within = new LinkedHashMap<>();
    private final ArrangedGrid grid;
    private final Spread left;
    private final Spread top;
    /** Flows that go below everything, each with the number of its lane from above. */
    private final Map<Flow, Integer> lanes = new HashMap<>();
    /** Above how many points of words for the same end those of a flow to the next column stand. */
    private final Map<Flow, Integer> raised = new HashMap<>();

    private final Map<Element, Rectangle> shapes = new LinkedHashMap<>();
    private int width;
    private int height;

    Arrangement(Element scope) {
        this.parts = ScopeParts.of(scope);
        DrawnProcess.children(scope).stream()
                .filter(ScopeParts::isScope)
                .forEach(part -> within.put(part, new Arrangement(part)));
        this.grid = ArrangedGrid.of(parts);
        this.left = Spread.of(grid.column(), node -> ArrangedWords.room(node, size(node).width), PAD, GAP_X);
        this.top = Spread.of(grid.row(), node -> size(node).height, PAD, GAP_Y);
        assign();
        this.width = Math.max(left.end() + PAD, LEAST);
        this.height = Math.max(top.end() + lanes.size() * LANE + PAD, LEAST);
        parts.nodes().forEach(this::put);
        parts.edges().forEach(this::putAtEdge);
        putApart();
    }

    /** Gives each flow its own place beside the others. */
    private void assign() {
        Map<Element, Integer> heights = new HashMap<>();
        for (Flow flow : parts.flows()) {
            if (isNext(flow)) {
                int above = ArrangedWords.height(flow.element());
                raised.put(flow, heights.merge(flow.target(), above, Integer::sum) - above);
            } else {
                lanes.put(flow, lanes.size() + 1);
            }
        }
    }

    private void put(Element node) {
        Dimension size = size(node);
        int x = left.middle(grid.column().get(node), size.width);
        shapes.put(node, new Rectangle(x, top.middle(grid.row().get(node), size.height), size.width, size.height));
    }

    /** Events at the edge of one element stand beside each other on its lower side. */
    private void putAtEdge(Element host, List<Element> events) {
        Rectangle place = shapes.get(host);
        for (int i = 0; i < events.size(); i++) {
            Dimension size = size(events.get(i));
            // Thousands of events make the element so wide that an int does not hold the product.
            int middle = place.x + (int) ((long) place.width * (i + 1) / (events.size() + 1));
            int y = place.y + place.height - size.height / 2;
            shapes.put(events.get(i), new Rectangle(middle - size.width / 2, y, size.width, size.height));
        }
    }

    /** What begins by an event stands below everything else, one part beside the other. */
    private void putApart() {
        int x = PAD;
        int y = height;
        for (Element part : parts.apart()) {
            Dimension size = size(part);
            shapes.put(part, new Rectangle(x, y, size.width, size.height));
            x += size.width + PAD;
            width = Math.max(width, x);
            height = Math.max(height, y + size.height + PAD);
        }
    }

    /** Wide enough for the events at its edge. */
    private Dimension size(Element node) {
        Arrangement inner = within.get(node);
        Dimension own = inner == null ? ArrangedWords.size(node) : new Dimension(inner.width, inner.height);
        int events = parts.atEdge(node).size();
        return events > 1 ? new Dimension(Math.max(own.width, (events + 1) * ASIDE), own.height) : own;
    }

    private boolean isNext(Flow flow) {
        return column(flow.target()) == column(flow.source()) + 1;
    }

    private int column(Element node) {
        return grid.column().get(parts.host(node));
    }

    /** Draws everything of the scope, whose corner is here. */
    void draw(Point corner, ArrangedPicture picture) {
        shapes.forEach((node, place) -> {
            Rectangle at = moved(place, corner);
            picture.shape(node, at, moved(ArrangedWords.below(node, place, lowest(node)), corner));
            if (within.containsKey(node)) {
                within.get(node).draw(at.getLocation(), picture);
            }
        });
        for (int i = 0; i < parts.flows().size(); i++) {
            Flow flow = parts.flows().get(i);
            List<Point> points = route(flow, STEP * (i % TURNS));
            picture.line(
                    flow.element(),
                    points.stream().map(point -> moved(point, corner)).toList(),
                    moved(words(flow), corner));
        }
    }

    /** Below what the words of an element may stand: flows leave an event at an edge downwards and then to the side. */
    private int lowest(Element node) {
        Rectangle place = shapes.get(node);
        return parts.hosts().containsKey(node) ? turn(node, STEP * TURNS) : place.y + place.height;
    }

    private List<Point> route(Flow flow, int aside) {
        Rectangle target = shapes.get(flow.target());
        List<Point> points = new ArrayList<>(exit(flow.source(), aside));
        int away = left.endOf(column(flow.source())) + 2 * STEP + aside;
        int last = points.get(points.size() - 1).y;
        points.add(new Point(away, last));
        if (!isNext(flow)) {
            int near = left.at()[column(flow.target())] - 2 * STEP - aside / 2;
            points.add(new Point(away, lane(flow)));
            points.add(new Point(near, lane(flow)));
            points.add(new Point(near, middle(target)));
        } else {
            points.add(new Point(away, middle(target)));
        }
        points.add(new Point(target.x, middle(target)));
        return straight(points);
    }

    /** The first points of a flow: to the right, but from an event at an edge downwards. */
    private List<Point> exit(Element source, int aside) {
        Rectangle place = shapes.get(source);
        if (!parts.hosts().containsKey(source)) {
            return List.of(new Point(place.x + place.width, middle(place)));
        }
        int x = place.x + place.width / 2;
        return List.of(new Point(x, place.y + place.height), new Point(x, turn(source, aside)));
    }

    /** Where a flow from an event at an edge turns, in the gap below the row. */
    private int turn(Element event, int aside) {
        int row = grid.row().get(parts.host(event));
        return top.endOf(row) + shapes.get(event).height / 2 + STEP + aside / 2;
    }

    private int lane(Flow flow) {
        return top.end() + LANE * lanes.get(flow);
    }

    /**
     * Where the words of a flow stand: above its last stretch and those of others that end there, or upon its lane where
     * nothing comes down.
     */
    private Rectangle words(Flow flow) {
        int column = column(flow.source());
        if (isNext(flow)) {
            int x = left.endOf(column) + (2 + TURNS) * STEP;
            return ArrangedWords.above(flow.element(), x, middle(shapes.get(flow.target())) - raised.get(flow));
        }
        boolean goesOn = column(flow.target()) > column;
        return ArrangedWords.on(flow.element(), left.at()[goesOn ? column + 1 : column], lane(flow));
    }

    private static int middle(Rectangle place) {
        return place.y + place.height / 2;
    }

    private static Point moved(Point point, Point corner) {
        return new Point(point.x + corner.x, point.y + corner.y);
    }

    private static Rectangle moved(Rectangle place, Point corner) {
        return place == null ? null : new Rectangle(moved(place.getLocation(), corner), place.getSize());
    }

    /** Without points in which nothing turns. */
    private static List<Point> straight(List<Point> points) {
        List<Point> turning = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean end = i == 0 || i == points.size() - 1;
            if (end || !isBetween(points.get(i - 1), points.get(i), points.get(i + 1))) {
                turning.add(points.get(i));
            }
        }
        return turning;
    }

    private static boolean isBetween(Point before, Point point, Point after) {
        return before.x == point.x && point.x == after.x || before.y == point.y && point.y == after.y;
    }
}
