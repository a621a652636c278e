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
 * @param start from when new cases follow it; null unless released
 * @param deployedAt when the engine got it, or null
 * @param failure why it could not take effect when its moment came, or null
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
        Start start,
        Instant deployedAt,
        Failure failure) {

    /**
     * What kept a release from taking effect; what was in force before stays so.
     *
     * @param at when
     * @param cause what said no
     */
    public record Failure(Instant at, Cause cause) {}

    /** What says no to a release when its moment has come. */
    public enum Cause {
        /** The check: what the file needs has changed since it was released. */
        CHECK,
        /** The engine does not take the file. */
        ENGINE
    }

    /**
     * What somebody did.
     *
     * @param by account; null for the application itself
     * @param at when
     * @param words note or reason
     */
    public record Act(Long by, Instant at, String words) {}

    /**
     * A line of its history.
     *
     * @param what happened: {@code PROPOSED, RELEASED, DECLINED, DEPLOYED, MOVED} or {@code FAILED}
     * @param by account; null for the application itself
     * @param words note, reason or cause; of {@code MOVED} the new moment, of {@code DEPLOYED} the engine's id
     */
    public record Entry(String what, Long by, Instant at, String words) {

        /** True when its moment came and the engine needed no new file: it was withdrawn, overtaken, or had it already. */
        public boolean isNothingNew() {
            return what.equals("DEPLOYED") && words.isEmpty();
        }

        /** The moment its effect was moved to; null for anything else. */
        public Instant movedTo() {
            return what.equals("MOVED") ? Instant.parse(words) : null;
        }
    }

    /** From when new cases follow it; null unless released. */
    public Instant effectiveAt() {
        return start == null ? null : start.at();
    }

    /** True when it was released and its moment has not come yet. */
    public boolean isAhead() {
        return version != null && deployedAt == null && failure == null;
    }

    /** True when it takes its model out of use. */
    public boolean withdraws() {
        return source == ReleaseSource.WITHDRAWAL;
    }

    /** False for what took its model out of use, and for what never took effect. */
    boolean holds() {
        return !withdraws() && failure == null;
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
