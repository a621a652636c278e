package id.siks.platform.diagram;

import static id.siks.platform.diagram.DrawnProcess.id;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A diagram as SVG, drawn from its own coordinates; what has none is left out, and a diagram that has none at all is arranged.
 * Words of the diagram are escaped.
 */
public final class Picture {

    private static final int MARGIN = 20;
    private static final int LINE = 14;
    private static final double LETTER = 6.2;
    private static final int GAP = 3;
    private static final int PLATE = 18;
    private static final int ROWS = 10;
    private static final int SHIFTS = 24;
    private static final String INK = "#22303c";

    private final DrawnProcess diagram;
    private final Map<String, Mark> marks;
    private final List<Rectangle2D> plates = new ArrayList<>();
    private final StringBuilder svg = new StringBuilder();

    private Picture(DrawnProcess diagram, Map<String, Mark> marks) {
        this.diagram = diagram;
        this.marks = marks;
    }

    /** The diagram as it is. */
    public static String of(DrawnProcess diagram) {
        return of(diagram, Map.of());
    }

    /** The diagram with marks at some of its tasks, events and gateways, by their ids. */
    public static String of(DrawnProcess diagram, Map<String, Mark> marks) {
        return new Picture(diagram.pictured(), marks).draw();
    }

    /**
     * What is said of a task, an event or a gateway.
     *
     * @param fill colour of its shape, for example {@code #fbe3e1}
     * @param above words at its upper edge, or null
     * @param below words at its lower edge, or null
     */
    public record Mark(String fill, String above, String below) {}

    private String draw() {
        List<Element> nodes =
                diagram.nodes().stream().filter(n -> at(n) != null).toList();
        nodes.stream().filter(Picture::isOpen).forEach(this::box);
        diagram.lines().values().forEach(this::line);
        nodes.stream().filter(n -> !isOpen(n)).forEach(this::node);
        nodes.forEach(this::tags);
        diagram.labels().forEach((element, place) -> label(diagram.find(element), place));
        add("</svg>");
        String drawn = svg.toString();
        svg.setLength(0);
        // Last, because where the plates stand decides how large the picture is.
        begin(frame());
        return svg + drawn;
    }

    private void begin(Rectangle2D all) {
        String box = numbers(all.getX(), all.getY(), all.getWidth(), all.getHeight());
        add("<svg xmlns='http://www.w3.org/2000/svg' viewBox='" + box
                + "' width='" + numbers(all.getWidth()) + "' height='" + numbers(all.getHeight())
                + "' font-family='sans-serif' font-size='12' fill='none' stroke='" + INK + "' stroke-width='1.5'>");
        add("<title>" + escape(diagram.process().getAttribute("name")) + "</title>");
        add("<defs><marker id='arrow' viewBox='0 0 10 10' refX='9' refY='5' markerWidth='7' markerHeight='7'"
                + " orient='auto'><path d='M0 0L10 5L0 10z' fill='" + INK + "' stroke='none'/></marker></defs>");
        rectangle(all, "fill='#fff' stroke='none'");
    }

    private Rectangle2D frame() {
        List<Rectangle2D> parts = new ArrayList<>(diagram.shapes().values());
        parts.addAll(diagram.labels().values());
        parts.addAll(plates);
        for (List<Point2D> corners : diagram.lines().values()) {
            corners.forEach(c -> parts.add(new Rectangle2D.Double(c.getX(), c.getY(), 0, 0)));
        }
        Rectangle2D all = parts.stream().reduce(Rectangle2D::createUnion).orElseGet(Rectangle2D.Double::new);
        return new Rectangle2D.Double(
                all.getX() - MARGIN, all.getY() - MARGIN, all.getWidth() + 2 * MARGIN, all.getHeight() + 2 * MARGIN);
    }

