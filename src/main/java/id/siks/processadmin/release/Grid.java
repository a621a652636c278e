package id.siks.processadmin.release;

import java.util.Map;

/**
 * A table or a form as rows and columns.
 *
 * @param columns their titles by id, in their order
 * @param lines rows by id, in their order
 */
record Grid(Map<String, String> columns, Map<String, Line> lines) {

    /** What is not there at all. */
    static final Grid NONE = new Grid(Map.of(), Map.of());

    /**
     * One row.
     *
     * @param name what people call it; empty when it has no name
     * @param cells what stands in it, by column
     */
    record Line(String name, Map<String, String> cells) {}
}
