package id.siks.platform.diagram;

import java.awt.Dimension;
import java.awt.Rectangle;
import org.w3c.dom.Element;

/** How much room the elements of an arrangement take, and where their words stand; null for what has none beside it. */
final class ArrangedWords {

    private static final int WIDTH = 90;
    private static final int LINE = 14;
    private static final int LETTER = 7;
    private static final int GAP = 4;
    private static final Dimension BOX = new Dimension(100, 80);
    private static final Dimension DIAMOND = new Dimension(50, 50);
    private static final Dimension CIRCLE = new Dimension(36, 36);

    private ArrangedWords() {}

    static Dimension size(Element node) {
        String kind = node.getLocalName();
        return kind.endsWith("Event") ? CIRCLE : kind.endsWith("Gateway") ? DIAMOND : BOX;
    }

    /** How wide the element is together with the words below it. */
    static int room(Element node, int width) {
        return isBeside(node) ? Math.max(width, WIDTH) : width;
    }

    /** The words of an event or a gateway. */
    static Rectangle below(Element node, Rectangle place, int lowest) {
        return isBeside(node)
                ? new Rectangle(place.x + (place.width - WIDTH) / 2, lowest + GAP, WIDTH, lines(node) * LINE)
                : null;
    }

    /** How high the words of a flow are that stand above a line. */
    static int height(Element flow) {
        return lines(flow) * LINE;
    }

    /** The words of a flow that stand above a line. */
    static Rectangle above(Element flow, int x, int line) {
        int height = height(flow);
        return height == 0 ? null : new Rectangle(x, line - height - GAP, WIDTH, height);
    }

    /** The words of a flow in one row upon a line. */
    static Rectangle on(Element flow, int x, int line) {
        String name = flow.getAttribute("name");
        return name.isEmpty() ? null : new Rectangle(x, line - LINE - 1, name.length() * LETTER, LINE);
    }

    private static boolean isBeside(Element node) {
        return lines(node) > 0 && size(node) != BOX;
    }

    private static int lines(Element part) {
        return (part.getAttribute("name").length() * LETTER + WIDTH - 1) / WIDTH;
    }
}
