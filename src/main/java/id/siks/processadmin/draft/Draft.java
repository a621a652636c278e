package id.siks.processadmin.draft;

import id.siks.processadmin.check.ModelKind;
import java.time.Instant;

/**
 * A diagram, table or form somebody works on.
 *
 * @param key name of its file without ending
 * @param room folder it belongs to
 * @param revision counts the saves, from 1
 * @param base SHA-256 of the content in force it was begun from, in hexadecimal; null for something new
 * @param content as it was last saved
 * @param createdBy account
 * @param changedBy account of the last save
 */
public record Draft(
        long id,
        ModelKind kind,
        String key,
        String room,
        DraftState state,
        int revision,
        String base,
        String content,
        long createdBy,
        Instant createdAt,
        long changedBy,
        Instant changedAt) {

    /** True when it may still be drawn at. */
    public boolean isOpen() {
        return state == DraftState.OPEN;
    }

    /** Name of its file. */
    public String fileName() {
        return key + kind.ending();
    }
}
