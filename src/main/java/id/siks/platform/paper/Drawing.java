package id.siks.platform.paper;

import id.siks.platform.diagram.PaperPicture;
import java.awt.geom.Rectangle2D;

/**
 * A picture, or a part of it, on a page.
 *
 * @param page number of the page, from 0
 * @param place where it goes, in points from the upper left corner of the page
 * @param picture the picture
 * @param window the part of the picture that is shown, in its own units; it is made to fit, in the middle of the place
 */
public record Drawing(int page, Rectangle2D place, PaperPicture picture, Rectangle2D window) {}