    private void line(List<Point2D> corners) {
        String points = String.join(
                " ", corners.stream().map(c -> numbers(c.getX(), c.getY())).toList());
        add("<polyline points='" + points + "' marker-end='url(#arrow)'/>");
    }

    private void node(Element node) {
        String kind = node.getLocalName();
        if (kind.endsWith("Event")) {
            event(node);
        } else if (kind.endsWith("Gateway")) {
            gateway(node);
        } else {
            box(node);
        }
    }

    private void event(Element node) {
        Rectangle2D at = at(node);
        boolean end = node.getLocalName().equals("endEvent");
        String line = "stroke-width='" + (end ? "3'" : "1.5'") + (goesOn(node) ? " stroke-dasharray='4 3'" : "");
        circle(at, at.getWidth() / 2, fill(node, "#fff"), line);
        if (!end && !node.getLocalName().equals("startEvent")) {
            circle(at, at.getWidth() / 2 - 3, fill(node, "#fff"), line);
        }
        mark(eventMark(node), at);
    }

    /** True for an event that interrupts nothing. */
    private static boolean goesOn(Element event) {
        return "false".equals(event.getAttribute("cancelActivity"))
                || "false".equals(event.getAttribute("isInterrupting"));
    }

    private void circle(Rectangle2D at, double radius, String fill, String line) {
        add("<circle cx='%s' cy='%s' r='%s' fill='%s' %s/>"
                .formatted(numbers(at.getCenterX()), numbers(at.getCenterY()), numbers(radius), fill, line));
    }

    private String fill(Element node, String plain) {
        Mark mark = marks.get(id(node));
        return mark == null ? plain : mark.fill();
    }

    private void gateway(Element node) {
        Rectangle2D at = at(node);
        String corners = String.join(
                " ",
                numbers(at.getCenterX(), at.getMinY()),
                numbers(at.getMaxX(), at.getCenterY()),
                numbers(at.getCenterX(), at.getMaxY()),
                numbers(at.getMinX(), at.getCenterY()));
        add("<polygon points='" + corners + "' fill='" + fill(node, "#fff") + "'/>");
        mark(
                switch (node.getLocalName()) {
                    case "exclusiveGateway" -> "×";
                    case "parallelGateway" -> "+";
                    default -> "○";
                },
                at);
    }

    private void box(Element node) {
        Rectangle2D at = at(node);
        String fill = fill(node, node.getLocalName().equals("userTask") ? "#e8f1fa" : "#fff");
        String dash = "true".equals(node.getAttribute("triggeredByEvent")) ? " stroke-dasharray='2 4'" : "";
        rectangle(at, "rx='8' fill='" + fill + "'" + dash);
        List<String> lines = wrap(node.getAttribute("name"), at.getWidth() - 8);
        double top = isOpen(node) ? at.getY() + LINE + 4 : at.getCenterY() - (lines.size() - 1) * LINE / 2.0 + 4;
        words(lines, at.getCenterX(), top);
        if (DrawnProcess.has(node, "multiInstanceLoopCharacteristics")) {
            bars(at);
        }
    }

    private void tags(Element node) {
        Mark mark = marks.get(id(node));
        if (mark != null) {
            tag(mark.above(), node, at(node).getMinY(), -1);
            tag(mark.below(), node, at(node).getMaxY(), 1);
        }
    }

    /** Words on a small plate across an edge of a box, or beyond that edge where it would cover something else. */
    private void tag(String words, Element node, double edge, int outwards) {
        if (words != null) {
            double width = words.length() * LETTER + 12;
            Rectangle2D across =
                    new Rectangle2D.Double(at(node).getCenterX() - width / 2, edge - PLATE / 2.0, width, PLATE);
            Rectangle2D plate = places(across, at(node), outwards)
                    .filter(place -> obstacles(node).noneMatch(place::intersects))
                    .findFirst()
                    .orElse(across);
            plates.add(plate);
            rectangle(plate, "rx='9' fill='#fff' stroke-width='1'");
            text(words, plate.getCenterX(), plate.getCenterY() + 4, 12);
        }
    }

