package id.siks.platform.diagram;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What {@link Picture} draws, as lines and letters on a sheet of paper: sharp at every size. Marks of events, for which the
 * letters of paper have no signs, are drawn as small figures.
 */
public final class PaperPicture {

    private static final Color INK = Color.decode("#22303c");
    private static final float LINE = 1.5f;
    private static final double ARROW = 9;
    /** Share of a circle's radius by which a curve imitates a quarter of it. */
    private static final double QUARTER = 0.5523;

    private final Document svg;
    private final PDFont letters = new PDType1Font(FontName.HELVETICA);

    private PaperPicture(Document svg) {
        this.svg = svg;
    }

    /** The diagram as it is. */
    public static PaperPicture of(DrawnProcess diagram) {
        return new PaperPicture(DrawnProcess.parse(Picture.of(diagram)));
    }

    /** All there is to see, in the diagram's own units. */
    public Rectangle2D frame() {
        double[] box = numbers(svg.getDocumentElement().getAttribute("viewBox"));
        return new Rectangle2D.Double(box[0], box[1], box[2], box[3]);
    }

    /**
     * Draws a part of the picture, as large as it fits, in the middle of its place.
     *
     * @param window the part, in the diagram's own units
     * @param place in points from the upper left corner of the sheet
     * @param sheet height of the sheet in points
     */
    public void draw(PDPageContentStream ink, Rectangle2D window, Rectangle2D place, double sheet) throws IOException {
        double scale = Math.min(place.getWidth() / window.getWidth(), place.getHeight() / window.getHeight());
        double left = place.getX() + (place.getWidth() - window.getWidth() * scale) / 2;
        double top = place.getY() + (place.getHeight() - window.getHeight() * scale) / 2;
        ink.saveGraphicsState();
        // Paper counts from below.
        AffineTransform turned = new AffineTransform(scale, 0, 0, -scale, left, sheet - top);
        turned.translate(-window.getX(), -window.getY());
        ink.transform(new Matrix(turned));
        box(ink, window);
        ink.clip();
        NodeList all = svg.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            draw(ink, (Element) all.item(i));
        }
        ink.restoreGraphicsState();
    }

    private void draw(PDPageContentStream ink, Element part) throws IOException {
        switch (part.getLocalName()) {
            case "rect" -> {
                Rectangle2D at = new Rectangle2D.Double(
                        number(part, "x"), number(part, "y"), number(part, "width"), number(part, "height"));
                rounded(ink, at, part.hasAttribute("rx") ? number(part, "rx") : 0);
                paint(ink, part, true);
            }
            case "circle" -> {
                circle(ink, number(part, "cx"), number(part, "cy"), number(part, "r"));
                paint(ink, part, true);
            }
            case "polygon" -> {
                lines(ink, points(part));
                paint(ink, part, true);
            }
            case "polyline" -> {
                lines(ink, points(part));
                paint(ink, part, false);
                if (part.hasAttribute("marker-end")) {
                    arrow(ink, points(part));
                }
            }
            case "text" -> text(ink, part);
            default -> {
                // The sheet itself, its title and the shape of an arrow's head.
            }
        }
    }

    private static void paint(PDPageContentStream ink, Element part, boolean closed) throws IOException {
        boolean filled = part.getAttribute("fill").startsWith("#");
        boolean drawn = !part.getAttribute("stroke").equals("none");
        if (filled) {
            ink.setNonStrokingColor(colour(part.getAttribute("fill")));
        }
        ink.setStrokingColor(INK);
        ink.setLineWidth(part.hasAttribute("stroke-width") ? (float) number(part, "stroke-width") : LINE);
        float[] dash = dash(part);
        ink.setLineDashPattern(dash, 0);
        if (closed) {
            ink.closePath();
        }
        if (filled && drawn) {
            ink.fillAndStroke();
        } else if (filled) {
            ink.fill();
        } else if (drawn) {
            ink.stroke();
        }
    }

    private void text(PDPageContentStream ink, Element part) throws IOException {
        String words = part.getTextContent();
        double x = number(part, "x");
        double y = number(part, "y");
        ink.setNonStrokingColor(colour(part.getAttribute("fill")));
        ink.setStrokingColor(INK);
        ink.setLineWidth(1);
        ink.setLineDashPattern(new float[0], 0);
        if (!mark(ink, words, x, y - 7)) {
            write(ink, words, x, y, (float) number(part, "font-size"));
        }
    }

    private void write(PDPageContentStream ink, String words, double x, double y, float size) throws IOException {
        String known = known(words);
        double width = letters.getStringWidth(known) / 1000 * size;
        ink.beginText();
        ink.setFont(letters, size);
        ink.setTextMatrix(new Matrix(1, 0, 0, -1, (float) (x - width / 2), (float) y));
        ink.showText(known);
        ink.endText();
    }

    /** Letters the paper does not know become a question mark. */
    private String known(String words) {
        StringBuilder known = new StringBuilder();
        words.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> known.append(hasLetter(letter) ? letter : "?"));
        return known.toString();
    }

    private boolean hasLetter(String letter) {
        try {
            letters.encode(letter);
            return true;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Draws the mark of an event or gateway around its middle; false when the words are none. */
    private static boolean mark(PDPageContentStream ink, String words, double x, double y) throws IOException {
        switch (words) {
            case "✉" -> {
                ink.addRect((float) x - 7, (float) y - 5, 14, 10);
                line(ink, x - 7, y - 5, x, y + 1, x + 7, y - 5);
            }
            case "◷" -> {
                circle(ink, x, y, 8);
                line(ink, x, y - 6, x, y, x + 4, y);
            }
            case "▲" -> line(ink, x - 6, y + 6, x, y - 7, x + 6, y + 6, x - 6, y + 6);
            case "ϟ" -> line(ink, x - 6, y + 7, x - 2, y - 4, x + 2, y + 3, x + 6, y - 7);
            case "○" -> circle(ink, x, y, 7);
            case "×" -> {
                line(ink, x - 6, y - 6, x + 6, y + 6);
                line(ink, x + 6, y - 6, x - 6, y + 6);
            }
            default -> {
                return false;
            }
        }
        ink.stroke();
        return true;
    }

    private static void line(PDPageContentStream ink, double... places) throws IOException {
        ink.moveTo((float) places[0], (float) places[1]);
        for (int i = 2; i < places.length; i += 2) {
            ink.lineTo((float) places[i], (float) places[i + 1]);
        }
    }

    private static void lines(PDPageContentStream ink, List<Point2D> corners) throws IOException {
        line(
                ink,
                corners.stream()
                        .flatMap(c -> List.of(c.getX(), c.getY()).stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    private static void box(PDPageContentStream ink, Rectangle2D at) throws IOException {
        ink.addRect((float) at.getX(), (float) at.getY(), (float) at.getWidth(), (float) at.getHeight());
    }

    private static void circle(PDPageContentStream ink, double x, double y, double radius) throws IOException {
        rounded(ink, new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), radius);
    }

    /** A box with round corners. */
    private static void rounded(PDPageContentStream ink, Rectangle2D at, double radius) throws IOException {
        double bend = radius * (1 - QUARTER);
        double left = at.getMinX();
        double right = at.getMaxX();
        double top = at.getMinY();
        double low = at.getMaxY();
        line(ink, left + radius, top, right - radius, top);
        curve(ink, right - bend, top, right, top + bend, right, top + radius);
        ink.lineTo((float) right, (float) (low - radius));
        curve(ink, right, low - bend, right - bend, low, right - radius, low);
        ink.lineTo((float) (left + radius), (float) low);
        curve(ink, left + bend, low, left, low - bend, left, low - radius);
        ink.lineTo((float) left, (float) (top + radius));
        curve(ink, left, top + bend, left + bend, top, left + radius, top);
    }

    private static void curve(PDPageContentStream ink, double x1, double y1, double x2, double y2, double x3, double y3)
            throws IOException {
        ink.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x3, (float) y3);
    }

    private static void arrow(PDPageContentStream ink, List<Point2D> corners) throws IOException {
        Point2D end = corners.get(corners.size() - 1);
        Point2D before = corners.get(corners.size() - 2);
        double way = Math.max(before.distance(end), 1);
        double x = (end.getX() - before.getX()) / way * ARROW;
        double y = (end.getY() - before.getY()) / way * ARROW;
        line(
                ink,
                end.getX(),
                end.getY(),
                end.getX() - x - y / 2,
                end.getY() - y + x / 2,
                end.getX() - x + y / 2,
                end.getY() - y - x / 2);
        ink.setNonStrokingColor(INK);
        ink.fill();
    }

    private static List<Point2D> points(Element part) {
        double[] all = numbers(part.getAttribute("points"));
        List<Point2D> points = new ArrayList<>();
        for (int i = 0; i < all.length; i += 2) {
            points.add(new Point2D.Double(all[i], all[i + 1]));
        }
        return points;
    }

    private static float[] dash(Element part) {
        double[] lengths =
                part.hasAttribute("stroke-dasharray") ? numbers(part.getAttribute("stroke-dasharray")) : new double[0];
        return lengths.length == 2 ? new float[] {(float) lengths[0], (float) lengths[1]} : new float[0];
    }

    private static Color colour(String code) {
        return code.equals("#fff") ? Color.WHITE : Color.decode(code);
    }

    private static double number(Element part, String attribute) {
        return Double.parseDouble(part.getAttribute(attribute));
    }

    private static double[] numbers(String all) {
        return List.of(all.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
    }
}
