package id.siks.processadmin.draft;

import id.siks.processadmin.check.ModelKind;

/**
 * A diagram, table or form in force.
 *
 * @param kind what it is
 * @param key name of its file without ending: id of the process, the decision or the user task
 * @param room folder it lies in
 * @param title what people call it
 * @param content the file
 */
public record Model(ModelKind kind, String key, String room, String title, String content) {

    /** Name of its file. */
    public String fileName() {
        return key + kind.ending();
    }
}