    /** Where a plate may stand: across the edge and ever farther to its sides, then the same ever farther out. */
    private static Stream<Rectangle2D> places(Rectangle2D across, Rectangle2D box, int outwards) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> across.getY() + outwards * row * (PLATE / 2.0 + GAP))
                .flatMap(y -> IntStream.range(0, SHIFTS)
                        .mapToDouble(i -> across.getX() + (i % 2 == 0 ? i : -i - 1) * (double) PLATE / 2)
                        .filter(x -> x + PLATE <= box.getMaxX() && x + across.getWidth() - PLATE >= box.getMinX())
                        .mapToObj(x -> new Rectangle2D.Double(x, y, across.getWidth(), PLATE)));
    }

    /** What no plate of a box may cover: other shapes but those it stands in, all words beside shapes, other plates. */
    private Stream<Rectangle2D> obstacles(Element node) {
        Stream<Rectangle2D> others = diagram.nodes().stream()
                .filter(other -> !other.equals(node) && !isOpen(other))
                .map(this::at)
                .filter(Objects::nonNull);
        return Stream.of(others, diagram.labels().values().stream(), plates.stream())
                .flatMap(Function.identity());
    }

    /** Three bars at the lower edge: once for each of many. */
    private void bars(Rectangle2D at) {
        for (int x = -4; x <= 4; x += 4) {
            String ends = numbers(at.getCenterX() + x, at.getMaxY() - 12, at.getCenterX() + x, at.getMaxY() - 3);
            add("<polyline points='" + ends + "'/>");
        }
    }

    private void rectangle(Rectangle2D at, String look) {
        add("<rect x='%s' y='%s' width='%s' height='%s' %s/>"
                .formatted(
                        numbers(at.getX()), numbers(at.getY()), numbers(at.getWidth()), numbers(at.getHeight()), look));
    }

    private void label(Element element, Rectangle2D place) {
        if (element != null) {
            String name = element.getAttribute("name");
            // A place one line high stands beside a flow: a second line would run into it.
            List<String> lines =
                    place.getHeight() < 2 * LINE - 1 ? List.of(name) : wrap(name, Math.max(90, place.getWidth()));
            words(lines, place.getCenterX(), place.getY() + 11);
        }
    }

    private void words(List<String> lines, double x, double y) {
        for (int i = 0; i < lines.size(); i++) {
            text(lines.get(i), x, y + i * LINE, 12);
        }
    }

    private void mark(String mark, Rectangle2D at) {
        text(mark, at.getCenterX(), at.getCenterY() + 7, 20);
    }

    private void text(String words, double x, double y, int size) {
        add("<text x='%s' y='%s' text-anchor='middle' font-size='%d' fill='%s' stroke='none'>%s</text>"
                .formatted(numbers(x), numbers(y), size, INK, escape(words)));
    }

    private Rectangle2D at(Element node) {
        return diagram.shapes().get(id(node));
    }

    private static boolean isOpen(Element node) {
        return node.getLocalName().equals("subProcess");
    }

    private static String eventMark(Element node) {
        if (DrawnProcess.has(node, "messageEventDefinition")) {
            return "✉";
        }
        if (DrawnProcess.has(node, "timerEventDefinition")) {
            return "◷";
        }
        if (DrawnProcess.has(node, "escalationEventDefinition")) {
            return "▲";
        }
        return DrawnProcess.has(node, "errorEventDefinition") ? "ϟ" : "";
    }

    private static List<String> wrap(String words, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (longer.length() * LETTER > width && !line.isEmpty()) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private static String numbers(double... values) {
        List<String> words = new ArrayList<>();
        for (double value : values) {
            words.add(String.format(Locale.ROOT, "%.0f", value));
        }
        return String.join(" ", words);
    }

    private void add(String element) {
        svg.append(element).append('\n');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
