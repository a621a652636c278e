package id.siks.processadmin.replay;

/**
 * What is asked: a proposal, or one save of a draft.
 *
 * @param name as it stands in the tables
 */
public record Subject(String name) {

    /** As the key of a subject of the access log. */
    public String key() {
        return name.replace('/', '.');
    }

    /** The proposal with this number. */
    public static Subject release(long id) {
        return new Subject("release/" + id);
    }

    /** What was saved of the draft with this number; a later save is another subject. */
    public static Subject draft(long id, int revision) {
        return new Subject("draft/" + id + "/" + revision);
    }
}
