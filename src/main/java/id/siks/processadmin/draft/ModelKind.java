package id.siks.processadmin.draft;

import java.util.Arrays;
import java.util.Optional;

/** What can be drawn: a process, a decision table, the form of a task. */
public enum ModelKind {
    BPMN("bpmn", "bpmn", "application/xml"),
    DMN("bpmn", "dmn", "application/xml"),
    FORM("forms", "form", "application/json");

    private final String folder;
    private final String ending;
    private final String mediaType;

    ModelKind(String folder, String ending, String mediaType) {
        this.folder = folder;
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Ending of its files, without the dot. */
    public String ending() {
        return ending;
    }

    /** Media type of its files. */
    public String mediaType() {
        return mediaType;
    }

    /** Where a file of this kind lies: {@code bpmn/proposal/proposal-trunk.bpmn}. */
    public String path(String room, String key) {
        return folder + "/" + room + "/" + key + "." + ending;
    }

    /** The kind that has this name. */
    static Optional<ModelKind> named(String name) {
        return Arrays.stream(values()).filter(k -> k.name().equals(name)).findFirst();
    }

    /** The kind of a file by its ending, whatever its case. */
    static Optional<ModelKind> ofFile(String fileName) {
        return Arrays.stream(values())
                .filter(k -> fileName.toLowerCase(java.util.Locale.ROOT).endsWith("." + k.ending))
                .findFirst();
    }
}
