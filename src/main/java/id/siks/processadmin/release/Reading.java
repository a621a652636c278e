package id.siks.processadmin.release;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.release.Differences.Piece;
import java.util.Map;

/**
 * A model that was checked, read once for all who look at it.
 *
 * @param drawn the file of a diagram or a table; null for a form
 * @param pieces its parts by id, in the order of the file
 */
record Reading(DrawnProcess drawn, Map<String, Piece> pieces) {

    /** Where there is nothing to read. */
    static final Reading NONE = new Reading(null, Map.of());

    static Reading of(ModelKind kind, String content) {
        if (kind == ModelKind.FORM) {
            return new Reading(null, FormPieces.of(content));
        }
        DrawnProcess drawn = new DrawnProcess(content);
        return new Reading(drawn, XmlPieces.of(drawn));
    }
}
