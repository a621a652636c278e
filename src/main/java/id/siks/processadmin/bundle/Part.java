package id.siks.processadmin.bundle;

import id.siks.processadmin.check.ModelKind;

/**
 * One model in a bundle.
 *
 * @param kind what it is
 * @param key name of its file without the ending
 * @param room folder it belongs to
 * @param version number of the release where the bundle was made
 * @param sha256 hash of the content, in hexadecimal
 * @param content the file
 */
record Part(ModelKind kind, String key, String room, int version, String sha256, byte[] content) {

    /** Name of its file. */
    public String fileName() {
        return key + kind.ending();
    }

    /** Where the bundle keeps it. */
    String path() {
        return (kind == ModelKind.FORM ? "forms/" : "bpmn/") + room + "/" + fileName();
    }
}
