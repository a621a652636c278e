package id.siks.processadmin.check;

/** What a file is. The names are those kept in the database. */
public enum ModelKind {
    BPMN(".bpmn"),
    DMN(".dmn"),
    FORM(".form");

    private final String ending;

    ModelKind(String ending) {
        this.ending = ending;
    }

    /** Ending of the file's name, with its dot. */
    public String ending() {
        return ending;
    }
}
