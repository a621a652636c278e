package id.siks.processadmin.sop;

import id.siks.platform.diagram.PaperPicture;
import id.siks.platform.paper.Drawing;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * On which sheets a diagram is drawn: as a whole on the first, and when its words would be too small there, once more in
 * legible parts. Lengths of paper in points; A4 lies on its side.
 */
final class SopSheets {

    /** The part of a sheet that is drawn on. */
    static final Rectangle2D PLACE = new Rectangle2D.Double(40, 74, 762, 462);

    private static final double LEGIBLE = 0.42;
    private static final double OVERLAP = 40;
    private static final int MOST = 24;

    private SopSheets() {}

    /**
     * The drawings, one for each sheet.
     *
     * @param first number of the first sheet, from 0
     */
    static List<Drawing> of(PaperPicture picture, int first) {
        Rectangle2D all = picture.frame();
        List<Drawing> sheets = new ArrayList<>(List.of(new Drawing(first, PLACE, picture, all)));
        double whole = Math.min(PLACE.getWidth() / all.getWidth(), PLACE.getHeight() / all.getHeight());
        if (whole >= LEGIBLE) {
            return sheets;
        }
        double width = PLACE.getWidth() / LEGIBLE;
        double height = PLACE.getHeight() / LEGIBLE;
        int columns = parts(all.getWidth(), width);
        int rows = parts(all.getHeight(), height);
        for (int i = 0; i < columns * rows && i < MOST; i++) {
            Rectangle2D part = new Rectangle2D.Double(
                    all.getX() + offset(i % columns, columns, all.getWidth(), width),
                    all.getY() + offset(i / columns, rows, all.getHeight(), height),
                    Math.min(width, all.getWidth()),
                    Math.min(height, all.getHeight()));
            sheets.add(new Drawing(first + i + 1, PLACE, picture, part));
        }
        return sheets;
    }

    private static int parts(double length, double sheet) {
        return length <= sheet ? 1 : (int) Math.ceil((length - OVERLAP) / (sheet - OVERLAP));
    }

    /** The parts share the length evenly; neighbours show a little of each other. */
    private static double offset(int part, int parts, double length, double sheet) {
        return parts == 1 ? 0 : part * (length - sheet) / (parts - 1);
    }
}
