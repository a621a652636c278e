package id.siks.processadmin.release;

import id.siks.processadmin.check.ModelKind;

/**
 * What is proposed.
 *
 * @param draftId the draft it was drawn as, or null
 * @param againOf the release it takes up again, or null
 * @param baseId what is in force now, or null for something new
 * @param note why
 */
record Proposal(
        ModelKind kind,
        String key,
        String room,
        ReleaseSource source,
        Long draftId,
        Long againOf,
        Long baseId,
        String content,
        String note) {

    /** That nobody uses {@code inForce} any more; nothing else has been decided since {@code baseId}. */
    static Proposal withdrawing(Release inForce, long baseId, String note) {
        return new Proposal(
                inForce.kind(),
                inForce.key(),
                inForce.room(),
                ReleaseSource.WITHDRAWAL,
                null,
                null,
                baseId,
                inForce.content(),
                note);
    }
}
