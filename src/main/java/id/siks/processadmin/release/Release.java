package id.siks.processadmin.release;

import id.siks.processadmin.check.ModelKind;
import java.time.Instant;

/**
 * One version of a model that was proposed, and what became of it.
 *
 * @param id its number
 * @param kind what it is
 * @param key name of the file without the ending
 * @param room folder it belongs to
 * @param source where the content comes from
 * @param draftId the draft, or null
 * @param againOf the release that is taken up again, or null
 * @param baseId what was in force when it was proposed, or null for something new
 * @param content the file
 * @param sha256 its hash, in hexadecimal
 * @param state what became of it
 * @param proposal who proposed it, when and with which words
 * @param decision who decided, when and why; null while nobody has
 * @param version counts the releases of the model; null unless released
 * @param effectiveAt from when new cases follow it; null unless released
 * @param deployedAt when the engine got it, or null
 */
public record Release(
        long id,
        ModelKind kind,
        String key,
        String room,
        ReleaseSource source,
        Long draftId,
        Long againOf,
        Long baseId,
        String content,
        String sha256,
        ReleaseState state,
        Act proposal,
        Act decision,
        Integer version,
        Instant effectiveAt,
        Instant deployedAt) {

    /**
     * What somebody did.
     *
     * @param by account; null for the application itself
     * @param at when
     * @param words note or reason
     */
    public record Act(Long by, Instant at, String words) {}

    /** True when it takes its model out of use. */
    public boolean withdraws() {
        return source == ReleaseSource.WITHDRAWAL;
    }

    /** Name of its file. */
    public String fileName() {
        return key + kind.ending();
    }

    /** Where the file lies, as the engine is told. */
    public String path() {
        return (kind == ModelKind.FORM ? "forms/" : "bpmn/") + room + "/" + fileName();
    }
}
