package id.siks.processadmin.release;

import id.siks.processadmin.release.Difference.Kind;
import java.util.List;
import java.util.Objects;

/**
 * Two versions of a table or a form laid on each other.
 *
 * @param name id of the decision; empty for a form
 * @param columns their titles
 * @param rows in the order of the new version, with what is gone where it was
 */
record Sheet(String name, List<Cell> columns, List<Row> rows) {

    /**
     * One row.
     *
     * @param kind what happened to it; null when nothing did
     * @param moved whether it has another turn, whatever else happened to it
     * @param name what people call it; empty when it has no name
     * @param id its id or key
     */
    record Row(Kind kind, boolean moved, String name, String id, List<Cell> cells) {}

    /**
     * One cell.
     *
     * @param before what stood in it; null when it was not there
     * @param after what stands in it; null when it is gone
     */
    record Cell(String before, String after) {

        /** True when it was another one or was not there; what is empty and what is not there show the same. */
        public boolean isChanged() {
            return !words(before).equals(words(after));
        }

        /** True when nothing stands or stood in it. */
        public boolean isEmpty() {
            return words(before).isEmpty() && words(after).isEmpty();
        }

        private static String words(String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }
}
